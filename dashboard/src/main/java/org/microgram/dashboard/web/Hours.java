package org.microgram.dashboard.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and hours as people here write them: an hour is named by its end, the last hour of a day is 24. */
final class Hours {

    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    static final long HOUR = 3_600;

    private static final Pattern LABEL = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T(\\d{2})");

    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private Hours() {}

    /** The end of the hour that a label names: {@code 2020-02-12T16}, {@code 2020-02-12T24}. */
    static long parseLabel(String name, String label) {
        Matcher parts = LABEL.matcher(label);
        if (parts.matches()) {
            int hour = Integer.parseInt(parts.group(2));
            if (hour >= 1 && hour <= 24) {
                return startOfDay(parseDay(name, parts.group(1))) + hour * HOUR;
            }
        }
        throw new Problem(
                400,
                name + "=" + label + " is not an hour",
                "a day and an hour 01 to 24, named by its end",
                "write " + name + "=2020-02-12T16 for 15:00–16:00");
    }

    static LocalDate parseDay(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Problem(
                    400,
                    name + "=" + text + " is not a day",
                    "a date of the calendar as YYYY-MM-DD",
                    "write " + name + "=2020-02-12");
        }
    }

    static long startOfDay(LocalDate day) {
        return day.atStartOfDay(BEIJING).toEpochSecond();
    }

    /** The day an hour belongs to: the hour that ends at midnight belongs to the day before. */
    static LocalDate dayOf(long endSecond) {
        return at(endSecond - HOUR).toLocalDate();
    }

    /** 1 to 24. */
    static int hourOf(long endSecond) {
        return at(endSecond - HOUR).getHour() + 1;
    }

    /** {@code 2020-02-12T16}. */
    static String label(long endSecond) {
        return "%sT%02d".formatted(dayOf(endSecond), hourOf(endSecond));
    }

    static String iso(long second) {
        return ISO.format(at(second));
    }

    private static ZonedDateTime at(long second) {
        return Instant.ofEpochSecond(second).atZone(BEIJING);
    }
}
