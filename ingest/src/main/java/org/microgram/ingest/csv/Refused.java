package org.microgram.ingest.csv;

import org.microgram.messages.readings.Refusal.Reason;

/** Leaves the parsing of one row at its first fault; never leaves a reader. */
public final class Refused extends Exception {

    private final transient Reason reason;

    public Refused(Reason reason, String found) {
        super(found, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
