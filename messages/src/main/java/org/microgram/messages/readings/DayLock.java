package org.microgram.messages.readings;

import org.microgram.messages.rows.Subject;
import org.microgram.standards.ledger.LockEvent;

/**
 * A natural day of a station or a section was locked after its final review, or opened again. While it is locked, only final values that had
 * arrived by then count; what comes later is a proposal.
 *
 * @param subject the station or section
 * @param day days since 1970-01-01
 * @param locked false when it was opened again
 * @param at when, milliseconds since 1970 UTC
 * @param author who did it
 * @param reason why
 * @param batch id of the backfill that brought it; empty when it came live
 * @param trace made when it was ordered; carried by everything that follows from it
 */
public record DayLock(
        Subject subject, int day, boolean locked, long at, String author, String reason, String batch, String trace)
        implements StationMessage, SectionMessage {

    public DayLock {
        if (!subject.kind().equals(Subject.STATION) && !subject.kind().equals(Subject.SECTION)) {
            throw new IllegalArgumentException("only days of stations and sections are locked, not of " + subject);
        }
    }

    /** Of a station. */
    public DayLock(
            String station,
            int day,
            boolean locked,
            long at,
            String author,
            String reason,
            String batch,
            String trace) {
        this(Subject.station(station), day, locked, at, author, reason, batch, trace);
    }

    public LockEvent event() {
        return new LockEvent(at, locked);
    }

    @Override
    public long arrival() {
        return at;
    }

    public boolean isOfSection() {
        return subject.kind().equals(Subject.SECTION);
    }

    @Override
    public String station() {
        return subject.id();
    }

    @Override
    public String section() {
        return subject.id();
    }
}
