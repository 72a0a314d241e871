package org.microgram.messages.readings;

import org.microgram.standards.ledger.Version;

/** What was said of the values of one hour of a station, or of one sample at a section, by whom and with which version. */
public sealed interface Statement permits StationRecord, SectionSample {

    /** Which of two values for one slot counts (rule K1). */
    Version version();

    /** Made at stop 1; carried by everything that follows from it. */
    String trace();

    /** Who entered it; empty unless a person acted. */
    String author();

    /** Why; empty unless a person acted. */
    String reason();
}
