package org.microgram.standards.figures;

import java.util.Locale;
import org.microgram.standards.air.Aqi;
import org.microgram.standards.air.Pollutant;

/** Which days are given an AQI (definitions §6). From 2026-03-01 the standard's own rule decides, whatever the profile. */
public enum DailyProfile {
    /** PM2.5 is valid; the AQI is over the pollutants that are. For archives that lack whole columns. */
    ARCHIVE,
    /** All six are valid. For live data. */
    STRICT;

    private static final int PUBLISHED_DESPITE_GAPS_OVER = 100;

    public static DailyProfile of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the AQI that the valid pollutants give is published. */
    Status judge(Aqi candidate, boolean pm25Valid, int valid, String edition) {
        if (!candidate.exists()) {
            return Status.NONE;
        }
        boolean complete = valid == Pollutant.COUNT;
        boolean given = edition.equals("HJ 633-2026")
                ? complete || candidate.value() > PUBLISHED_DESPITE_GAPS_OVER
                : this == ARCHIVE ? pm25Valid : complete;
        return given ? Status.OK : Status.WITHHELD;
    }
}
