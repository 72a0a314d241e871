package org.microgram.standards.ledger;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a day of a station or a section was locked and opened again: all events that are known of it, whatever their order of arrival.
 * Immutable.
 */
public final class DayLocks {

    public static final DayLocks NONE = new DayLocks(Collections.emptySortedSet());

    private final SortedSet<LockEvent> events;

    private DayLocks(SortedSet<LockEvent> events) {
        this.events = events;
    }

    /** With one more event; these very ones when it is known. */
    public DayLocks with(LockEvent event) {
        if (events.contains(event)) {
            return this;
        }
        SortedSet<LockEvent> all = new TreeSet<>(events);
        all.add(event);
        return new DayLocks(all);
    }

    /** The lock that holds; null when the day is open. */
    public LockEvent holding() {
        return events.isEmpty() || !events.last().locked() ? null : events.last();
    }

    /** Oldest first. */
    public SortedSet<LockEvent> events() {
        return Collections.unmodifiableSortedSet(events);
    }

    public void write(DataOutput out) throws IOException {
        Varint.write(out, events.size());
        for (LockEvent event : events) {
            out.writeBoolean(event.locked());
            Varint.write(out, event.at());
        }
    }

    public static DayLocks read(DataInput in) throws IOException {
        SortedSet<LockEvent> events = new TreeSet<>();
        for (int left = Varint.readInt(in); left > 0; left--) {
            boolean locked = in.readBoolean();
            events.add(new LockEvent(Varint.read(in), locked));
        }
        return events.isEmpty() ? NONE : new DayLocks(events);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayLocks that && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }
}
