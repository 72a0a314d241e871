package org.microgram.standards.ledger;

import java.util.Arrays;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Scaled;

/**
 * What one record says of the six pollutants in one hour: a value, a tombstone (an audited <em>invalid</em>, which wins and leaves the
 * hour without a value), or nothing. Immutable.
 */
public final class HourValues {

    /** The record says nothing of this pollutant. */
    public static final long ABSENT = Long.MIN_VALUE;

    /** The value of this pollutant is withdrawn. */
    public static final long TOMBSTONE = Long.MIN_VALUE + 1;

    private final long[] scaled;

    private HourValues(long[] scaled) {
        this.scaled = scaled;
    }

    /** From six scaled concentrations (see {@link Scaled}), {@link #ABSENT} or {@link #TOMBSTONE}, in {@link Pollutant} order. */
    public static HourValues of(long... scaled) {
        if (scaled.length != Pollutant.COUNT) {
            throw new IllegalArgumentException("six values are needed, found " + scaled.length);
        }
        return new HourValues(scaled.clone());
    }

    /** Only one pollutant. */
    public static HourValues only(Pollutant pollutant, long scaled) {
        long[] all = new long[Pollutant.COUNT];
        Arrays.fill(all, ABSENT);
        all[pollutant.ordinal()] = scaled;
        return new HourValues(all);
    }

    /** The scaled concentration, {@link #ABSENT} or {@link #TOMBSTONE}. */
    public long get(Pollutant pollutant) {
        return scaled[pollutant.ordinal()];
    }

    public long get(int pollutant) {
        return scaled[pollutant];
    }

    /** How many pollutants it speaks of, tombstones included. */
    public int count() {
        int n = 0;
        for (long value : scaled) {
            if (value != ABSENT) {
                n++;
            }
        }
        return n;
    }

    public static boolean isValue(long scaled) {
        return scaled > TOMBSTONE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HourValues that && Arrays.equals(scaled, that.scaled);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(scaled);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Pollutant p : Pollutant.ALL) {
            long value = get(p);
            if (value != ABSENT) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(p.code())
                        .append('=')
                        .append(value == TOMBSTONE ? "withdrawn" : Scaled.print(value, Scaled.DIGITS));
            }
        }
        return text.toString();
    }
}
