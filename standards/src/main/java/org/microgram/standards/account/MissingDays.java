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
        List<LocalDate> missing = account.days().missing();
        if (account.toCome() == 0 || account.mean().isEmpty()) {
            return new MissingDays(missing, Optional.empty());
        }
        Fraction sum = account.sum();
        for (LocalDate day : missing) {
            sum = sum.plus(ofMonth(account, YearMonth.from(day)));
        }
        int whole = account.whole() + missing.size();
        Fraction allowed = account.target().value().times(whole).minus(sum).dividedBy(account.toCome());
        return new MissingDays(missing, Optional.of(allowed));
    }

    /** A month without any valid day is taken as the mean so far. */
    private static Fraction ofMonth(MeanAccount account, YearMonth month) {
        return Sums.mean(account.days().soFar().stream()
                        .filter(day -> YearMonth.from(day.date()).equals(month))
                        .toList())
                .orElseGet(() -> account.mean().orElseThrow());
    }
}
