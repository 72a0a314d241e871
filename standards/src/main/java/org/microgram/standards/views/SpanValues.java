package org.microgram.standards.views;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.microgram.standards.Status;
import org.microgram.standards.air.Percentile;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.ReferenceState;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/**
 * Mean and percentile of a pollutant's days in a span, and whether there are enough of them: once of the days without the hours of confirmed events,
 * and where one touches them once more of all hours.
 */
record SpanValues(
        Fraction mean, Fraction percentile, int had, List<String> lacking, Status status, boolean mixedState) {

    /** @param value which of a day's two values */
    static SpanValues of(
            Pollutant p,
            Span span,
            LocalDate through,
            Collection<DayFigures> days,
            BiFunction<DayFigures, Pollutant, DayFigures.OfPollutant> value) {
        Fraction sum = Fraction.ZERO;
        long[] rounded = new long[days.size()];
        int valid = 0;
        Map<YearMonth, Integer> inMonth = new HashMap<>();
        Set<Fraction> kelvins = new HashSet<>();
        for (DayFigures day : days) {
            DayFigures.OfPollutant of = value.apply(day, p);
            if (of.status() != Status.OK) {
                continue;
            }
            sum = sum.plus(of.exact());
            rounded[valid++] = of.exact().rounded(p.decimals(), Rounding.HALF_EVEN);
            inMonth.merge(YearMonth.from(day.date()), 1, Integer::sum);
            if (!p.isParticulate()) {
                kelvins.add(ReferenceState.on(day.date(), p).kelvin());
            }
        }
        Arrays.sort(rounded, 0, valid);
        List<String> lacking = List.copyOf(SpanNeeds.shortMonths(span, through, inMonth));
        boolean enough = valid >= SpanNeeds.days(span, through) && lacking.isEmpty();
        return new SpanValues(
                valid == 0 ? null : sum.dividedBy(valid),
                // Rounded daily values are counted in units of their last decimal.
                valid == 0
                        ? null
                        : Percentile.of(rounded, valid, p.percentile())
                                .times(Fraction.of(1, Scaled.powerOfTen(p.decimals()))),
                valid,
                lacking,
                valid == 0 ? Status.NONE : enough ? Status.OK : Status.BELOW_MINIMUM,
                kelvins.size() > 1);
    }
}
