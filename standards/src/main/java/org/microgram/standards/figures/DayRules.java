package org.microgram.standards.figures;

import java.util.ArrayList;
import java.util.List;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Editions;
import org.microgram.standards.air.Limits;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.Unconfirmed;
import org.microgram.standards.air.Validity;
import org.microgram.standards.events.ExcludedHours;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;

/**
 * The natural day, of a station and of an area.
 *
 * <p><b>Rule.</b> A station's day is the mean of its 24 hours and needs 20. Its MDA8 is the greatest of the eight-hour means whose labels the
 * edition names (08 to 24: 17 of them), over hours of that day only, each of which needs 6 hours; it needs 14 such means, and with fewer still counts if it exceeds the
 * limit of the station's zone, tested on the unrounded value. An area's day is the mean of its members' valid station days, carried exact.
 *
 * <p><b>Source.</b> GB 3095 table 4; HJ 663 cl. 6.1.2 and its city value.
 */
public final class DayRules {

    private static final int WINDOW = 8;
    private static final int O3 = Pollutant.O3.ordinal();

    private DayRules() {}

    /** Of a station that monitors all six. */
    public static AirDay station(StationDay hours, int grade, DailyProfile profile) {
        return station(hours, grade, profile, MonitoringPlan.ALL_SIX);
    }

    /** Of a day that no event touches. */
    public static AirDay station(StationDay hours, int grade, DailyProfile profile, MonitoringPlan plan) {
        return station(hours, grade, profile, plan, ExcludedHours.NONE);
    }

    /**
     * @param grade zone class of the station, 1 or 2
     * @param out hours that confirmed events take out of the means; the AQI keeps them
     */
    public static AirDay station(
            StationDay hours, int grade, DailyProfile profile, MonitoringPlan plan, ExcludedHours out) {
        AirDay day = new AirDay(hours.day());
        for (Pollutant p : Pollutant.ALL) {
            if (p != Pollutant.O3) {
                meanOfHours(hours, p, day);
            }
            if (out.touches(p)) {
                meanLessEvents(hours, p, out.of(p), day);
            }
            day.addRevision(p, hours.revision(p.ordinal()));
            // A raw day is the rule while readings come in, and its hours are counted already.
            boolean known = hours.isRaw() && p != Pollutant.O3;
            day.setStates(p, known ? new States(day.had(p), 0, 0, 0) : states(hours, p.ordinal()));
        }
        greatestEightHours(hours, grade, day);
        day.arrived(hours.receivedAt());
        day.touchedBy(out.events());
        return day.judge(profile, plan);
    }

    /** Of an area that monitors all six. */
    public static AirDay area(int day, List<AirDay> stations, int members, DailyProfile profile) {
        return area(day, stations, members, profile, MonitoringPlan.ALL_SIX);
    }

    /**
     * @param stations the members' days in station order; only those that sent one
     * @param members how many members the area has on this day, reporting or not
     * @param plan of the area: what its members leave out is another matter
     */
    public static AirDay area(int day, List<AirDay> stations, int members, DailyProfile profile, MonitoringPlan plan) {
        AirDay area = new AirDay(day);
        int needed = Validity.stations(members);
        for (Pollutant p : Pollutant.ALL) {
            List<Fraction> valid = new ArrayList<>(stations.size());
            States states = States.NONE;
            for (AirDay station : stations) {
                states = states.plus(station.states(p));
                area.addRevision(p, station.revision(p));
                if (station.isValid(p)) {
                    valid.add(station.exact(p));
                }
            }
            area.setStates(p, states);
            Fraction mean = valid.isEmpty() ? null : sum(valid).dividedBy(valid.size());
            area.set(p, mean, valid.size(), needed, valid.size() >= needed);
            if (stations.stream().anyMatch(station -> station.lessEvents(p) != null)) {
                meanLessEvents(stations, p, needed, area);
            }
        }
        stations.forEach(station -> area.touchedBy(station.events()));
        stations.forEach(station -> area.arrived(station.receivedAt()));
        area.restsOn(Unconfirmed.ofMembers(members));
        return area.judge(profile, plan);
    }

    private static void meanOfHours(StationDay hours, Pollutant p, AirDay day) {
        long sum = 0;
        int count = 0;
        for (int hour = 0; hour < StationDay.HOURS; hour++) {
            if (hours.hasValue(hour, p.ordinal())) {
                sum = Math.addExact(sum, hours.value(hour, p.ordinal()));
                count++;
            }
        }
        Fraction mean = count == 0 ? null : Fraction.ofScaled(sum, count);
        day.set(p, mean, count, Validity.HOURS_OF_DAY, count >= Validity.HOURS_OF_DAY);
    }

