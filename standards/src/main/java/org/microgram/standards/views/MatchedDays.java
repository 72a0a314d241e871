package org.microgram.standards.views;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;

/**
 * The days of two spans, a whole number of years apart, that are valid in both: what stands beside the published change for analysts
 * (definitions §8). 29 February has no counterpart in a common year.
 *
 * @param days how many pairs
 * @param now exact mean of the later days
 * @param base exact mean of the earlier ones
 */
public record MatchedDays(int days, Fraction now, Fraction base) {

    /** Empty when no day is valid in both. */
    public static Optional<MatchedDays> of(Pollutant p, Span now, Span base, Collection<DayFigures> days) {
        if (now.first().getMonthValue() != base.first().getMonthValue() || now.months() != base.months()) {
            throw new IllegalArgumentException(now + " and " + base + " are not the same months of two years");
        }
        int years = now.first().getYear() - base.first().getYear();
        Map<LocalDate, Fraction> earlier = new HashMap<>();
        for (DayFigures day : days) {
            if (base.contains(day.date()) && day.isValid(p)) {
                earlier.put(day.date(), day.exact(p));
            }
        }
        Fraction sumNow = Fraction.ZERO;
        Fraction sumBase = Fraction.ZERO;
        int pairs = 0;
        for (DayFigures day : days) {
            if (!now.contains(day.date()) || !day.isValid(p)) {
                continue;
            }
            LocalDate before = day.date().minusYears(years);
            // minusYears makes 28 February of the 29th, which is another day's counterpart.
            Fraction counterpart = MonthDay.from(before).equals(MonthDay.from(day.date())) ? earlier.get(before) : null;
            if (counterpart != null) {
                sumNow = sumNow.plus(day.exact(p));
                sumBase = sumBase.plus(counterpart);
                pairs++;
            }
        }
        return pairs == 0
                ? Optional.empty()
                : Optional.of(new MatchedDays(pairs, sumNow.dividedBy(pairs), sumBase.dividedBy(pairs)));
    }

    /** Exact: there is no published pair to take it from. */
    public Fraction difference() {
        return now.minus(base);
    }
}
