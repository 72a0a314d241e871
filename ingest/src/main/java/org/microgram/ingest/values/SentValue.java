package org.microgram.ingest.values;

import org.microgram.standards.air.Pollutant;

/**
 * One value as it was sent.
 *
 * @param pollutant of what
 * @param startSecond start of its interval: the day decides the reference state of gases
 * @param value the number; {@code <0.5} below a detection limit; empty when there is none
 * @param unit µg/m³, mg/m³, ppb or ppm, as sent
 * @param flag the logger's flag, HJ 212; may be empty
 * @param method how it was measured; may be empty
 * @param detectionLimit of the method, in {@code unit}; may be empty
 */
public record SentValue(
        Pollutant pollutant,
        long startSecond,
        String value,
        String unit,
        String flag,
        String method,
        String detectionLimit) {

    /** A value of which nothing else was said. */
    public static SentValue plain(Pollutant pollutant, long startSecond, String value, String unit) {
        return new SentValue(pollutant, startSecond, value, unit, "", "", "");
    }
}
