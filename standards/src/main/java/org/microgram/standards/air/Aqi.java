package org.microgram.standards.air;

import java.util.ArrayList;
import java.util.List;

/**
 * The air quality index: the greatest sub-index, its level and the pollutants that lead.
 *
 * @param value the AQI, or {@link SubIndex#NONE}
 * @param level 1 to 6, or 0 when there is no AQI
 * @param primary pollutants with the greatest sub-index when the AQI is over 50 (of every edition so far; ties are joint), joined by a space; else null
 * @param inputs how many sub-indices it rests on
 */
public record Aqi(int value, int level, String primary, int inputs) {

    public static final Aqi UNKNOWN = new Aqi(SubIndex.NONE, 0, null, 0);

    /**
     * From six sub-indices in {@link Pollutant} order, {@link SubIndex#NONE} where there is none. HJ 633, formula 2.
     *
     * @param primaryOver an AQI over this has primary pollutants ({@link SubIndex#primaryOver})
     */
    public static Aqi of(int[] subIndices, int primaryOver) {
        int greatest = SubIndex.NONE;
        int inputs = 0;
        for (int each : subIndices) {
            if (each != SubIndex.NONE) {
                inputs++;
                greatest = Math.max(greatest, each);
            }
        }
        if (inputs == 0) {
            return UNKNOWN;
        }
        return new Aqi(greatest, Level.of(greatest).number(), leaders(subIndices, greatest, primaryOver), inputs);
    }

    /** 优良: level 1 or 2, an AQI of at most 100. */
    public boolean isGood() {
        return level == 1 || level == 2;
    }

    /** 重污染: level 5 or 6, an AQI over 200. */
    public boolean isHeavy() {
        return level >= 5;
    }

    public boolean exists() {
        return value != SubIndex.NONE;
    }

    private static String leaders(int[] subIndices, int greatest, int primaryOver) {
        if (greatest <= primaryOver) {
            return null;
        }
        List<String> codes = new ArrayList<>();
        for (Pollutant p : Pollutant.ALL) {
            if (subIndices[p.ordinal()] == greatest) {
                codes.add(p.code());
            }
        }
        return String.join(" ", codes);
    }
}
