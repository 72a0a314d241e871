package org.microgram.messages;

/** The topics, by their names in Kafka. */
public final class Topics {

    /** Station records and ticks; key station; the source of truth, kept for ever. */
    public static final String READINGS = "readings";

    /** What could not be used: raw text, source, reason. */
    public static final String REFUSALS = "refusals";

    /** Rows and markers; key measurement, subject and interval; partitioned by subject; a change feed of some days. */
    public static final String FIGURES = "figures";

    private Topics() {}
}
