package org.microgram.messages.readings;

/** What one station's ledger is made of: what {@code readings} carries, but for ticks. */
public sealed interface StationMessage extends ReadingsMessage permits StationRecord, DayLock {

    /** Id of the station in {@code config/stations.csv}: the key. */
    String station();

    /** Id of the backfill that brought it; empty when it came live. */
    String batch();

    default boolean isBatch() {
        return !batch().isEmpty();
    }
}
