package org.microgram.messages.air;

import java.util.function.Consumer;
import org.microgram.standards.figures.AirDay;
import org.microgram.standards.figures.AirHour;

/** The days of one subject, however they are kept: what {@link AffectedRows} makes rows of. */
public interface DaySource {

    /** Whether anything was received for the natural day (days since 1970-01-01). */
    boolean has(int day);

    /** The hours of the day that have a record, in order. */
    void hours(int day, Consumer<AirHour> out);

    /** Whether a row of an hour depends on the day after as well: the flags of a station do, for a jump needs both its neighbours. */
    boolean looksAhead();

    /** The figures of the day; only for a day that {@link #has} anything. */
    AirDay day(int day);
}
