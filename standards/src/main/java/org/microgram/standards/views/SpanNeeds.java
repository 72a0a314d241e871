package org.microgram.standards.views;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.microgram.standards.air.Validity;

/**
 * How many valid days a span needs (definitions §4).
 *
 * <p><b>Rule.</b> A year needs 324 valid days and each month its own 27 (February 25). Rolling 12 months need what a year needs; a quarter,
 * a half-year and other months need each finished month to meet its own, and of an unfinished month 90 % of the days gone (house rules).
 *
 * <p><b>Source.</b> GB 3095 table 4; which part is a rule of this house stands in {@code views/rules.csv}.
 */
final class SpanNeeds {

    private SpanNeeds() {}

    /** Valid days needed in all. */
    static int days(Span span, LocalDate through) {
        return switch (span.kind()) {
            case YEAR, ROLLING_12 -> Validity.DAYS_OF_YEAR;
            case THREE_YEARS -> 3 * Validity.DAYS_OF_YEAR;
            // As the stored row of the month: 27 from its first day on.
            case MONTH -> Validity.daysOfMonth(span.first().getMonthValue());
            default -> {
                int sum = 0;
                for (YearMonth month = span.first(); !month.atDay(1).isAfter(through); month = month.plusMonths(1)) {
                    sum += inMonth(month, through);
                }
                yield sum;
            }
        };
    }

    /**
     * The months that lack days, each as {@code 2020-11 25/27}; empty when every one has its own.
     *
     * @param valid valid days of each month
     */
    static List<String> shortMonths(Span span, LocalDate through, Map<YearMonth, Integer> valid) {
        List<String> lacking = new ArrayList<>();
        for (YearMonth month = span.first(); !month.atDay(1).isAfter(through); month = month.plusMonths(1)) {
            int had = valid.getOrDefault(month, 0);
            int needed = span.kind() == Span.Kind.MONTH
                    ? Validity.daysOfMonth(month.getMonthValue())
                    : inMonth(month, through);
            if (had < needed) {
                lacking.add(month + " " + had + "/" + needed);
            }
        }
        return lacking;
    }

    private static int inMonth(YearMonth month, LocalDate through) {
        LocalDate end = month.atEndOfMonth();
        return Validity.daysOfMonthUntil(through.isBefore(end) ? through : end);
    }
}
