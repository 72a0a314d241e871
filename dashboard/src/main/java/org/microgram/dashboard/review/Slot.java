package org.microgram.dashboard.review;

import java.util.OptionalLong;

/**
 * The place of one value: a pollutant's hour of a station, or a parameter of a section's sample. Its values are the {@code long}s of its
 * ledger; what they say only the slot knows.
 */
public sealed interface Slot permits HourSlot, SampleSlot {

    /** Seconds since 1970 UTC. */
    long start();

    /** From when on it can be decided on, seconds since 1970 UTC. */
    long end();

    /** As files and API name it: {@code PM2.5}. */
    String parameter();

    String unit();

    /** As people write it: {@code 2019-02-12T08}. */
    String label();

    /** For messages: {@code 2019-02-12 08时 PM2.5}. */
    String name();

    /** That there is none. */
    long absent();

    /** That there is none that can be used, because somebody said so. */
    long withdrawn();

    boolean isValue(long value);

    /** What somebody wrote; of an empty text {@link #withdrawn}, of what no instrument can measure nothing. */
    OptionalLong read(String text);

    /** A value, as it would be written. */
    String print(long value);

    /** The same of anything that can stand here. */
    default String print(long value, String absent, String withdrawn) {
        return isValue(value) ? print(value) : value == withdrawn() ? withdrawn : absent;
    }
}
