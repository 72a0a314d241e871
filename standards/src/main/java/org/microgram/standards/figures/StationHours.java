package org.microgram.standards.figures;

import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.StationDay;

/**
 * The rolling means of one station that end in the hours of one natural day: 8 hours for O3, 24 for the others, each including the hour
 * that it is labelled by. They reach into the day before.
 */
final class StationHours {

    static final int HOURS = StationDay.HOURS;

    private final long[] sums = new long[HOURS * Pollutant.COUNT];
    private final int[] counts = new int[HOURS * Pollutant.COUNT];
    private final int[] revisions = new int[HOURS];

    /** @param before the day before; null when nothing is known of it */
    StationHours(StationDay before, StationDay day) {
        boolean revised = day.isRevised() || (before != null && before.isRevised());
        for (int p = 0; p < Pollutant.COUNT; p++) {
            int length = length(p);
            long sum = 0;
            int count = 0;
            int revision = 0;
            for (int hour = -length + 1; hour < HOURS; hour++) {
                StationDay entering = hour < 0 ? before : day;
                int at = Math.floorMod(hour, HOURS);
                if (entering != null) {
                    if (entering.hasValue(at, p)) {
                        sum = Math.addExact(sum, entering.value(at, p));
                        count++;
                    }
                    revision += revised ? entering.revision(at, p) : 0;
                }
                if (hour < 0) {
                    continue;
                }
                sums[hour * Pollutant.COUNT + p] = sum;
                counts[hour * Pollutant.COUNT + p] = count;
                revisions[hour] += revision;
                int leavingHour = hour - length + 1;
                StationDay leaving = leavingHour < 0 ? before : day;
                if (leaving != null) {
                    int from = Math.floorMod(leavingHour, HOURS);
                    if (leaving.hasValue(from, p)) {
                        sum -= leaving.value(from, p);
                        count--;
                    }
                    revision -= revised ? leaving.revision(from, p) : 0;
                }
            }
        }
    }

    /** Hours of a pollutant's rolling mean. */
    static int length(int pollutant) {
        return pollutant == Pollutant.O3.ordinal() ? 8 : 24;
    }

    /** Scaled sum over the hours that had a value. */
    long sum(int hour, int pollutant) {
        return sums[hour * Pollutant.COUNT + pollutant];
    }

    /** Hours that had a value. */
    int count(int hour, int pollutant) {
        return counts[hour * Pollutant.COUNT + pollutant];
    }

    /** Superseded values in all windows that end in the hour. */
    int revision(int hour) {
        return revisions[hour];
    }
}
