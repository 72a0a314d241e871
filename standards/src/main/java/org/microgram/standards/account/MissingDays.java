package org.microgram.standards.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.microgram.standards.number.Fraction;

/**
 * How much rests on the days that have no value: had they been as the mean of their month, the rest might have {@link #allowed} as its mean.
 *
 * @param days in their order
 * @param allowed the allowed mean of the rest with these days counted, exact; empty when nothing is to come or there is no valid day
 */
public record MissingDays(List<LocalDate> days, Optional<Fraction> allowed) {

    public static MissingDays of(MeanAccount account) {
        return new MissingDays(account.days().missing(), allowed(account));
    }

    /** The same without the days' dates. A month without any valid day is taken as the mean so far. */
    public static Optional<Fraction> allowed(MeanBalance account) {
        if (account.toCome() == 0 || account.mean().isEmpty()) {
            return Optional.empty();
        }
        Fraction sum = account.sum();
        int whole = account.whole();
        for (AccountSums.Month month : account.sums().months().values()) {
            if (month.missing() > 0) {
                Fraction each =
                        month.valid().mean().orElseGet(() -> account.mean().orElseThrow());
                sum = sum.plus(each.times(month.missing()));
                whole += month.missing();
            }
        }
        return Optional.of(account.target().value().times(whole).minus(sum).dividedBy(account.toCome()));
    }

    /** The missing days with the mean of their month, of one without any valid day the mean so far; none when no day has a value. */
    static List<AccountDay> asTheirMonth(AccountDays days) {
        List<AccountDay> soFar = days.soFar();
        return Sums.mean(soFar).stream()
                .flatMap(mean -> days.missing().stream()
                        .map(day -> new AccountDay(
                                day, ofMonth(soFar, YearMonth.from(day)).orElse(mean), false, AccountDay.NO_LEVEL)))
                .toList();
    }

    private static Optional<Fraction> ofMonth(List<AccountDay> days, YearMonth month) {
        return Sums.mean(days.stream()
                .filter(day -> YearMonth.from(day.date()).equals(month))
                .toList());
    }
}
