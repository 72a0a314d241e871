package org.microgram.messages.water;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.rows.Measurement;

/**
 * One of the 25 periods of a year that rivers and basins are assessed over: its months, the year to the end of each of them, the year.
 *
 * @param month the month, or the last one
 */
record BasinSpan(Measurement measurement, int year, int month) {

    private static final int MONTHS = 12;

    /** In the order of their ends. */
    static List<BasinSpan> of(int year) {
        List<BasinSpan> all = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            all.add(month(year, month));
            all.add(new BasinSpan(Measurement.BASIN_TO_DATE, year, month));
        }
        all.add(new BasinSpan(Measurement.BASIN_YEAR, year, MONTHS));
        return all;
    }

    static BasinSpan month(int year, int month) {
        return new BasinSpan(Measurement.BASIN_MONTH, year, month);
    }

    boolean isMonth() {
        return measurement == Measurement.BASIN_MONTH;
    }

    LocalDate first() {
        return LocalDate.of(year, isMonth() ? month : 1, 1);
    }

    LocalDate last() {
        LocalDate first = LocalDate.of(year, month, 1);
        return first.withDayOfMonth(first.lengthOfMonth());
    }
}
