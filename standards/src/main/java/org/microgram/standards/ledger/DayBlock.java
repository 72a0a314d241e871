package org.microgram.standards.ledger;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.microgram.standards.air.Pollutant;

/**
 * A station's ledger of one natural day: every value with its version, and when the day was locked and opened again. Immutable;
 * {@link #apply} gives the next one.
 *
 * <p>Most slots are given one value by the hour's one record, so the version stands once an hour; only slots that differ (corrected,
 * resent, filled in later) have a history of their own.
 *
 * <p>While the newest lock event is a lock, only final values that had arrived by its moment count. All else is kept and is a proposal: after
 * the day is opened again every value competes as if there had been no lock.
 */
public final class DayBlock {

    static final int HOURS = StationDay.HOURS;
    static final int SLOTS = HOURS * Pollutant.COUNT;

    private final int day;
    private final long[] values;
    private final Version[] versions;
    private final SortedMap<Integer, SlotHistory> histories;
    private final DayLocks locks;

    DayBlock(int day, long[] values, Version[] versions, SortedMap<Integer, SlotHistory> histories, DayLocks locks) {
        this.locks = locks;
        this.day = day;
        this.values = values;
        this.versions = versions;
        this.histories = histories;
    }

    /** A day of which nothing has been received. */
    public static DayBlock empty(int day) {
        long[] values = new long[SLOTS];
        Arrays.fill(values, HourValues.ABSENT);
        return new DayBlock(day, values, new Version[HOURS], new TreeMap<>(), DayLocks.NONE);
    }

    /**
     * What applying a record did.
     *
     * @param block the block with the record in it; the same object when the record changed nothing
     * @param used values that entered a slot
     * @param duplicate values that were there already, version and all
     */
    public record Applied(DayBlock block, int used, int duplicate) {}

    /**
     * Enters what a record says of one hour.
     *
     * @param hour 0 (labelled 01) to 23 (labelled 24)
     */
    public Applied apply(int hour, Version version, HourValues record) {
        long[] newValues = values.clone();
        Version[] newVersions = versions.clone();
        SortedMap<Integer, SlotHistory> newHistories = histories;
        int used = 0;
        int duplicate = 0;
        for (int p = 0; p < Pollutant.COUNT; p++) {
            long value = record.get(p);
            if (value == HourValues.ABSENT) {
                continue;
            }
            int slot = hour * Pollutant.COUNT + p;
            SlotHistory before = history(slot);
            SlotHistory after = before == null ? SlotHistory.of(version, value) : before.with(version, value);
            if (after == before) {
                duplicate++;
                continue;
            }
            used++;
            newValues[slot] = after.winner().value();
            if (before == null && newVersions[hour] == null) {
                newVersions[hour] = version;
            }
            if (before != null || !version.equals(newVersions[hour])) {
                if (newHistories == histories) {
                    newHistories = new TreeMap<>(histories);
                }
                newHistories.put(slot, after);
            }
        }
        return used == 0
                ? new Applied(this, 0, duplicate)
                : new Applied(new DayBlock(day, newValues, newVersions, newHistories, locks), used, duplicate);
    }

    /** With one more lock event; this very block when it is known. */
    public DayBlock apply(LockEvent event) {
        DayLocks after = locks.with(event);
        return after == locks ? this : new DayBlock(day, values, versions, histories, after);
    }

    /** The lock that holds; null when the day is open. */
    public LockEvent lock() {
        return locks.holding();
    }

    /** When the day was locked and opened again. */
    public DayLocks locks() {
        return locks;
    }

    /** Days since 1970-01-01. */
    public int day() {
        return day;
    }

