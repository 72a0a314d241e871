package org.microgram.standards.views;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.microgram.standards.Status;
import org.microgram.standards.air.Editions;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Rounded;

/**
 * A figure of a span against that of an earlier one.
 *
 * <p><b>Rule.</b> Same dates a year earlier (同比), each side with its own valid days; or the span of equal length before (环比). Counts of days
 * judged by two editions, and composite indices of two, are not subtracted: 口径不一致. They are counted once more on one base, from the exact
 * days: the earlier side by the edition of this one; where this one spans a switch, both sides all by the old and all by the new. The counts as
 * published stay beside these. Gases across a change of the reference state are given as published, marked, and once more with
 * the older days converted; particulates are never converted. Hours of confirmed exceptional events are out of means, percentiles and the
 * index on both sides, for both are made of the same kind of day ({@link DayFigures}): with and without is never mixed (definitions §10).
 *
 * <p><b>Source.</b> Definitions §7, §8.
 *
 * @param basis the edition that all days of both sides are judged by; empty where they are judged by more than one, and of means
 * @param published the two counts as published day by day, where the values are counted again on one base
 * @param base ours; empty when we have none
 * @param change on published values; empty when a side is missing or may not be compared
 * @param matched means over the days valid in both; of a mean against last year
 * @param converted the change with gases at one state; where {@link Mark#MIXED_STATE}
 */
