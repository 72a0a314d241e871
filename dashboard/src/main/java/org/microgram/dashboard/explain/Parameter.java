package org.microgram.dashboard.explain;

import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.rows.AirFields;
import org.microgram.messages.rows.Measurement;
import org.microgram.standards.air.Pollutant;

/**
 * Which figure of a row: {@code PM2.5}, {@code O3_8h}, {@code PM2.5_24h}, {@code IAQI_PM2.5}, {@code AQI}, {@code PM2.5_P95},
 * {@code attaining_PM2.5}, {@code good_days}, {@code heavy_days}, {@code evaluated_days}.
 *
 * @param pollutant null for the AQI and for counts of days
 */
record Parameter(Kind kind, Pollutant pollutant) {

    enum Kind {
        /** The hour's value, the day's mean (O3: MDA8), the period's mean. */
        VALUE,
        ROLLING,
        IAQI,
        AQI,
        PERCENTILE,
        ATTAINING,
        GOOD_DAYS,
        HEAVY_DAYS,
        EVALUATED_DAYS;

        boolean isCount() {
            return ordinal() >= ATTAINING.ordinal();
        }
    }

    /** All that a measurement has, in the order of its fields. */
    static List<Parameter> of(Measurement measurement) {
        List<Parameter> all = new ArrayList<>();
        add(all, Kind.VALUE);
        switch (measurement) {
            case AIR_HOUR -> {
                add(all, Kind.ROLLING);
                add(all, Kind.IAQI);
                all.add(new Parameter(Kind.AQI, null));
            }
            case AIR_DAY -> {
                add(all, Kind.IAQI);
                all.add(new Parameter(Kind.AQI, null));
            }
            case AIR_MONTH, AIR_TO_DATE, AIR_YEAR -> {
                add(all, Kind.PERCENTILE);
                add(all, Kind.ATTAINING);
                all.add(new Parameter(Kind.GOOD_DAYS, null));
                all.add(new Parameter(Kind.HEAVY_DAYS, null));
                all.add(new Parameter(Kind.EVALUATED_DAYS, null));
            }
            default ->
                throw new IllegalArgumentException("Found: measurement " + measurement.code()
                        + ". Expected: air_hour, air_day, air_month, air_to_date or air_year.");
        }
        return all;
    }

    private static void add(List<Parameter> all, Kind kind) {
        Pollutant.ALL.forEach(p -> all.add(new Parameter(kind, p)));
    }

    /** @throws IllegalArgumentException naming those that exist */
    static Parameter find(Measurement measurement, String name) {
        List<Parameter> all = of(measurement);
        for (Parameter each : all) {
            if (each.code().equalsIgnoreCase(name) || each.field(measurement).equalsIgnoreCase(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException("Found: parameter \"" + name + "\". Expected of " + measurement.code() + ": "
                + String.join(", ", all.stream().map(Parameter::code).toList())
                + ". Do: write one of these; the O3 of a day is its MDA8.");
    }

    String code() {
        return switch (kind) {
            case VALUE -> pollutant.code();
            case ROLLING -> pollutant == Pollutant.O3 ? "O3_8h" : pollutant.code() + "_24h";
            case IAQI -> "IAQI_" + pollutant.code();
            case AQI -> "AQI";
            case PERCENTILE -> pollutant.code() + "_P" + pollutant.percentile();
            case ATTAINING -> "attaining_" + pollutant.code();
            case GOOD_DAYS -> "good_days";
            case HEAVY_DAYS -> "heavy_days";
            case EVALUATED_DAYS -> "evaluated_days";
        };
    }

    /** The field of the row that holds the published value. */
    String field(Measurement measurement) {
        return switch (kind) {
            case VALUE -> measurement == Measurement.AIR_DAY ? AirFields.day(pollutant) : pollutant.column();
            case ROLLING -> AirFields.rolling(pollutant);
            case IAQI -> "iaqi_" + pollutant.column();
            case AQI -> "aqi";
            case PERCENTILE -> AirFields.percentile(pollutant);
            case ATTAINING -> pollutant.column() + "_attaining";
            default -> code();
        };
    }

    /** µg/m³, mg/m³, d for days; empty for an index. */
    String unit() {
        return switch (kind) {
            case VALUE, ROLLING, PERCENTILE -> pollutant.unit();
            case IAQI, AQI -> "";
            default -> "d";
        };
    }
}
