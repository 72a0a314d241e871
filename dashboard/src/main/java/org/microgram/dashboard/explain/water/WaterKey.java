package org.microgram.dashboard.explain.water;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Section;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;

/**
 * Asks for one figure of a section: {@code "<section> <measurement> <parameter> <interval>"}, such as
 * {@code bj-gubeikou water_month CODMn 2020-05}.
 *
 * <p>Intervals are local (Asia/Shanghai): a sample by the moment at which the water was taken {@code 2021-04-01T12:00}, with
 * {@code /manual} behind it when a person took it; a day {@code 2021-04-01}, a month {@code 2021-04}, a year {@code 2020}, a year to date by
 * its last day.
 *
 * @param start seconds since 1970 UTC
 * @param end seconds since 1970 UTC
 */
record WaterKey(Section section, Measurement measurement, WaterFigure figure, long start, long end, boolean byHand) {

    private static final String BY_HAND = "/manual";
    private static final String SHAPE =
            "\"<section> <measurement> <parameter> <interval>\", such as \"bj-gubeikou water_month CODMn 2020-05\"";
    private static final List<Measurement> HAVE_RECEIPTS = List.of(
            Measurement.WATER_SAMPLE,
            Measurement.WATER_DAY,
            Measurement.WATER_MONTH,
            Measurement.WATER_TO_DATE,
            Measurement.WATER_YEAR);

    /** Whether a key asks for a figure of water, whatever else is wrong with it. */
    static boolean isOfWater(String text) {
        List<String> words = words(text);
        return words.size() >= 4 && words.get(words.size() - 3).startsWith("water_");
    }

    /** @throws IllegalArgumentException saying what was found, what is accepted and what to do */
    static WaterKey parse(String text, Subjects subjects, Network network) {
        List<String> words = words(text);
        int size = words.size();
        Measurement measurement = HAVE_RECEIPTS.stream()
                .filter(each -> each.code().equals(words.get(size - 3)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Found: measurement \"" + words.get(size - 3)
                        + "\". Expected: "
                        + String.join(
                                ", ",
                                HAVE_RECEIPTS.stream().map(Measurement::code).toList())
                        + ". Do: write " + SHAPE + "."));
        // English names hold blanks.
        String name = String.join(" ", words.subList(0, size - 3));
        Subject subject = subjects.find(name);
        if (!subject.kind().equals(Subject.SECTION)) {
            throw new IllegalArgumentException("Found: " + subject.kind() + " " + subject.id() + " with "
                    + measurement.code()
                    + ", which is of sections. Expected: a section. Do: take an id of config/sections.csv.");
        }
        Section section = network.water().section(subject.id()).orElseThrow();
        return at(section, measurement, WaterFigure.find(words.get(size - 2)), words.get(size - 1));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static WaterKey at(Section section, Measurement measurement, WaterFigure figure, String interval) {
        try {
            return switch (measurement) {
                case WATER_SAMPLE -> sample(section, figure, interval);
                case WATER_DAY -> day(section, figure, LocalDate.parse(interval));
                case WATER_MONTH -> month(section, figure, YearMonth.parse(interval));
                case WATER_TO_DATE -> {
                    LocalDate last = LocalDate.parse(interval);
                    if (last.getDayOfMonth() != last.lengthOfMonth()) {
                        throw new DateTimeException("no month's end");
                    }
                    yield of(section, measurement, figure, last.withDayOfYear(1), last);
                }
                default -> {
                    if (!interval.matches("\\d{4}")) {
                        throw new DateTimeException("no year");
                    }
                    LocalDate first = LocalDate.of(Integer.parseInt(interval), 1, 1);
                    yield of(section, measurement, figure, first, first.withDayOfYear(first.lengthOfYear()));
                }
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Found: interval \"" + interval + "\". Expected of " + measurement.code() + ": "
                            + switch (measurement) {
                                case WATER_SAMPLE ->
                                    "the moment of the sample such as 2021-04-01T12:00, with /manual behind it when it was taken by"
                                            + " hand. Do: look for it: ./microgram query --measurement water_sample --subject "
                                            + section.id() + ".";
                                case WATER_MONTH -> "a month such as 2021-04. Do: write year and month with a hyphen.";
                                case WATER_YEAR -> "a year such as 2020. Do: write four digits.";
                                case WATER_TO_DATE ->
                                    "the last day of a month such as 2021-04-30, where years to date stand. Do: write it with hyphens.";
                                default -> "a date such as 2021-04-01. Do: write year, month and day with hyphens.";
                            },
                    e);
        }
    }

    private static WaterKey sample(Section section, WaterFigure figure, String interval) {
        boolean byHand = interval.endsWith(BY_HAND);
        LocalDateTime at =
                LocalDateTime.parse(byHand ? interval.substring(0, interval.length() - BY_HAND.length()) : interval);
        return sample(section, figure, at.toEpochSecond(ChinaTime.OFFSET), byHand);
    }

    static WaterKey sample(Section section, WaterFigure figure, long second, boolean byHand) {
        return new WaterKey(section, Measurement.WATER_SAMPLE, figure, second, second + 1, byHand);
    }

    static WaterKey day(Section section, WaterFigure figure, LocalDate day) {
        return of(section, Measurement.WATER_DAY, figure, day, day);
    }

    static WaterKey month(Section section, WaterFigure figure, YearMonth month) {
        return of(section, Measurement.WATER_MONTH, figure, month.atDay(1), month.atEndOfMonth());
    }

    private static WaterKey of(
            Section section, Measurement measurement, WaterFigure figure, LocalDate first, LocalDate last) {
        return new WaterKey(
                section, measurement, figure, ChinaTime.startOf(first), ChinaTime.startOf(last.plusDays(1)), false);
    }

    /** The same interval, another figure of it. */
    WaterKey with(WaterFigure other) {
        return new WaterKey(section, measurement, other, start, end, byHand);
    }

    RowKey rowKey() {
        return new RowKey(measurement, Subject.section(section.id()), start, end, byHand ? "manual" : "");
    }

    LocalDate firstDay() {
        return ChinaTime.date(ChinaTime.dayOf(start));
    }

    LocalDate lastDay() {
        return ChinaTime.date(ChinaTime.dayOf(end - 1));
    }

    /** Whether a message is of a sample within the interval's days. */
    boolean contains(SectionMessage message) {
        LocalDate day = ChinaTime.date(message.day());
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /** Whether it is more than the sample that it stands for. */
    boolean isPeriod() {
        return measurement != Measurement.WATER_SAMPLE;
    }

    /** How the interval is written in a key. */
    String interval() {
        return switch (measurement) {
            case WATER_SAMPLE -> moment("uuuu-MM-dd'T'HH:mm") + (byHand ? BY_HAND : "");
            case WATER_MONTH -> YearMonth.from(firstDay()).toString();
            case WATER_YEAR -> Integer.toString(firstDay().getYear());
            default -> lastDay().toString();
        };
    }

    /** The moment of a sample; its seconds only where it has any. */
    String moment(String pattern) {
        boolean whole = start % 60 == 0;
        return DateTimeFormatter.ofPattern(whole ? pattern : pattern + ":ss", Locale.ROOT)
                .format(LocalDateTime.ofEpochSecond(start, 0, ChinaTime.OFFSET));
    }

    /** The key in its one canonical form. */
    String text() {
        return section.id() + " " + measurement.code() + " " + figure.code() + " " + interval();
    }
}
