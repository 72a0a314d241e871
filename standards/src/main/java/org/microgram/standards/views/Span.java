package org.microgram.standards.views;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.ReferenceState;

/**
 * Whole calendar months that a view is made for, both included. {@link #of} gives equal months the same kind, so January to June is always
 * the half-year, whoever asks.
 */
public record Span(Kind kind, YearMonth first, YearMonth last) implements Comparable<Span>, Serializable {

    /** What it is called, which also decides how many days it needs ({@link SpanNeeds}). */
    public enum Kind {
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR,
        /** From January to the end of a month: 1–11月累计. */
        TO_DATE,
        /** Twelve months that end at any month's end. */
        ROLLING_12,
        /** Three calendar years. */
        THREE_YEARS,
        /** Any other months, such as a heating season. */
        MONTHS;

        /** {@code half_year}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int YEAR_MONTHS = 12;

    /** @throws IllegalArgumentException when the first is after the last */
    public static Span of(YearMonth first, YearMonth last) {
        if (first.isAfter(last)) {
            throw new IllegalArgumentException("Found: months from " + first + " to " + last
                    + ". Expected: a first month that is not after the last. Do: exchange them.");
        }
        return new Span(kind(first, last), first, last);
    }

    private static Kind kind(YearMonth first, YearMonth last) {
        int months = months(first, last);
        int into = first.getMonthValue() - 1;
        boolean oneYear = first.getYear() == last.getYear();
        if (months == 1) {
            return Kind.MONTH;
        }
        if (months == 3 && into % 3 == 0) {
            return Kind.QUARTER;
        }
        if (months == 6 && into % 6 == 0) {
            return Kind.HALF_YEAR;
        }
        if (months == YEAR_MONTHS) {
            return into == 0 ? Kind.YEAR : Kind.ROLLING_12;
        }
        if (months == 3 * YEAR_MONTHS && into == 0) {
            return Kind.THREE_YEARS;
        }
        return oneYear && into == 0 ? Kind.TO_DATE : Kind.MONTHS;
    }

    public static Span month(YearMonth month) {
        return of(month, month);
    }

    public static Span year(int year) {
        return of(YearMonth.of(year, 1), YearMonth.of(year, YEAR_MONTHS));
    }

    /** The span of this kind that ends with a month; none when no such span ends there (a quarter ends in March, not in April). */
    public static Optional<Span> ending(Kind kind, YearMonth last) {
        int month = last.getMonthValue();
        return switch (kind) {
            case MONTH -> Optional.of(month(last));
            case QUARTER -> ending(last, 3, month % 3 == 0);
            case HALF_YEAR -> ending(last, 6, month % 6 == 0);
            case YEAR -> ending(last, YEAR_MONTHS, month == YEAR_MONTHS);
            // January to June is the half-year and not said twice.
            case TO_DATE -> Optional.of(of(last.withMonth(1), last)).filter(span -> span.kind() == Kind.TO_DATE);
            case ROLLING_12 -> Optional.of(new Span(Kind.ROLLING_12, last.minusMonths(YEAR_MONTHS - 1L), last));
            case THREE_YEARS -> ending(last, 3 * YEAR_MONTHS, month == YEAR_MONTHS);
            case MONTHS -> Optional.empty();
        };
    }

    private static Optional<Span> ending(YearMonth last, int months, boolean endsThere) {
        return endsThere ? Optional.of(of(last.minusMonths(months - 1L), last)) : Optional.empty();
    }

    /**
     * As people write it: {@code 2019}, {@code 2019-03}, {@code 2019-Q1}, {@code 2019-H1}, {@code 2019-01..2019-06}.
     *
     * @throws IllegalArgumentException saying what was found, what is accepted and what to do
     */
    public static Span parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        String month = "\\d{4}-(0[1-9]|1[0-2])";
        if (upper.matches("\\d{4}")) {
            return year(Integer.parseInt(upper));
        }
        if (upper.matches(month)) {
            return month(YearMonth.parse(upper));
        }
        if (upper.matches("\\d{4}-(Q[1-4]|H[12])")) {
            int length = upper.charAt(5) == 'Q' ? 3 : 6;
            YearMonth first =
                    YearMonth.of(Integer.parseInt(upper.substring(0, 4)), 1 + length * (upper.charAt(6) - '1'));
            return of(first, first.plusMonths(length - 1L));
        }
        if (upper.matches(month + "\\.\\." + month)) {
            return of(YearMonth.parse(upper.substring(0, 7)), YearMonth.parse(upper.substring(9)));
        }
        throw new IllegalArgumentException("Found: period \"" + text
                + "\". Expected: a year 2019, a month 2019-03, a quarter 2019-Q1, a half-year 2019-H1, or months"
                + " 2019-01..2019-06. Do: write it so.");
    }

    public LocalDate firstDay() {
        return first.atDay(1);
    }

    public LocalDate lastDay() {
        return last.atEndOfMonth();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /** Whether concentrations of its days are stated at more than one reference state. */
    boolean isMixedState(Pollutant p) {
        return ReferenceState.isMixed(firstDay(), lastDay(), p);
    }

    /** Whether this and another span, one held against the other, hold days at different states. */
    boolean isMixedState(Span other, Pollutant p) {
        return isMixedState(p) || other.isMixedState(p) || ReferenceState.isMixed(other.lastDay(), lastDay(), p);
    }

    /** How many months it has. */
    public int months() {
        return months(first, last);
    }

    private static int months(YearMonth first, YearMonth last) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(first, last)) + 1;
    }

    /** Calendar days from its first to {@code through}. */
    public int daysThrough(LocalDate through) {
        return Math.toIntExact(ChronoUnit.DAYS.between(firstDay(), through)) + 1;
    }

    /** The same months a year earlier (同比). 29 February belongs to the leap year alone. */
    public Span yearBefore() {
        return new Span(kind, first.minusYears(1), last.minusYears(1));
    }

    /**
     * The span of equal length right before (环比); none of a year, whose last period is the year before, and none of a year to date, before
     * which nothing of its kind ends.
     */
    public Optional<Span> before() {
        return switch (kind) {
            case YEAR, TO_DATE, ROLLING_12, THREE_YEARS -> Optional.empty();
            default -> Optional.of(new Span(kind, first.minusMonths(months()), last.minusMonths(months())));
        };
    }

    @Override
    public int compareTo(Span other) {
        int order = first.compareTo(other.first);
        order = order != 0 ? order : last.compareTo(other.last);
        return order != 0 ? order : kind.compareTo(other.kind);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return switch (kind) {
            case MONTH -> first.toString();
            case QUARTER -> Year.from(first) + "-Q" + (first.getMonthValue() + 2) / 3;
            case HALF_YEAR -> Year.from(first) + "-H" + (first.getMonthValue() + 5) / 6;
            case YEAR -> Year.from(first).toString();
            default -> first + ".." + last;
        };
    }
}
