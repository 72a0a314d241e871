package org.microgram.standards.figures;

import java.time.LocalDate;
import java.util.Arrays;
import org.microgram.standards.Status;
import org.microgram.standards.air.Percentile;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.Validity;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;

/** The valid daily values of one pollutant while a period is added up: their exact sum, the rounded ones in ascending order, how many a month has. */
final class DailyValues {

    private final Pollutant pollutant;
    private final int[] inMonth;
    private Fraction sum;
    private long[] sorted;
    private int valid;

    DailyValues(Pollutant pollutant) {
        this(pollutant, Fraction.ZERO, new long[32], 0, new int[13]);
    }

    private DailyValues(Pollutant pollutant, Fraction sum, long[] sorted, int valid, int[] inMonth) {
        this.pollutant = pollutant;
        this.sum = sum;
        this.sorted = sorted;
        this.valid = valid;
        this.inMonth = inMonth;
    }

    DailyValues copy() {
        return new DailyValues(pollutant, sum, sorted.clone(), valid, inMonth.clone());
    }

    /**
     * @param exact µg/m³ (CO mg/m³)
     * @param rounded in units of the pollutant's last decimal
     */
    void add(LocalDate date, Fraction exact, long rounded) {
        sum = sum.plus(exact);
        insert(rounded);
        inMonth[date.getMonthValue()]++;
    }

    private void insert(long value) {
        int at = valid++;
        if (at == sorted.length) {
            sorted = Arrays.copyOf(sorted, at * 2);
        }
        while (at > 0 && sorted[at - 1] > value) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = value;
    }

    int valid() {
        return valid;
    }

    /** Null when there is no day. */
    Fraction mean() {
        return valid == 0 ? null : sum.dividedBy(valid);
    }

    /** Of the rounded values; null when there is no day. */
    Fraction percentile() {
        return valid == 0
                ? null
                : Percentile.of(sorted, valid, pollutant.percentile())
                        .times(Fraction.of(1, Scaled.powerOfTen(pollutant.decimals())));
    }

    Status status(Period period) {
        return valid == 0 ? Status.NONE : isEnough(period) ? Status.OK : Status.BELOW_MINIMUM;
    }

    private boolean isEnough(Period period) {
        if (valid < needed(period)) {
            return false;
        }
        for (int month = period.first().getMonthValue(); month <= period.last().getMonthValue(); month++) {
            if (inMonth[month] < neededInMonth(month, period.last())) {
                return false;
            }
        }
        return true;
    }

    /** Valid days that a period needs. */
    static int needed(Period period) {
        return switch (period.kind()) {
            case YEAR -> Validity.DAYS_OF_YEAR;
            case MONTH -> Validity.daysOfMonth(period.first().getMonthValue());
            case YEAR_TO_DATE -> {
                int sum = 0;
                for (int month = 1; month <= period.last().getMonthValue(); month++) {
                    sum += neededInMonth(month, period.last());
                }
                yield sum;
            }
        };
    }

    private static int neededInMonth(int month, LocalDate last) {
        return month == last.getMonthValue() ? Validity.daysOfMonthUntil(last) : Validity.daysOfMonth(month);
    }
}
