package org.microgram.standards.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.air.Limits;
import org.microgram.standards.air.Percentile;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.Validity;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;

/**
 * A period while its days are added in order: exact sums, rounded daily values in ascending order, counts.
 *
 * <p><b>Rule.</b> A period's mean is the mean of the exact valid daily values. A percentile is over the rounded ones (definitions §2). A
 * month needs 27 valid days (February 25); a year 324 and each month its own; a year to date each finished month its own and of an
 * unfinished month 90 % of the days gone (house rule).
 *
 * <p><b>Source.</b> GB 3095 table 4; HJ 663.
 */
public final class PeriodSum {

    private static final int SIX = Pollutant.COUNT;

    private final Fraction[] sums = new Fraction[SIX];
    private final long[][] sorted = new long[SIX][32];
    private final int[] valid = new int[SIX];
    private final int[][] validInMonth = new int[SIX][13];
    private final int[] attaining = new int[SIX];
    private final int[] revisions = new int[SIX];
    private final States[] states = new States[SIX];
    private int good;
    private int heavy;
    private int evaluated;
    private int goodOfSix;
    private int heavyOfSix;
    private int evaluatedOfSix;
    private int unconfirmed;
    private Set<Pollutant> notMonitored;
    private long receivedAt = Long.MIN_VALUE;

    public PeriodSum() {
        Arrays.fill(sums, Fraction.ZERO);
        Arrays.fill(states, States.NONE);
    }

    /** Adds a day; days come in order and belong to one year. */
    public void add(AirDay day) {
        LocalDate date = ChinaTime.date(day.day());
        for (Pollutant p : Pollutant.ALL) {
            int i = p.ordinal();
            revisions[i] += day.revision(p);
            states[i] = states[i].plus(day.states(p));
            if (!day.isValid(p)) {
                continue;
            }
            sums[i] = sums[i].plus(day.exact(p));
            long rounded = day.rounded(p);
            insert(i, rounded);
            validInMonth[i][date.getMonthValue()]++;
            if (Limits.knows(date)
                    && rounded * Scaled.powerOfTen(Scaled.DIGITS - p.decimals())
                            <= Limits.daily(date, p).grade2()) {
                attaining[i]++;
            }
        }
        notMonitored = notMonitored == null ? EnumSet.copyOf(Pollutant.ALL) : notMonitored;
        notMonitored.retainAll(day.notMonitored());
        countAqi(day);
        unconfirmed |= day.unconfirmed();
        receivedAt = Math.max(receivedAt, day.receivedAt());
    }

    private void countAqi(AirDay day) {
        if (!day.aqi().exists()) {
            return;
        }
        int aqi = day.aqi().value();
        boolean six = day.aqi().inputs() == SIX;
        evaluated++;
        evaluatedOfSix += six ? 1 : 0;
        if (aqi <= 100) {
            good++;
            goodOfSix += six ? 1 : 0;
        }
        if (aqi > 200) {
            heavy++;
            heavyOfSix += six ? 1 : 0;
        }
    }

    private void insert(int pollutant, long value) {
        int count = valid[pollutant]++;
        if (count == sorted[pollutant].length) {
            sorted[pollutant] = Arrays.copyOf(sorted[pollutant], count * 2);
        }
        long[] values = sorted[pollutant];
        int at = count;
        while (at > 0 && values[at - 1] > value) {
            values[at] = values[at - 1];
            at--;
        }
        values[at] = value;
    }

    /** The figures of the period as far as days have been added. */
    public AirPeriod figures(Period period) {
        List<AirPeriod.OfPollutant> six = new ArrayList<>(SIX);
        for (Pollutant p : Pollutant.ALL) {
            int i = p.ordinal();
            boolean any = valid[i] > 0;
            six.add(new AirPeriod.OfPollutant(
                    any ? sums[i].dividedBy(valid[i]) : null,
                    // Rounded daily values are counted in units of their last decimal.
                    any
                            ? Percentile.of(sorted[i], valid[i], p.percentile())
                                    .times(Fraction.of(1, Scaled.powerOfTen(p.decimals())))
                            : null,
                    valid[i],
                    needed(period),
                    !any ? Status.NONE : isEnough(i, period) ? Status.OK : Status.BELOW_MINIMUM,
                    attaining[i],
                    revisions[i],
                    states[i]));
        }
        return new AirPeriod(
                period,
                six,
                good,
                heavy,
                evaluated,
                goodOfSix,
                heavyOfSix,
                evaluatedOfSix,
                unconfirmed | period.unconfirmed(),
                receivedAt,
                notMonitored == null ? Set.of() : Set.copyOf(notMonitored));
    }

    private static int needed(Period period) {
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

    private boolean isEnough(int pollutant, Period period) {
        if (valid[pollutant] < needed(period)) {
            return false;
        }
        for (int month = period.first().getMonthValue(); month <= period.last().getMonthValue(); month++) {
            if (validInMonth[pollutant][month] < neededInMonth(month, period.last())) {
                return false;
            }
        }
        return true;
    }

    private static int neededInMonth(int month, LocalDate last) {
        return month == last.getMonthValue() ? Validity.daysOfMonthUntil(last) : Validity.daysOfMonth(month);
    }
}
