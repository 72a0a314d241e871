package org.microgram.ingest.minutes;

import org.microgram.messages.readings.ValueNote;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.ReviewState;

/**
 * A value of 1 to 59 minutes.
 *
 * @param station id
 * @param pollutant of what
 * @param startSecond start, on a full minute; the interval lies within one hour
 * @param minutes its length
 * @param scaled the concentration, or a tombstone
 * @param note what was said besides
 * @param state of review
 * @param receivedAt milliseconds since 1970 UTC
 * @param seq its position in what was sent
 * @param source file it came from
 * @param line its place there
 */
public record MinuteValue(
        String station,
        Pollutant pollutant,
        long startSecond,
        int minutes,
        long scaled,
        ValueNote note,
        ReviewState state,
        long receivedAt,
        long seq,
        String source,
        long line) {

    /** Whether an interval is whole minutes within one hour of the clock, and shorter than it. */
    public static boolean fits(long startSecond, long lengthSeconds) {
        long within = Math.floorMod(startSecond, 3600L);
        return lengthSeconds >= 60
                && lengthSeconds < 3600
                && lengthSeconds % 60 == 0
                && within % 60 == 0
                && within + lengthSeconds <= 3600;
    }
}
