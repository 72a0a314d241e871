package org.microgram.standards.views;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.microgram.standards.Status;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Editions;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Scaled;

/**
 * A span's figures from the rows of its days: the same rules as the stored months and years, for any months.
 *
 * <p><b>Rule.</b> A mean is of the exact valid daily values; a percentile of the rounded ones; a day counts in good and heavy days when it has an
 * AQI. Means and percentiles are without the hours of confirmed events, on every day of every span; limits, AQI and counts keep them. How many days are needed: {@link SpanNeeds}.
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
                own.stream()
                        .flatMap(day -> day.events().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                judge);
    }

    private static SpanFigures.OfPollutant of(
            Pollutant p, Span span, LocalDate through, List<DayFigures> days, Optional<Edition> judge) {
        int attaining = 0;
        int revision = 0;
        Set<String> editions = new TreeSet<>();
        for (DayFigures day : days) {
            revision += day.of(p).revision();
            if (day.measured(p).status() != Status.OK) {
                continue;
            }
            Optional<Edition> limits = judge.or(() -> Editions.limitsOn(day.date()));
            Optional<Long> most = limits.flatMap(edition -> edition.limit(p, Edition.daily(p), edition.grade()));
            if (most.isPresent()) {
                editions.add(limits.get().name());
                attaining +=
                        day.measuredRounded(p) * Scaled.powerOfTen(Scaled.DIGITS - p.decimals()) <= most.get() ? 1 : 0;
            }
        }
        SpanValues values = SpanValues.of(p, span, through, days, DayFigures::of);
        SpanValues all = days.stream().anyMatch(day -> day.isTouched(p))
                ? SpanValues.of(p, span, through, days, DayFigures::measured)
                : null;
        return new SpanFigures.OfPollutant(
                values.mean(),
                values.percentile(),
                values.had(),
                SpanNeeds.days(span, through),
                values.lacking(),
                values.status(),
                attaining,
                editions,
                values.mixedState(),
                revision,
                all == null ? null : new SpanFigures.WithEvents(all.mean(), all.percentile(), all.had(), all.status()));
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
