package org.microgram.standards.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.microgram.standards.number.Fraction;

/** A {@link CountBalance} that has its days, and so can name them. */
public final class CountAccount extends CountBalance implements Account {

    private final AccountDays days;

    public CountAccount(AccountDays days, Indicator indicator, int target) {
        this(days, indicator, target, AccountStatus.TOO_EARLY_DAYS);
    }

    /**
     * @param days as the indicator reads them: 1 for a day that counts
     * @param indicator one that counts days
     * @param tooEarly days with an AQI from which on there is a status
     */
    public CountAccount(AccountDays days, Indicator indicator, int target, int tooEarly) {
        super(AccountSums.of(days), indicator, target, tooEarly);
        this.days = days;
    }

    @Override
    public AccountDays days() {
        return days;
    }

    /** The dates so far that counted, in their order. */
    public List<LocalDate> counted() {
        return days.soFar().stream()
                .filter(day -> !day.value().equals(Fraction.ZERO))
                .map(AccountDay::date)
                .toList();
    }

    /** {@link #left} had each missing day counted as the days of its month did, exact; empty without a day that has an AQI. */
    public Optional<Fraction> leftHadMissingBeenAsTheirMonth() {
        if (evaluated() == 0) {
            return Optional.empty();
        }
        Fraction more = Sums.of(MissingDays.asTheirMonth(days));
        Fraction left = Fraction.of(left());
        return Optional.of(isAtLeast() ? left.plus(more) : left.minus(more));
    }
}
