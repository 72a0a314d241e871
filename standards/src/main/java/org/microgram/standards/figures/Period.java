package org.microgram.standards.figures;

import java.time.LocalDate;

/**
 * A span of natural days that means and counts are made for.
 *
 * @param first its first day
 * @param last its last day; of a year to date the day that it reaches to
 */
public record Period(Kind kind, LocalDate first, LocalDate last) {

    public enum Kind {
        MONTH,
        /** From 1 January to the end of a day. */
        YEAR_TO_DATE,
        YEAR
    }

    public static Period month(LocalDate anyDay) {
        LocalDate first = anyDay.withDayOfMonth(1);
        return new Period(Kind.MONTH, first, first.plusMonths(1).minusDays(1));
    }

    public static Period year(int year) {
        return new Period(Kind.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public static Period yearTo(LocalDate last) {
        return new Period(Kind.YEAR_TO_DATE, last.withDayOfYear(1), last);
    }

    /** Calendar days from first to last. */
    public int days() {
        return (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    }
}