public record SpanChange(
        Statistic statistic,
        Against against,
        Optional<String> basis,
        Optional<Published> published,
        Span now,
        Span base,
        Statistic.Value nowValue,
        Optional<Statistic.Value> baseValue,
        Optional<Change> change,
        Optional<MatchedDays> matched,
        Optional<Change> converted,
        Set<Mark> marks) {

    /** Two counts as published, each day by the edition in force on it. */
    public record Published(Rounded now, Rounded base) {}

    public enum Against {
        LAST_YEAR,
        LAST_PERIOD;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What a span is held against; none when it has no such span. */
        public Optional<Span> baseOf(Span now) {
            return this == LAST_YEAR ? Optional.of(now.yearBefore()) : now.before();
        }

        /** How far the base goes: to its end, or of an unfinished span to the same date of last year. */
        private LocalDate baseThrough(SpanFigures now, Span base) {
            LocalDate through = now.through();
            if (this == LAST_PERIOD || now.isFinished()) {
                return base.lastDay();
            }
            boolean monthIsOver = through.equals(YearMonth.from(through).atEndOfMonth());
            return monthIsOver ? YearMonth.from(through).minusYears(1).atEndOfMonth() : through.minusYears(1);
        }
    }

    /**
     * As published; then, where that is on more than one base, once more on each base of this span's days. None when the span has no value or
     * nothing to be held against.
     */
    public static List<SpanChange> all(Statistic statistic, Against against, Span now, SubjectDays days) {
        Optional<SpanChange> asPublished = of(statistic, against, now, days);
        List<SpanChange> all = new ArrayList<>(asPublished.stream().toList());
        asPublished
                .filter(change -> change.marks.contains(Mark.MIXED_EDITIONS) && change.baseValue.isPresent())
                .ifPresent(change -> days.figures(now).stream()
                        .flatMap(figures -> statistic.editions(figures).stream())
                        .forEach(edition -> of(statistic, against, now, days.under(edition))
                                .filter(on -> on.baseValue.isPresent())
                                .map(on -> on.beside(change))
                                .ifPresent(all::add)));
        return all;
    }

    /** As published: each day judged by its own edition. Empty when the span has no value or nothing to be held against. */
    public static Optional<SpanChange> of(Statistic statistic, Against against, Span now, SubjectDays days) {
        Optional<Span> base = against.baseOf(now);
        Optional<SpanFigures> figures = days.figures(now);
        Optional<Statistic.Value> value = figures.flatMap(f -> statistic.of(f, days.profile()));
        if (base.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        LocalDate baseThrough = against.baseThrough(figures.get(), base.get());
        Optional<SpanFigures> baseFigures = days.figures(base.get(), baseThrough);
        Optional<Statistic.Value> baseValue = baseFigures.flatMap(f -> statistic.of(f, days.profile()));
        Set<Mark> marks = marks(statistic, figures.get(), base.get());
        value.filter(v -> v.status() != Status.OK).ifPresent(v -> marks.add(Mark.NOW_BELOW_MINIMUM));
        baseValue.filter(v -> v.status() != Status.OK).ifPresent(v -> marks.add(Mark.BASE_BELOW_MINIMUM));
        if (statistic.isLessEvents(figures.get())) {
            marks.add(Mark.EVENTS_OUT);
        }
        if (baseFigures.filter(statistic::isLessEvents).isPresent()) {
            marks.add(Mark.BASE_EVENTS_OUT);
        }
        Set<String> editions = editions(statistic, figures.get(), baseFigures);
        boolean comparable = editions.size() <= 1;
        if (!comparable) {
            marks.add(Mark.MIXED_EDITIONS);
        }
        return Optional.of(new SpanChange(
                statistic,
                against,
                comparable ? editions.stream().findFirst() : Optional.empty(),
                Optional.empty(),
                now,
                base.get(),
                value.get(),
                baseValue,
                baseValue
                        .filter(v -> comparable)
                        .map(v -> change(statistic, value.get().published(), v.published())),
                against == Against.LAST_YEAR && statistic.kind() == Statistic.Kind.MEAN
                        ? MatchedDays.of(statistic.pollutant(), now, base.get(), days.gone())
                        : Optional.empty(),
                marks.contains(Mark.MIXED_STATE) && isConcentration(statistic)
                        ? converted(statistic, now, base.get(), baseThrough, days.converted())
                        : Optional.empty(),
                marks));
    }

    /** Superseded values among the inputs of both sides; of a base that others published nobody knows them. */
    public int revision() {
        return nowValue.revision() + baseValue.map(Statistic.Value::revision).orElse(0);
    }

    /** Newest arrival among the inputs of both sides, ms. */
    public long receivedAt() {
        return Math.max(
                nowValue.receivedAt(),
                baseValue.map(Statistic.Value::receivedAt).orElse(Long.MIN_VALUE));
    }

    /** Whether the base is cut off at the same date, for this one is not over; the period before is held against whole. */
    public boolean isBaseCut() {
        return against == Against.LAST_YEAR && marks.contains(Mark.SO_FAR);
    }

    private SpanChange beside(SpanChange asPublished) {
        return new SpanChange(
                statistic,
                against,
                basis,
                Optional.of(new Published(
                        asPublished.nowValue.published(),
                        asPublished.baseValue.orElseThrow().published())),
                now,
                base,
                nowValue,
                baseValue,
                change,
                matched,
                converted,
                marks);
    }

    /** The same against a base that somebody published; the pair of ours stays in a change of its own. */
    public SpanChange against(Rounded theirValue) {
        Set<Mark> left = EnumSet.noneOf(Mark.class);
        left.addAll(marks);
        left.remove(Mark.BASE_BELOW_MINIMUM);
        if (left.remove(Mark.BASE_EVENTS_OUT) || left.contains(Mark.EVENTS_OUT)) {
            left.add(Mark.BASE_EVENTS_UNKNOWN);
        }
        Statistic.Value theirs =
                new Statistic.Value(theirValue, theirValue.exact(), Status.OK, 0, 0, 0, Long.MIN_VALUE);
        // What was published then was judged by what was in force then, whether or not we have days of it.
        boolean comparable = !left.contains(Mark.MIXED_EDITIONS)
                && (isConcentration(statistic) || !Editions.isMixed(base.firstDay(), now.lastDay()));
        if (!comparable) {
            left.add(Mark.MIXED_EDITIONS);
        }
        return new SpanChange(
                statistic,
                against,
                comparable ? basis : Optional.empty(),
                Optional.empty(),
                now,
                base,
                nowValue,
                Optional.of(theirs),
                comparable ? Optional.of(change(statistic, nowValue.published(), theirValue)) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                left);
    }

    private static Change change(Statistic statistic, Rounded now, Rounded base) {
        return statistic.kind().isCount() ? Change.ofCounts(now, base) : Change.of(now, base);
    }

    private static boolean isConcentration(Statistic statistic) {
        return statistic.kind() == Statistic.Kind.MEAN || statistic.kind() == Statistic.Kind.PERCENTILE;
    }

    private static Optional<Change> converted(
            Statistic statistic, Span now, Span base, LocalDate baseThrough, SubjectDays days) {
        Optional<Statistic.Value> one = days.figures(now).flatMap(f -> statistic.of(f, days.profile()));
        Optional<Statistic.Value> other = days.figures(base, baseThrough).flatMap(f -> statistic.of(f, days.profile()));
        return one.isPresent() && other.isPresent()
                ? Optional.of(
                        change(statistic, one.get().published(), other.get().published()))
                : Optional.empty();
    }

    private static Set<Mark> marks(Statistic statistic, SpanFigures now, Span base) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (!now.isFinished()) {
            marks.add(Mark.SO_FAR);
        }
        boolean mixed = statistic.pollutant() != null
                ? now.span().isMixedState(base, statistic.pollutant())
                : Pollutant.ALL.stream().anyMatch(p -> now.span().isMixedState(base, p));
        if (mixed) {
            marks.add(Mark.MIXED_STATE);
        }
        return marks;
    }

    private static Set<String> editions(Statistic statistic, SpanFigures now, Optional<SpanFigures> base) {
        Set<String> editions = new TreeSet<>(statistic.editions(now));
        base.ifPresent(figures -> editions.addAll(statistic.editions(figures)));
        return editions;
    }
}
