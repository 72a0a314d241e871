package org.microgram.standards.screening;

import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.number.Scaled;

/**
 * The flags of one station's day. Rules of neighbouring hours look into the day before and the day after: a jump one hour, a standstill
 * as many hours as it must last, at most 23.
 */
final class StationFlags {

    private static final int HOURS = StationDay.HOURS;
    private static final int PM25 = Pollutant.PM25.ordinal();
    private static final int PM10 = Pollutant.PM10.ordinal();

    private final DayCriteria criteria;
    private final StationDay before;
    private final StationDay day;
    private final StationDay after;
    private int[] flags;

    StationFlags(DayCriteria criteria, StationDay before, StationDay day, StationDay after) {
        this.criteria = criteria;
        this.before = before;
        this.day = day;
        this.after = after;
    }

    /** By hour × 6 + pollutant; null when there is none. */
    int[] flags() {
        for (int p = 0; p < Pollutant.COUNT; p++) {
            ofOneValue(p);
            jumps(p);
            standstills(p);
        }
        particulates();
        return flags;
    }

    private void flag(int hour, int pollutant, Rule rule) {
        if (flags == null) {
            flags = new int[HOURS * Pollutant.COUNT];
        }
        flags[hour * Pollutant.COUNT + pollutant] |= rule.flag();
    }

    private void ofOneValue(int p) {
        Criterion range = criteria.of(Rule.RANGE, p);
        Criterion ceiling = criteria.of(Rule.CEILING, p);
        Criterion low = criteria.of(Rule.LOW, p);
        if (range == null && ceiling == null && low == null) {
            return;
        }
        long least = range == null ? Long.MIN_VALUE : range.number(0);
        long most = range == null ? Long.MAX_VALUE : range.number(1);
        long at = ceiling == null ? Long.MIN_VALUE : ceiling.number(0);
        long atMost = low == null ? Long.MIN_VALUE : low.number(0);
        for (int hour = 0; hour < HOURS; hour++) {
            long value = day.value(hour, p);
            if (!HourValues.isValue(value)) {
                continue;
            }
            if (value < least || value > most) {
                flag(hour, p, Rule.RANGE);
            }
            if (value == at) {
                flag(hour, p, Rule.CEILING);
            }
            if (value <= atMost) {
                flag(hour, p, Rule.LOW);
            }
        }
    }

    private void jumps(int p) {
        Criterion jump = criteria.of(Rule.JUMP, p);
        if (jump == null) {
            return;
        }
        long by = jump.number(0);
        long times = jump.number(1);
        long previous = value(-1, p);
        long value = value(0, p);
        for (int hour = 0; hour < HOURS; hour++) {
            long next = value(hour + 1, p);
            if (HourValues.isValue(previous) && HourValues.isValue(value) && HourValues.isValue(next)) {
                long high = Math.max(previous, next);
                long low = Math.min(previous, next);
                if (isFarOver(value, high, by, times) || isFarOver(low, value, by, times)) {
                    flag(hour, p, Rule.JUMP);
                }
            }
            previous = value;
            value = next;
        }
    }

    /** Every hour of a run that is long enough, however far the run reaches into the days beside. */
    private void standstills(int p) {
        Criterion stuck = criteria.of(Rule.STUCK, p);
        if (stuck == null) {
            return;
        }
        int needed = (int) stuck.number(0);
        int first = 1 - needed;
        int end = HOURS + needed - 1;
        for (int from = first, to; from < end; from = to) {
            long value = value(from, p);
            to = from + 1;
            while (to < end && value(to, p) == value) {
                to++;
            }
            if (to - from >= needed && HourValues.isValue(value) && value > stuck.number(1)) {
                for (int hour = Math.max(from, 0); hour < Math.min(to, HOURS); hour++) {
                    flag(hour, p, Rule.STUCK);
                }
            }
        }
    }

    private void particulates() {
        Criterion over = criteria.of(Rule.PM25_OVER_PM10, PM25);
        if (over == null) {
            return;
        }
        for (int hour = 0; hour < HOURS; hour++) {
            if (day.hasValue(hour, PM25)
                    && day.hasValue(hour, PM10)
                    && day.value(hour, PM25) - day.value(hour, PM10) > over.number(0)) {
                flag(hour, PM25, Rule.PM25_OVER_PM10);
                flag(hour, PM10, Rule.PM25_OVER_PM10);
            }
        }
    }

    /** The value of an hour counted from the first of this day. */
    private long value(int hour, int p) {
        if (hour >= 0 && hour < HOURS) {
            return day.value(hour, p);
        }
        StationDay of = hour < 0 ? before : after;
        return of == null ? HourValues.ABSENT : of.value(hour < 0 ? hour + HOURS : hour - HOURS, p);
    }

    /** {@code a > b × times} holds without dividing; both are in the physical range, so neither product leaves a long. */
    static boolean isFarOver(long a, long b, long by, long times) {
        return a - b > by && Math.multiplyExact(a, Scaled.ONE) > Math.multiplyExact(b, times);
    }
}
