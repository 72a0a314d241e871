package org.microgram.ingest.files;

import java.io.IOException;
import org.microgram.messages.readings.Refusal;

/** A file or archive that must not be read further, with the reason that the refusal will give. */
public final class RefusedFile extends IOException {

    private final Refusal.Reason reason;

    public RefusedFile(Refusal.Reason reason, String found) {
        super(found);
        this.reason = reason;
    }

    public Refusal.Reason reason() {
        return reason;
    }
}
