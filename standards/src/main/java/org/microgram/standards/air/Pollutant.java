package org.microgram.standards.air;

import java.util.List;
import java.util.Optional;

/**
 * The six basic items of GB 3095, table 1, in the order in which they stand in every row.
 *
 * <p>Concentrations are in µg/m³, of CO in mg/m³; gases at the reference state of the edition in force (see {@code editions.csv}).
 */
public enum Pollutant {
    PM25("PM2.5", "pm25", "µg/m³", 0),
    PM10("PM10", "pm10", "µg/m³", 0),
    SO2("SO2", "so2", "µg/m³", 0),
    NO2("NO2", "no2", "µg/m³", 0),
    CO("CO", "co", "mg/m³", 1),
    O3("O3", "o3", "µg/m³", 0);

    /** All six, in order. */
    public static final List<Pollutant> ALL = List.of(values());

    public static final int COUNT = 6;

    private final String code;
    private final String column;
    private final String unit;
    private final int decimals;

    Pollutant(String code, String column, String unit, int decimals) {
        this.code = code;
        this.column = column;
        this.unit = unit;
        this.decimals = decimals;
    }

    /** The name in files and API: {@code PM2.5}. */
    public String code() {
        return code;
    }

    /** The stem of its column names: {@code pm25}. */
    public String column() {
        return column;
    }

    /** µg/m³, or mg/m³ for CO. */
    public String unit() {
        return unit;
    }

    /** Decimals of a published concentration: HJ 663 (µg/m³ 0, CO 1). */
    public int decimals() {
        return decimals;
    }

    /** The percentile of daily values that HJ 663 judges it by: PM and CO 95, SO2 and NO2 98, O3 (MDA8) 90. */
    public int percentile() {
        return switch (this) {
            case PM25, PM10, CO -> 95;
            case SO2, NO2 -> 98;
            case O3 -> 90;
        };
    }

    public boolean isParticulate() {
        return this == PM25 || this == PM10;
    }

    /** Finds by code or column name, in any case. */
    public static Optional<Pollutant> find(String name) {
        return ALL.stream()
                .filter(p -> p.code.equalsIgnoreCase(name) || p.column.equalsIgnoreCase(name))
                .findFirst();
    }
}
