package org.microgram.standards.account;

/**
 * The one-microgram account of a year whose days are all at hand: what it comes to is said by {@link MeanBalance}; {@link Costs} and {@link Coins}
 * need the days themselves.
 */
public final class MeanAccount extends MeanBalance implements Account {

    private final AccountDays days;

    public MeanAccount(AccountDays days, MeanTarget target) {
        this(days, target, AccountStatus.TOO_EARLY_DAYS);
    }

    /** @param tooEarly valid days from which on there is a status */
    public MeanAccount(AccountDays days, MeanTarget target, int tooEarly) {
        super(AccountSums.of(days), target, tooEarly);
        this.days = days;
    }

    @Override
    public AccountDays days() {
        return days;
    }
}
