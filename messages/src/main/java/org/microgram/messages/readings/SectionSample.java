package org.microgram.messages.readings;

import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.samples.SampleValues;

/**
 * What one message says of one water sample at a section; the topic {@code readings} carries it, with the section as key.
 *
 * @param section id of the section in {@code config/sections.csv}
 * @param second when the water was taken, seconds since 1970 UTC
 * @param byHand whether a person took it (采测分离); else an automatic station did
 * @param version which of two values for one slot (section, second, by hand, parameter) counts (rule K1)
 * @param batch id of the backfill that brought it; empty when it came live
 * @param trace made at stop 1; carried by everything that follows from it
 * @param author who entered it; empty unless a person acted
 * @param reason why; empty unless a person acted
 * @param values what it says of each parameter, the publisher's class and the station's status
 * @param notes what was sent besides, where it is not what is kept: {@code tp:sent=0.1829971}
 */
public record SectionSample(
        String section,
        long second,
        boolean byHand,
        Version version,
        String batch,
        String trace,
        String author,
        String reason,
        SampleValues values,
        String notes)
        implements SectionMessage, Statement {

    @Override
    public long arrival() {
        return version.receivedAt();
    }

    @Override
    public int day() {
        return ChinaTime.dayOf(second);
    }

    /** The same with other values. */
    public SectionSample with(SampleValues others) {
        return new SectionSample(section, second, byHand, version, batch, trace, author, reason, others, notes);
    }
}
