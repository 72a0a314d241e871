package org.microgram.standards.views;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.microgram.standards.Status;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Editions;
import org.microgram.standards.air.Percentile;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.ReferenceState;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;

/**
 * A span's figures from the rows of its days: the same rules as the stored months and years, for any months.
 *
 * <p><b>Rule.</b> A mean is of the exact valid daily values; a percentile of the rounded ones; a day counts in good and heavy days when it has an
 * AQI. How many days are needed: {@link SpanNeeds}.
 *
 * <p><b>Source.</b> GB 3095 table 4; HJ 663.
 */
public final class SpanRules {

    private static final int GOOD = 100;
    private static final int HEAVY_OVER = 200;

    private SpanRules() {}

    /**
     * @param days in any order; those outside the span are left out
     * @param asOf the last day that is gone: a span that ends later is unfinished
     */
    public static SpanFigures figures(Span span, Collection<DayFigures> days, LocalDate asOf) {
        return figures(span, days, asOf, Optional.empty());
    }

    /** @param judge the edition whose limits judge every day; empty for the one in force on it */
    static SpanFigures figures(Span span, Collection<DayFigures> days, LocalDate asOf, Optional<Edition> judge) {
        LocalDate through = asOf.isBefore(span.lastDay()) ? asOf : span.lastDay();
        List<DayFigures> own = days.stream()
                .filter(day -> span.contains(day.date()) && !day.date().isAfter(through))
                .toList();
        List<SpanFigures.OfPollutant> six = Pollutant.ALL.stream()
                .map(p -> of(p, span, through, own, judge))
                .toList();
        List<DayFigures> judged = own.stream().filter(DayFigures::hasAqi).toList();
        List<DayFigures> ofSix =
                judged.stream().filter(day -> day.inputs() == Pollutant.COUNT).toList();
        Set<String> editions = new TreeSet<>();
        judged.stream().map(DayFigures::edition).filter(Objects::nonNull).forEach(editions::add);
        return new SpanFigures(
                span,
                through,
                six,
                good(judged),
                heavy(judged),
                judged.size(),
                good(ofSix),
                heavy(ofSix),
                ofSix.size(),
                editions,
                own.stream().mapToLong(DayFigures::receivedAt).max().orElse(Long.MIN_VALUE),
                notMonitored(own.stream().map(DayFigures::notMonitored).toList()),
                judge);
    }

    private static SpanFigures.OfPollutant of(
            Pollutant p, Span span, LocalDate through, List<DayFigures> days, Optional<Edition> judge) {
        Fraction sum = Fraction.ZERO;
        long[] rounded = new long[days.size()];
        int valid = 0;
        int attaining = 0;
        int revision = 0;
        Map<YearMonth, Integer> inMonth = new HashMap<>();
        Set<String> editions = new TreeSet<>();
        Set<Fraction> kelvins = new HashSet<>();
        for (DayFigures day : days) {
            revision += day.of(p).revision();
            if (!day.isValid(p)) {
                continue;
            }
            sum = sum.plus(day.exact(p));
            rounded[valid++] = day.rounded(p);
            inMonth.merge(YearMonth.from(day.date()), 1, Integer::sum);
            if (!p.isParticulate()) {
                kelvins.add(ReferenceState.on(day.date(), p).kelvin());
            }
            Optional<Edition> limits = judge.or(() -> Editions.limitsOn(day.date()));
            Optional<Long> most = limits.flatMap(edition -> edition.limit(p, Edition.daily(p), edition.grade()));
            if (most.isPresent()) {
                editions.add(limits.get().name());
                attaining += day.rounded(p) * Scaled.powerOfTen(Scaled.DIGITS - p.decimals()) <= most.get() ? 1 : 0;
            }
        }
        Arrays.sort(rounded, 0, valid);
        int needed = SpanNeeds.days(span, through);
        List<String> lacking = new ArrayList<>(SpanNeeds.shortMonths(span, through, inMonth));
        boolean enough = valid >= needed && lacking.isEmpty();
        return new SpanFigures.OfPollutant(
                valid == 0 ? null : sum.dividedBy(valid),
                valid == 0
                        ? null
                        // Rounded daily values are counted in units of their last decimal.
                        : Percentile.of(rounded, valid, p.percentile())
                                .times(Fraction.of(1, Scaled.powerOfTen(p.decimals()))),
                valid,
                needed,
                lacking,
                valid == 0 ? Status.NONE : enough ? Status.OK : Status.BELOW_MINIMUM,
                attaining,
                editions,
                kelvins.size() > 1,
                revision);
    }

    /** What is left out in each part. */
    static Set<Pollutant> notMonitored(List<Set<Pollutant>> parts) {
        return Pollutant.ALL.stream()
                .filter(p -> !parts.isEmpty() && parts.stream().allMatch(part -> part.contains(p)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static int good(List<DayFigures> judged) {
        return (int) judged.stream().filter(day -> day.aqi() <= GOOD).count();
    }

    private static int heavy(List<DayFigures> judged) {
        return (int) judged.stream().filter(day -> day.aqi() > HEAVY_OVER).count();
    }
}
