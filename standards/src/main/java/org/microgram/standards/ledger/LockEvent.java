package org.microgram.standards.ledger;

/**
 * A day of a station or a section was locked, or opened again. The newest one holds, whatever the order of arrival; of two at the same moment the lock.
 *
 * @param at when, milliseconds since 1970 UTC
 * @param locked false when it was opened again
 */
public record LockEvent(long at, boolean locked) implements Comparable<LockEvent> {

    @Override
    public int compareTo(LockEvent other) {
        int order = Long.compare(at, other.at);
        return order != 0 ? order : Boolean.compare(locked, other.locked);
    }
}
