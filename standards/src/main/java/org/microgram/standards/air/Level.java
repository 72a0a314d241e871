package org.microgram.standards.air;

import java.util.ArrayList;
import java.util.List;
import org.microgram.standards.Table;

/**
 * A level of the AQI: HJ 633, table 2.
 *
 * @param number 1 to 6
 * @param from the least AQI of the level
 * @param rgb red, green and blue, 0–255, joined by a space
 */
public record Level(int number, int from, String nameZh, String nameEn, String colourZh, String rgb) {

    private static final List<Level> ALL = load();

    /** The level of an AQI; one over 500 is still level 6. */
    public static Level of(int aqi) {
        Level found = ALL.get(0);
        for (Level each : ALL) {
            if (aqi >= each.from) {
                found = each;
            }
        }
        return found;
    }

    public static List<Level> all() {
        return ALL;
    }

    private static List<Level> load() {
        List<Level> levels = new ArrayList<>();
        for (Table.Row row : Table.read("levels.csv")) {
            levels.add(new Level(
                    row.integer("level"),
                    row.integer("from"),
                    row.get("name_zh"),
                    row.get("name_en"),
                    row.get("colour_zh"),
                    row.get("rgb")));
        }
        return List.copyOf(levels);
    }
}
