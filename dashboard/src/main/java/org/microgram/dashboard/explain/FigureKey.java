package org.microgram.dashboard.explain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.figures.Period;

/**
 * Asks for one figure: {@code "<subject> <measurement> <parameter> <interval>"}, such as {@code beijing air_day PM2.5 2020-02-12}.
 *
 * <p>Intervals are local (Asia/Shanghai): an hour by the label of its end {@code 2019-02-12T08} (07:00–08:00; the last of a day is
 * {@code T24}), a day {@code 2020-02-12}, a month {@code 2020-02}, a year {@code 2019}, a year to date by its last day.
 *
 * @param start seconds since 1970 UTC
 * @param end seconds since 1970 UTC
 */
record FigureKey(Subject subject, Measurement measurement, Parameter parameter, long start, long end) {

    private static final String SHAPE =
            "\"<subject> <measurement> <parameter> <interval>\", such as \"beijing air_day PM2.5 2020-02-12\"";

    /** @throws IllegalArgumentException saying what was found, what is accepted and what to do */
    static FigureKey parse(String text, Subjects subjects) {
        List<String> words = List.of(text.strip().split("\\s+"));
        int size = words.size();
        if (size < 4) {
            throw new IllegalArgumentException("Found: \"" + text + "\", which has " + size + " words. Expected: four, "
                    + SHAPE + ". Do: put the whole key in quotes.");
        }
        Measurement measurement = measurement(words.get(size - 3));
        Parameter parameter = Parameter.find(measurement, words.get(size - 2));
        // English names hold blanks.
        Subject subject = subjects.find(String.join(" ", words.subList(0, size - 3)));
        if (subject.kind().equals(Subject.SECTION)) {
            throw new IllegalArgumentException("Found: the section " + subject.id()
                    + ". Expected: a station or area with " + measurement.code() + ". Do: ask a section for water:"
                    + " \"" + subject.id() + " water_month CODMn 2020-05\".");
        }
        return at(subject, measurement, parameter, words.get(size - 1));
    }

    private static Measurement measurement(String code) {
        for (Measurement each : Measurement.values()) {
            if (each.code().equals(code) && code.startsWith("air_") && !each.isView()) {
                return each;
            }
        }
        for (Measurement each : Measurement.values()) {
            if (each.isView() && each.code().equals(code)) {
                throw new IllegalArgumentException(
                        "Found: " + code + ", a view, which has no history of its own. Expected:"
                                + " a stored figure. Do: ask for its receipt: ./microgram explain; and for the history of the days"
                                + " that it names.");
            }
        }
        throw new IllegalArgumentException("Found: measurement \"" + code
                + "\". Expected: air_hour, air_day, air_month, air_to_date or air_year, or of explain a view such as air_half_year."
                + " Do: write " + SHAPE + ".");
    }

    private static FigureKey at(Subject subject, Measurement measurement, Parameter parameter, String interval) {
        try {
            return switch (measurement) {
                case AIR_HOUR -> hour(subject, parameter, interval);
                case AIR_DAY -> {
                    LocalDate day = LocalDate.parse(interval);
                    yield of(subject, measurement, parameter, day, day);
                }
                case AIR_MONTH ->
                    period(
                            subject,
                            parameter,
                            Period.month(YearMonth.parse(interval).atDay(1)));
                case AIR_TO_DATE -> period(subject, parameter, Period.yearTo(LocalDate.parse(interval)));
                default -> {
                    if (!interval.matches("\\d{4}")) {
                        throw new DateTimeException("no year");
                    }
                    yield period(subject, parameter, Period.year(Integer.parseInt(interval)));
                }
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Found: interval \"" + interval + "\". Expected of " + measurement.code() + ": "
                            + switch (measurement) {
                                case AIR_HOUR ->
                                    "a date and the label of the hour's end, 01 to 24, such as 2019-02-12T08 for 07:00-08:00."
                                            + " Do: for 23:00-24:00 write T24 of that day, not T00 of the next.";
                                case AIR_MONTH -> "a month such as 2020-02. Do: write year and month with a hyphen.";
                                case AIR_YEAR -> "a year such as 2019. Do: write four digits.";
                                default ->
                                    "a date such as 2020-02-12. Do: write year, month and day with hyphens, and check that it exists.";
                            },
                    e);
        }
    }

    private static FigureKey hour(Subject subject, Parameter parameter, String interval) {
        if (!interval.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}")) {
            throw new DateTimeException("no hour");
        }
        int label = Integer.parseInt(interval.substring(11));
        if (label < 1 || label > 24) {
            throw new DateTimeException("no label of an hour");
        }
        long start = ChinaTime.startOf(LocalDate.parse(interval.substring(0, 10)))
                + (label - 1L) * ChinaTime.SECONDS_OF_HOUR;
        return hour(subject, parameter, start);
    }

    static FigureKey hour(Subject subject, Parameter parameter, long start) {
        return new FigureKey(subject, Measurement.AIR_HOUR, parameter, start, start + ChinaTime.SECONDS_OF_HOUR);
    }

    static FigureKey day(Subject subject, Parameter parameter, int day) {
        return of(subject, Measurement.AIR_DAY, parameter, ChinaTime.date(day), ChinaTime.date(day));
    }

    static FigureKey period(Subject subject, Parameter parameter, Period period) {
        Measurement measurement =
                switch (period.kind()) {
                    case MONTH -> Measurement.AIR_MONTH;
                    case YEAR_TO_DATE -> Measurement.AIR_TO_DATE;
                    case YEAR -> Measurement.AIR_YEAR;
                };
        return of(subject, measurement, parameter, period.first(), period.last());
    }

    private static FigureKey of(
            Subject subject, Measurement measurement, Parameter parameter, LocalDate first, LocalDate last) {
        return new FigureKey(
                subject, measurement, parameter, ChinaTime.startOf(first), ChinaTime.startOf(last.plusDays(1)));
    }

    RowKey rowKey() {
        return new RowKey(measurement, subject, start, end, "");
    }

    int firstDay() {
        return ChinaTime.dayOf(start);
    }

    int lastDay() {
        return ChinaTime.dayOf(end - 1);
    }

    /** Of a month, year to date or year. */
    Period period() {
        LocalDate first = ChinaTime.date(firstDay());
        return switch (measurement) {
            case AIR_MONTH -> Period.month(first);
            case AIR_TO_DATE -> Period.yearTo(ChinaTime.date(lastDay()));
            default -> Period.year(first.getYear());
        };
    }

    /** How the interval is written in a key. */
    String interval() {
        LocalDate first = ChinaTime.date(firstDay());
        return switch (measurement) {
            case AIR_HOUR -> first + "T" + label();
            case AIR_MONTH -> YearMonth.from(first).toString();
            case AIR_YEAR -> Integer.toString(first.getYear());
            default -> ChinaTime.date(lastDay()).toString();
        };
    }

    /** The label of an hour: 01 to 24. */
    String label() {
        return twoDigits(ChinaTime.hourOf(start) + 1);
    }

    static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** The key in its one canonical form. */
    String text() {
        return subject.id() + " " + measurement.code() + " " + parameter.code() + " " + interval();
    }
}
