package org.microgram.standards.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Limits;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Scaled;

/**
 * A period while its days are added in order: exact sums, rounded daily values in ascending order, counts.
 *
 * <p><b>Rule.</b> A period's mean is the mean of the exact valid daily values. A percentile is over the rounded ones (definitions §2). Both
 * are without the hours of confirmed events; beside them stand those of all hours. Counts of days keep all hours (definitions §10). A
 * month needs 27 valid days (February 25); a year 324 and each month its own; a year to date each finished month its own and of an
 * unfinished month 90 % of the days gone (house rule).
 *
 * <p><b>Source.</b> GB 3095 table 4; HJ 663.
 */
public final class PeriodSum {

    private static final int SIX = Pollutant.COUNT;

    private final DailyValues[] values = new DailyValues[SIX];
    /** The same of all hours, kept apart from the first day on that an event touches; null before it. */
    private final DailyValues[] withEvents = new DailyValues[SIX];

    private final int[] attaining = new int[SIX];
    private final int[] revisions = new int[SIX];
    private final States[] states = new States[SIX];
    private final SortedSet<String> events = new TreeSet<>();
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
        Arrays.setAll(values, i -> new DailyValues(Pollutant.ALL.get(i)));
        Arrays.fill(states, States.NONE);
    }

    /** Adds a day; days come in order and belong to one year. */
    public void add(AirDay day) {
        LocalDate date = ChinaTime.date(day.day());
        for (Pollutant p : Pollutant.ALL) {
            int i = p.ordinal();
            revisions[i] += day.revision(p);
            states[i] = states[i].plus(day.states(p));
            boolean touched = day.lessEvents(p) != null;
            if (touched) {
                withEvents[i] = withEvents[i] == null ? values[i].copy() : withEvents[i];
                if (day.isAssessed(p)) {
                    values[i].add(date, day.assessed(p), day.assessedRounded(p));
                }
            }
            if (!day.isValid(p)) {
                continue;
            }
            long rounded = day.rounded(p);
            if (!touched) {
                values[i].add(date, day.exact(p), rounded);
            }
            if (withEvents[i] != null) {
                withEvents[i].add(date, day.exact(p), rounded);
            }
            if (Limits.knows(date)
                    && rounded * Scaled.powerOfTen(Scaled.DIGITS - p.decimals())
                            <= Limits.daily(date, p).grade2()) {
                attaining[i]++;
            }
        }
        events.addAll(day.events());
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

    /** The figures of the period as far as days have been added. */
    public AirPeriod figures(Period period) {
        List<AirPeriod.OfPollutant> six = new ArrayList<>(SIX);
        for (Pollutant p : Pollutant.ALL) {
            int i = p.ordinal();
            six.add(new AirPeriod.OfPollutant(
                    values[i].mean(),
                    values[i].percentile(),
                    values[i].valid(),
                    DailyValues.needed(period),
                    values[i].status(period),
                    attaining[i],
                    revisions[i],
                    states[i],
                    withEvents[i] == null ? null : withEvents(withEvents[i], period)));
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
                notMonitored == null ? Set.of() : Set.copyOf(notMonitored),
                List.copyOf(events));
    }

    private static AirPeriod.WithEvents withEvents(DailyValues of, Period period) {
        return new AirPeriod.WithEvents(of.mean(), of.percentile(), of.valid(), of.status(period));
    }
}
