package org.microgram.standards.ledger;

import java.util.Arrays;
import org.microgram.standards.air.Pollutant;

/**
 * The values that count at one station in one natural day: what figures are made of and what a station's ledger sends to its areas.
 * Immutable.
 *
 * <p>Hours by index 0 (labelled 01) to 23 (labelled 24).
 */
public final class StationDay {

    public static final int HOURS = 24;

    private static final int SLOTS = HOURS * Pollutant.COUNT;
    private static final ReviewState[] STATES = ReviewState.values();

    private final int day;
    private final long[] values;
    private final byte[] revisions;
    private final long[] receivedAt;
    private final byte[] states;

    /**
     * @param day days since 1970-01-01
     * @param values by hour × 6 + pollutant: scaled, {@link HourValues#ABSENT} or {@link HourValues#TOMBSTONE}
     * @param revisions superseded values by slot (255 stands for all beyond); null when there is none in the whole day
     * @param receivedAt by hour: newest arrival (ms) among the values that count; {@link Long#MIN_VALUE} for an hour without record
     * @param states ordinal of the {@link ReviewState} of what counts, by slot; null when the whole day is raw
     */
    StationDay(int day, long[] values, byte[] revisions, long[] receivedAt, byte[] states) {
        if (values.length != SLOTS || receivedAt.length != HOURS) {
            throw new IllegalArgumentException("a day has 24 hours of six values");
        }
        this.day = day;
        this.values = values;
        this.revisions = revisions;
        this.receivedAt = receivedAt;
        this.states = states;
    }

    /** Days since 1970-01-01. */
    public int day() {
        return day;
    }

    /** The scaled value, {@link HourValues#ABSENT} or {@link HourValues#TOMBSTONE}. */
    public long value(int hour, int pollutant) {
        return values[hour * Pollutant.COUNT + pollutant];
    }

    public boolean hasValue(int hour, int pollutant) {
        return HourValues.isValue(value(hour, pollutant));
    }

    /** Whether any record spoke of this hour, be it to withdraw a value. */
    public boolean hasRecord(int hour) {
        return receivedAt[hour] != Long.MIN_VALUE;
    }

    /** Newest arrival among the values of the hour that count, ms; {@link Long#MIN_VALUE} for an hour without record. */
    public long receivedAt(int hour) {
        return receivedAt[hour];
    }

    /** Newest arrival among all values of the day that count. */
    public long receivedAt() {
        long newest = Long.MIN_VALUE;
        for (long each : receivedAt) {
            newest = Math.max(newest, each);
        }
        return newest;
    }

    /** How far the value that counts has been reviewed; raw for a slot without one. */
    public ReviewState state(int hour, int pollutant) {
        return states == null ? ReviewState.RAW : STATES[states[hour * Pollutant.COUNT + pollutant]];
    }

    /** Whether nobody has reviewed any value of the day. */
    public boolean isRaw() {
        return states == null;
    }

    /** The same day with another value in one slot, or with none. */
    public StationDay with(int hour, int pollutant, long value) {
        long[] next = values.clone();
        next[hour * Pollutant.COUNT + pollutant] = value;
        return new StationDay(day, next, revisions, receivedAt, states);
    }

    /** Superseded values of one slot. */
    public int revision(int hour, int pollutant) {
        return revisions == null ? 0 : Byte.toUnsignedInt(revisions[hour * Pollutant.COUNT + pollutant]);
    }

    /** Superseded values of a pollutant in the whole day. */
    public int revision(int pollutant) {
        int sum = 0;
        if (revisions != null) {
            for (int hour = 0; hour < HOURS; hour++) {
                sum += revision(hour, pollutant);
            }
        }
        return sum;
    }

    /** Whether any value of the day was superseded. */
    public boolean isRevised() {
        return revisions != null;
    }

    long[] values() {
        return values;
    }

    byte[] revisions() {
        return revisions;
    }

    long[] receivedAts() {
        return receivedAt;
    }

    byte[] states() {
        return states;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StationDay that
                && day == that.day
                && Arrays.equals(values, that.values)
                && Arrays.equals(revisions, that.revisions)
                && Arrays.equals(receivedAt, that.receivedAt)
                && Arrays.equals(states, that.states);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) * 31 + day;
    }
}
