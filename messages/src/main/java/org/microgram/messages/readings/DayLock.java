package org.microgram.messages.readings;

import org.microgram.standards.ledger.LockEvent;

/**
 * A station's natural day was locked after its final review, or opened again. While it is locked, only final values that had arrived by
 * then count; what comes later is a proposal.
 *
 * @param station id of the station in {@code config/stations.csv}
 * @param day days since 1970-01-01
 * @param locked false when it was opened again
 * @param at when, milliseconds since 1970 UTC
 * @param author who did it
 * @param reason why
 * @param batch id of the backfill that brought it; empty when it came live
 * @param trace made when it was ordered; carried by everything that follows from it
 */
public record DayLock(
        String station, int day, boolean locked, long at, String author, String reason, String batch, String trace)
        implements StationMessage {

    public LockEvent event() {
        return new LockEvent(at, locked);
    }
}
