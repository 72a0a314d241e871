package org.microgram.standards.screening;

import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.StationDay;

/** A station's day: what was received, what of it counts, and what is suspect. Immutable. */
public final class ScreenedDay {

    private final StationDay received;
    private final StationDay counting;
    private final int[] flags;

    /** @param flags bit sets of {@link Rule#flag()} by hour × 6 + pollutant; null when there is none in the whole day */
    ScreenedDay(StationDay received, StationDay counting, int[] flags) {
        this.received = received;
        this.counting = counting;
        this.flags = flags;
    }

    public StationDay received() {
        return received;
    }

    /** The values that count in figures. */
    public StationDay counting() {
        return counting;
    }

    /** Bit set of {@link Rule#flag()}. */
    public int flags(int hour, int pollutant) {
        return flags == null ? 0 : flags[hour * Pollutant.COUNT + pollutant];
    }

    /** Whether there is a value that does not count. */
    public boolean isExcluded(int hour, int pollutant) {
        return received != counting && received.hasValue(hour, pollutant) && !counting.hasValue(hour, pollutant);
    }
}
