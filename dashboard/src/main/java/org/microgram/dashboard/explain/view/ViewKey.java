package org.microgram.dashboard.explain.view;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.views.Span;
import org.microgram.standards.views.SpanChange.Against;
import org.microgram.standards.views.Statistic;

/**
 * Asks for one figure of a view: {@code beijing air_half_year PM2.5 2020-01}, {@code beijing air_change good_days 2020-H1},
 * {@code dongcheng air_rank PM2.5 2019-H1}.
 *
 * <p>Intervals are periods as {@link Span#parse} reads them; a quarter and a half-year also by their first month, rolling twelve months by their
 * last one, three years by their last year. A change is against last year, {@code PM2.5:last_period} against the period before.
 *
 * @param against of a change; null of the other views
 */
record ViewKey(Subject subject, Measurement view, Statistic statistic, Against against, Span span) {

    private static final String LAST_PERIOD = ":" + Against.LAST_PERIOD.code();

    /** Whether a key asks for a view, whatever else may be wrong with it. */
    static boolean isView(String text) {
        String[] words = text.strip().split("\\s+");
        return words.length >= 4 && view(words[words.length - 3]).isPresent();
    }

    private static Optional<Measurement> view(String code) {
        return Arrays.stream(Measurement.values())
                .filter(Measurement::isView)
                .filter(view -> view.code().equals(code))
                .findFirst();
    }

    /** @throws IllegalArgumentException saying what was found, what is accepted and what to do */
    static ViewKey parse(String text, Subjects subjects) {
        List<String> words = List.of(text.strip().split("\\s+"));
        int size = words.size();
        Measurement view = view(words.get(size - 3)).orElseThrow();
        if (view == Measurement.AIR_TREND) {
            throw new IllegalArgumentException("Found: measurement air_trend, which has no receipt. Expected: a figure."
                    + " Do: its row names the years and the arithmetic: ./microgram query --measurement air_trend --json;"
                    + " explain each year: air_year.");
        }
        // English names hold blanks.
        Subject subject = subjects.find(String.join(" ", words.subList(0, size - 3)));
        Span span = span(view, words.get(size - 1));
        String parameter = words.get(size - 2);
        boolean lastPeriod = view == Measurement.AIR_CHANGE
                && parameter.toLowerCase(Locale.ROOT).endsWith(LAST_PERIOD);
        String name = lastPeriod ? parameter.substring(0, parameter.length() - LAST_PERIOD.length()) : parameter;
        Against against = view != Measurement.AIR_CHANGE ? null : lastPeriod ? Against.LAST_PERIOD : Against.LAST_YEAR;
        return new ViewKey(subject, view, statistic(view, name, span), against, span);
    }

