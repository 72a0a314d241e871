package org.microgram.standards;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * China Standard Time: UTC+8 the whole year. A natural day is the 24 hours labelled 01 to 24 by their end; the hour labelled 16 is
 * 15:00–16:00, the last of a day is 24 and never 0 of the next.
 */
public final class ChinaTime {

    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    public static final int SECONDS_OF_DAY = 86_400;

    public static final int SECONDS_OF_HOUR = 3_600;

    private ChinaTime() {}

    /** The natural day (days since 1970-01-01) in which an interval that starts then lies. */
    public static int dayOf(long startSecond) {
        return Math.toIntExact(Math.floorDiv(startSecond + OFFSET.getTotalSeconds(), (long) SECONDS_OF_DAY));
    }

    /** The hour of its natural day, 0 for the one labelled 01 … 23 for the one labelled 24. */
    public static int hourOf(long startSecond) {
        return (int) (Math.floorMod(startSecond + OFFSET.getTotalSeconds(), (long) SECONDS_OF_DAY) / SECONDS_OF_HOUR);
    }

    /** Seconds since 1970 UTC at which a natural day begins. */
    public static long startOf(int day) {
        return (long) day * SECONDS_OF_DAY - OFFSET.getTotalSeconds();
    }

    public static long startOf(LocalDate day) {
        return startOf(Math.toIntExact(day.toEpochDay()));
    }

    public static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