    /** The values that count. */
    public StationDay values() {
        if (lock() != null) {
            return lockedValues(lock());
        }
        byte[] revisions = null;
        byte[] states = null;
        long[] receivedAt = new long[HOURS];
        Arrays.fill(receivedAt, Long.MIN_VALUE);
        for (int slot = 0; slot < SLOTS; slot++) {
            int hour = slot / Pollutant.COUNT;
            if (values[slot] != HourValues.ABSENT && !histories.containsKey(slot)) {
                receivedAt[hour] = Math.max(receivedAt[hour], versions[hour].receivedAt());
                states = withState(states, slot, versions[hour].state());
            }
        }
        for (Map.Entry<Integer, SlotHistory> each : histories.entrySet()) {
            int slot = each.getKey();
            int hour = slot / Pollutant.COUNT;
            SlotHistory history = each.getValue();
            Version winner = history.winner().version();
            receivedAt[hour] = Math.max(receivedAt[hour], winner.receivedAt());
            states = withState(states, slot, winner.state());
            int revision = history.revision();
            if (revision > 0) {
                if (revisions == null) {
                    revisions = new byte[SLOTS];
                }
                revisions[slot] = (byte) Math.min(revision, 255);
            }
        }
        return new StationDay(day, values, revisions, receivedAt, states);
    }

    /** An hour whose values are all proposals exists without a value; then the lock is what it rests on. */
    private StationDay lockedValues(LockEvent lock) {
        long[] counting = new long[SLOTS];
        Arrays.fill(counting, HourValues.ABSENT);
        byte[] revisions = null;
        byte[] states = null;
        long[] receivedAt = new long[HOURS];
        Arrays.fill(receivedAt, Long.MIN_VALUE);
        for (int slot = 0; slot < SLOTS; slot++) {
            SlotHistory history = history(slot);
            if (history == null) {
                continue;
            }
            int hour = slot / Pollutant.COUNT;
            SlotHistory.Entry winner = history.winner(lock);
            if (winner == null) {
                receivedAt[hour] = Math.max(receivedAt[hour], lock.at());
                continue;
            }
            counting[slot] = winner.value();
            receivedAt[hour] = Math.max(receivedAt[hour], winner.version().receivedAt());
            states = withState(states, slot, winner.version().state());
            int revision = history.revision(lock);
            if (revision > 0) {
                revisions = revisions == null ? new byte[SLOTS] : revisions;
                revisions[slot] = (byte) Math.min(revision, 255);
            }
        }
        return new StationDay(day, counting, revisions, receivedAt, states);
    }

    private static byte[] withState(byte[] states, int slot, ReviewState state) {
        if (state == ReviewState.RAW) {
            return states;
        }
        byte[] all = states == null ? new byte[SLOTS] : states;
        all[slot] = (byte) state.ordinal();
        return all;
    }

    /** All versions of a slot; null when it was never given a value. */
    SlotHistory history(int slot) {
        SlotHistory own = histories.get(slot);
        if (own != null || values[slot] == HourValues.ABSENT) {
            return own;
        }
        return SlotHistory.of(versions[slot / Pollutant.COUNT], values[slot]);
    }

    /** All versions of a pollutant's hour; null when it was never given a value. */
    public SlotHistory history(int hour, Pollutant pollutant) {
        return history(hour * Pollutant.COUNT + pollutant.ordinal());
    }

    /** The value that counts of a pollutant's hour; null when none does. */
    public SlotHistory.Entry counting(int hour, Pollutant pollutant) {
        SlotHistory history = history(hour, pollutant);
        return history == null ? null : lock() == null ? history.winner() : history.winner(lock());
    }

    /** Values superseded by the one that counts. */
    public int revision(int hour, Pollutant pollutant) {
        SlotHistory history = history(hour, pollutant);
        return history == null ? 0 : lock() == null ? history.revision() : history.revision(lock());
    }

    long[] rawValues() {
        return values;
    }

    Version[] rawVersions() {
        return versions;
    }

    SortedMap<Integer, SlotHistory> rawHistories() {
        return histories;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof DayBlock that)
                || day != that.day
                || !locks.equals(that.locks)
                || !Arrays.equals(values, that.values)) {
            return false;
        }
        for (int slot = 0; slot < SLOTS; slot++) {
            SlotHistory mine = history(slot);
            SlotHistory others = that.history(slot);
            if (mine == null
                    ? others != null
                    : others == null || !mine.entries().equals(others.entries())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) * 31 + day;
    }
}