    private static Statistic statistic(Measurement view, String name, Span span) {
        if (view == Measurement.AIR_RANK) {
            return Statistic.rankedBy(name, span.lastDay());
        }
        List<Statistic> known = statistics(view);
        return known.stream()
                .filter(statistic -> code(statistic).equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Found: parameter \"" + name + "\". Expected of "
                        + view.code() + ": "
                        + String.join(", ", known.stream().map(ViewKey::code).toList())
                        + (view == Measurement.AIR_CHANGE ? "; against the period before with " + LAST_PERIOD : "")
                        + ". Do: write one of these."));
    }

    /** The figures of a view that have a receipt. */
    static List<Statistic> statistics(Measurement view) {
        return switch (view) {
            case AIR_COMPOSITE -> List.of(Statistic.COMPOSITE);
            case AIR_CHANGE -> Statistic.ALL;
            case AIR_THREE_YEARS ->
                // The share of three years is no mean of theirs: it weighs each evaluated day the same.
                Statistic.ALL.stream()
                        .filter(statistic ->
                                !statistic.equals(Statistic.COMPOSITE) && !statistic.equals(Statistic.GOOD_SHARE))
                        .toList();
            default ->
                Statistic.ALL.stream()
                        .filter(statistic -> !statistic.equals(Statistic.COMPOSITE))
                        .toList();
        };
    }

    /** How a statistic is called in a key: {@code PM2.5}, {@code PM2.5_P95}, {@code attaining_PM2.5}, {@code good_days} … */
    static String code(Statistic statistic) {
        return switch (statistic.kind()) {
            case MEAN -> statistic.pollutant().code();
            case PERCENTILE ->
                statistic.pollutant().code() + "_P" + statistic.pollutant().percentile();
            case ATTAINING_DAYS -> "attaining_" + statistic.pollutant().code();
            default -> statistic.code();
        };
    }

    private static Span span(Measurement view, String text) {
        Optional<Span.Kind> kind = kind(view);
        if (kind.isEmpty()) {
            return Span.parse(text);
        }
        try {
            if (text.matches("\\d{4}-\\d{2}")) {
                YearMonth month = YearMonth.parse(text);
                int months = Span.ending(kind.get(), month.withMonth(12))
                        .orElseThrow()
                        .months();
                YearMonth last = kind.get() == Span.Kind.ROLLING_12 ? month : month.plusMonths(months - 1L);
                return Span.ending(kind.get(), last).orElseThrow(() -> new DateTimeException("no such span"));
            }
            if (kind.get() == Span.Kind.THREE_YEARS && text.matches("\\d{4}")) {
                return Span.ending(kind.get(), YearMonth.of(Integer.parseInt(text), 12))
                        .orElseThrow();
            }
            Span span = Span.parse(text);
            return Span.ending(kind.get(), span.last())
                    .filter(same -> same.first().equals(span.first()))
                    .orElseThrow(() -> new DateTimeException("another span"));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Found: interval \"" + text + "\". Expected of " + view.code() + ": " + accepted(kind.get())
                            + ". Do: write it so.",
                    e);
        }
    }

    private static Optional<Span.Kind> kind(Measurement view) {
        return switch (view) {
            case AIR_ROLLING12 -> Optional.of(Span.Kind.ROLLING_12);
            case AIR_QUARTER -> Optional.of(Span.Kind.QUARTER);
            case AIR_HALF_YEAR -> Optional.of(Span.Kind.HALF_YEAR);
            case AIR_THREE_YEARS -> Optional.of(Span.Kind.THREE_YEARS);
            default -> Optional.empty();
        };
    }

    private static String accepted(Span.Kind kind) {
        return switch (kind) {
            case QUARTER -> "a quarter 2020-Q1, or its first month 2020-01";
            case HALF_YEAR -> "a half-year 2020-H1, or its first month 2020-01";
            case THREE_YEARS -> "three years 2018-01..2020-12, or the last of them 2020";
            default -> "twelve months 2019-07..2020-06, or the last of them 2020-06";
        };
    }

    /** The key in its one canonical form. */
    String text() {
        return subject.id() + " " + view.code() + " " + parameter() + " " + span;
    }

    /** As the receipt names it. */
    String parameter() {
        String code = view == Measurement.AIR_RANK && statistic.equals(Statistic.GOOD_SHARE)
                ? "aqi"
                : view == Measurement.AIR_RANK ? statistic.parameter() : code(statistic);
        return against == Against.LAST_PERIOD ? code + LAST_PERIOD : code;
    }

    /** The day of a value or an AQI in the same words as its receipt. */
    String dayKey(LocalDate day, String parameter) {
        return subject.id() + " " + Measurement.AIR_DAY.code() + " " + parameter + " " + day;
    }

    /**
     * The key of a figure of a span, as far as there is one that goes through this day.
     *
     * @return null when there is none
     */
    static String figureKey(Subject subject, Statistic statistic, Span span, LocalDate through) {
        Measurement of =
                switch (span.kind()) {
                    case MONTH -> Measurement.AIR_MONTH;
                    case YEAR -> Measurement.AIR_YEAR;
                    case TO_DATE -> Measurement.AIR_TO_DATE;
                    case QUARTER -> Measurement.AIR_QUARTER;
                    case HALF_YEAR -> Measurement.AIR_HALF_YEAR;
                    case ROLLING_12 -> Measurement.AIR_ROLLING12;
                    case THREE_YEARS -> Measurement.AIR_THREE_YEARS;
                    case MONTHS -> null;
                };
        if (statistic.equals(Statistic.COMPOSITE)) {
            of = Measurement.AIR_COMPOSITE;
        }
        boolean stored = of != null && !of.isView();
        if (of == null || stored && statistic.equals(Statistic.GOOD_SHARE)) {
            return null;
        }
        String interval = of == Measurement.AIR_TO_DATE ? through.toString() : span.toString();
        return subject.id() + " " + of.code() + " " + code(statistic) + " " + interval;
    }

    long start() {
        return ChinaTime.startOf(span.firstDay());
    }

    long end() {
        return ChinaTime.startOf(span.lastDay().plusDays(1));
    }
}
