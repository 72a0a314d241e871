package org.microgram.ingest;

import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.readings.StationRecord;

/** Where a reader hands on what it read. Called from one thread; may block, so a full queue slows the reading instead of growing. */
public interface ReadingSink {

    void accept(StationRecord record);

    void accept(SectionSample sample);

    void refuse(Refusal refusal);
}