    /** The same of the hours that no event takes out: an hour that is out is one less. */
    private static void meanLessEvents(StationDay hours, Pollutant p, int out, AirDay day) {
        long sum = 0;
        int count = 0;
        for (int hour = 0; hour < StationDay.HOURS; hour++) {
            if ((out >> hour & 1) == 0 && hours.hasValue(hour, p.ordinal())) {
                sum = Math.addExact(sum, hours.value(hour, p.ordinal()));
                count++;
            }
        }
        Fraction mean = count == 0 ? null : Fraction.ofScaled(sum, count);
        day.setLessEvents(p, mean, count, count >= Validity.HOURS_OF_DAY);
    }

    private static void meanLessEvents(List<AirDay> stations, Pollutant p, int needed, AirDay area) {
        List<Fraction> left = stations.stream()
                .filter(station -> station.isAssessed(p))
                .map(station -> station.assessed(p))
                .toList();
        Fraction mean = left.isEmpty() ? null : sum(left).dividedBy(left.size());
        area.setLessEvents(p, mean, left.size(), left.size() >= needed);
    }

    private static States states(StationDay hours, int p) {
        int[] counts = new int[ReviewState.values().length];
        for (int hour = 0; hour < StationDay.HOURS; hour++) {
            if (hours.hasValue(hour, p)) {
                counts[hours.isRaw() ? 0 : hours.state(hour, p).ordinal()]++;
            }
        }
        return new States(
                counts[ReviewState.RAW.ordinal()],
                counts[ReviewState.FIRST.ordinal()],
                counts[ReviewState.SECOND.ordinal()],
                counts[ReviewState.FINAL.ordinal()]);
    }

    private static void greatestEightHours(StationDay hours, int grade, AirDay day) {
        long bestSum = 0;
        int bestCount = 0;
        Edition rules = Editions.limitsOn(ChinaTime.date(hours.day()))
                .orElse(Editions.ofLimits().get(0));
        int windows = 0;
        long greatestHour = Long.MIN_VALUE;
        long sum = 0;
        int count = 0;
        for (int hour = 0; hour < StationDay.HOURS; hour++) {
            if (hours.hasValue(hour, O3)) {
                sum = Math.addExact(sum, hours.value(hour, O3));
                count++;
                greatestHour = Math.max(greatestHour, hours.value(hour, O3));
            }
            int left = hour - WINDOW;
            if (left >= 0 && hours.hasValue(left, O3)) {
                sum -= hours.value(left, O3);
                count--;
            }
            int label = hour + 1;
            if (label >= rules.mda8First() && label <= rules.mda8Last() && count >= Validity.HOURS_OF_8H) {
                windows++;
                // sum/count > bestSum/bestCount, without dividing
                if (bestCount == 0
                        || Math.multiplyExact(sum, (long) bestCount) > Math.multiplyExact(bestSum, (long) count)) {
                    bestSum = sum;
                    bestCount = count;
                }
            }
        }
        boolean enough = windows >= Validity.WINDOWS_OF_MDA8;
        boolean exceeds = bestCount > 0 && bestSum > Math.multiplyExact(limit(hours.day(), grade), (long) bestCount);
        Fraction best = bestCount == 0 ? null : Fraction.ofScaled(bestSum, bestCount);
        day.set(Pollutant.O3, best, windows, Validity.WINDOWS_OF_MDA8, enough || exceeds);
        if (!enough && exceeds) {
            day.countsByExceedance();
        }
        if (greatestHour != Long.MIN_VALUE) {
            day.greatestO3Hour(Fraction.ofScaled(greatestHour, 1));
        }
    }

    /** The MDA8 limit, scaled; without an edition in force nothing exceeds. */
    private static long limit(int day, int grade) {
        return Limits.knows(ChinaTime.date(day))
                ? Limits.daily(ChinaTime.date(day), Pollutant.O3).of(grade)
                : Long.MAX_VALUE / Scaled.ONE;
    }

    private static Fraction sum(List<Fraction> values) {
        Fraction sum = Fraction.ZERO;
        for (Fraction each : values) {
            sum = sum.plus(each);
        }
        return sum;
    }
}
