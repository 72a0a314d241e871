package org.microgram.messages.readings;

/** What one station's ledger is made of. */
public sealed interface StationMessage extends LedgerMessage permits StationRecord, DayLock {

    /** Id of the station in {@code config/stations.csv}: the key. */
    String station();
}
