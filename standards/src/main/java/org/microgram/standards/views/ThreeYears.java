package org.microgram.standards.views;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;

/**
 * The mean of three calendar years.
 *
 * <p><b>Rule.</b> The mean of the three exact annual means, and of the three exact annual percentiles, each year weighing the same however many
 * days it has; {@code ok} when each year is. With fewer years the value is given over those there are and is below its minimum.
 *
 * <p><b>Source.</b> HJ 663-2026 introduces it; its text was not at hand, so the formula is unconfirmed ({@code views/rules.csv}).
 */
public final class ThreeYears {

    public static final int YEARS = 3;

    private ThreeYears() {}

    /**
     * @param span three calendar years
     * @param years figures of each year of it that has any
     */
    public static SpanFigures mean(Span span, List<SpanFigures> years) {
        List<SpanFigures.OfPollutant> six = new ArrayList<>(Pollutant.COUNT);
        SpanFigures last = years.stream()
                .max(Comparator.comparing(SpanFigures::through))
                .orElseThrow(() -> new IllegalArgumentException("three years without any year"));
        for (Pollutant p : Pollutant.ALL) {
            six.add(mean(
                    span,
                    years.stream().map(year -> year.of(p)).toList(),
                    SpanNeeds.days(span, last.through()),
                    years,
                    p));
        }
        Set<String> editions = new TreeSet<>();
        years.forEach(year -> editions.addAll(year.indexEditions()));
        return new SpanFigures(
                span,
                last.through(),
                six,
                sum(years, SpanFigures::good),
                sum(years, SpanFigures::heavy),
                sum(years, SpanFigures::evaluated),
                sum(years, SpanFigures::goodOfSix),
                sum(years, SpanFigures::heavyOfSix),
                sum(years, SpanFigures::evaluatedOfSix),
                editions,
                years.stream().mapToLong(SpanFigures::receivedAt).max().orElse(Long.MIN_VALUE),
                SpanRules.notMonitored(
                        years.stream().map(SpanFigures::notMonitored).toList()),
                years.stream()
                        .flatMap(year -> year.events().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                last.judge());
    }

    private static SpanFigures.OfPollutant mean(
            Span span, List<SpanFigures.OfPollutant> each, int needed, List<SpanFigures> years, Pollutant p) {
        List<SpanFigures.OfPollutant> found =
                each.stream().filter(SpanFigures.OfPollutant::exists).toList();
        List<String> lacking = new ArrayList<>();
        for (int year = span.first().getYear(); year <= span.last().getYear(); year++) {
            int wanted = year;
            Status status = years.stream()
                    .filter(of -> of.span().first().getYear() == wanted)
                    .map(of -> of.of(p).status())
                    .findFirst()
                    .orElse(Status.NONE);
            if (status != Status.OK) {
                lacking.add(year + " " + status.code());
            }
        }
        Set<String> editions = new TreeSet<>();
        found.forEach(of -> editions.addAll(of.limitEditions()));
        boolean mixed =
                each.stream().anyMatch(SpanFigures.OfPollutant::mixedState) || span.isMixedState(p) && found.size() > 1;
        return new SpanFigures.OfPollutant(
                mean(found, SpanFigures.OfPollutant::mean),
                mean(found, SpanFigures.OfPollutant::percentile),
                sum(each, SpanFigures.OfPollutant::had),
                needed,
                lacking,
                found.isEmpty() ? Status.NONE : lacking.isEmpty() ? Status.OK : Status.BELOW_MINIMUM,
                sum(each, SpanFigures.OfPollutant::attaining),
                editions,
                mixed,
                sum(each, SpanFigures.OfPollutant::revision),
                withEvents(found));
    }

    /** The mean of the years with all their hours; null when no event touches any of them. */
    private static SpanFigures.WithEvents withEvents(List<SpanFigures.OfPollutant> years) {
        if (years.stream().allMatch(year -> year.withEvents() == null)) {
            return null;
        }
        List<SpanFigures.WithEvents> all = years.stream()
                .map(year -> year.withEvents() != null
                        ? year.withEvents()
                        : new SpanFigures.WithEvents(year.mean(), year.percentile(), year.had(), year.status()))
                .filter(year -> year.mean() != null)
                .toList();
        boolean enough = all.size() == YEARS && all.stream().allMatch(year -> year.status() == Status.OK);
        return new SpanFigures.WithEvents(
                mean(all, SpanFigures.WithEvents::mean),
                mean(all, SpanFigures.WithEvents::percentile),
                sum(all, SpanFigures.WithEvents::had),
                all.isEmpty() ? Status.NONE : enough ? Status.OK : Status.BELOW_MINIMUM);
    }

    private static <T> Fraction mean(List<T> found, Function<T, Fraction> value) {
        return found.isEmpty()
                ? null
                : found.stream()
                        .map(value)
                        .reduce(Fraction.ZERO, Fraction::plus)
                        .dividedBy(found.size());
    }

    private static <T> int sum(List<T> each, ToIntFunction<T> count) {
        return each.stream().mapToInt(count).sum();
    }
}
