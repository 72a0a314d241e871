package org.microgram.standards.figures;

import java.util.Locale;
import org.microgram.standards.Status;
import org.microgram.standards.air.Aqi;
import org.microgram.standards.air.SubIndex;

/** Which days are given an AQI (definitions §6). Where an edition of the index has a
 * rule of its own, as HJ 633-2026 has, that decides, whatever the profile. */
public enum DailyProfile {
    /** PM2.5 is valid; the AQI is over the pollutants that are. For archives that lack whole columns. */
    ARCHIVE,
    /** All six are valid. For live data. */
    STRICT;

    public static DailyProfile of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether the AQI that the valid pollutants give is published.
     *
     * @param complete none is missing
     */
    Status judge(Aqi candidate, boolean pm25Valid, boolean complete, SubIndex edition) {
        if (!candidate.exists()) {
            return Status.NONE;
        }
        return edition.gives(candidate, complete, this == ARCHIVE ? pm25Valid : complete) ? Status.OK : Status.WITHHELD;
    }
}
