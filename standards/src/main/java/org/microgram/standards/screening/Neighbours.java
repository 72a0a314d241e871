package org.microgram.standards.screening;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.StationDay;

/** The members of an area beside each other, in one hour and of one pollutant. */
final class Neighbours {

    private final Criterion criterion;
    private final long[] values;
    private int count;
    private long least = Long.MAX_VALUE;
    private long most = Long.MIN_VALUE;

    Neighbours(Criterion criterion, List<StationDay> days, int hour, int pollutant) {
        this.criterion = criterion;
        this.values = new long[days.size()];
        for (int i = 0; i < values.length; i++) {
            StationDay day = days.get(i);
            values[i] = day == null ? HourValues.ABSENT : day.value(hour, pollutant);
            if (HourValues.isValue(values[i])) {
                count++;
                least = Math.min(least, values[i]);
                most = Math.max(most, values[i]);
            }
        }
    }

    /** Hands over the members that stand apart, by their place in the list. */
    void each(IntConsumer out) {
        long by = criterion.number(0);
        boolean enough = count - 1 >= criterion.number(2);
        // In most hours no two members are so far apart, so nobody can be that far from a median.
        if (!enough || most - least <= by) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            if (HourValues.isValue(values[i])) {
                // Twice the median, so that the mean of the two in the middle needs no division.
                long median = twiceTheMedianOfOthers(i);
                long value = 2 * values[i];
                if (StationFlags.isFarOver(value, median, 2 * by, criterion.number(1))
                        || StationFlags.isFarOver(median, value, 2 * by, criterion.number(1))) {
                    out.accept(i);
                }
            }
        }
    }

    private long twiceTheMedianOfOthers(int member) {
        long[] others = new long[count - 1];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (i != member && HourValues.isValue(values[i])) {
                others[n++] = values[i];
            }
        }
        Arrays.sort(others);
        return others[(n - 1) / 2] + others[n / 2];
    }
}
