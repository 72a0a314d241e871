package org.microgram.ingest.cnemc;

import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Recent;
import org.microgram.ingest.Trace;
import org.microgram.messages.readings.SectionSample;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.samples.SampleValues;

/** Makes the samples of one format and hands each on once. */
final class Samples {

    /** A sample that repeats one of this many before it is counted as duplicate; one further back is handed on again, which changes nothing. */
    private static final int LOOKED_BACK = 20_000;

    private final ReadRun run;
    private final String format;
    private final Recent<SectionSample> seen = new Recent<>(LOOKED_BACK);

    Samples(ReadRun run, String format) {
        this.run = run;
        this.format = format;
    }

    /**
     * Hands on what an automatic station says of a sample.
     *
     * @param second when the water was taken, seconds since 1970 UTC
     * @param receivedAt when it reached its publisher, milliseconds since 1970 UTC
     */
    void automatic(String section, long second, long receivedAt, SampleValues values, String notes) {
        SectionSample sample = new SectionSample(
                section,
                second,
                false,
                new Version(ReviewState.RAW, Rank.HOUR, receivedAt, format, 0),
                run.context().batch(),
                Trace.of(format, section).at(second),
                "",
                "",
                values,
                notes);
        if (seen.add(sample)) {
            run.accept(sample);
        } else {
            run.countDuplicate(values.count());
        }
    }
}
