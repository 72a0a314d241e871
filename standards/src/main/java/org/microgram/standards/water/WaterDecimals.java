package org.microgram.standards.water;

import java.util.EnumMap;
import java.util.Map;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

/**
 * To how many decimals a value of a parameter is rounded ({@code water/decimals.csv}).
 *
 * <p><b>Rule.</b> Half-even; what would become zero keeps its first significant digit.
 *
 * <p><b>Source.</b> 环办监测函〔2020〕82号 for assessment, 总站水字〔2020〕90号 for hourly values.
 */
public final class WaterDecimals {

    private static final Map<WaterParameter, Integer> ASSESSMENT = load("assessment");
    private static final Map<WaterParameter, Integer> HOURLY = load("hourly");

    private WaterDecimals() {}

    /** As it is judged, published and compared. */
    public static Rounded assessment(WaterParameter parameter, Fraction exact) {
        return Rounded.keepingSomething(exact, decimals(ASSESSMENT, parameter));
    }

    /** As an automatic station shows a single value. */
    public static Rounded hourly(WaterParameter parameter, Fraction exact) {
        return Rounded.keepingSomething(
                exact, HOURLY.containsKey(parameter) ? HOURLY.get(parameter) : decimals(ASSESSMENT, parameter));
    }

    /** As a mean is published: as it is judged, or as stations show it where nothing is judged. */
    public static Rounded published(WaterParameter parameter, Fraction exact) {
        return ASSESSMENT.containsKey(parameter) ? assessment(parameter, exact) : hourly(parameter, exact);
    }

    private static int decimals(Map<WaterParameter, Integer> of, WaterParameter parameter) {
        Integer decimals = of.get(parameter);
        if (decimals == null) {
            throw new IllegalArgumentException(
                    "water/decimals.csv has no decimals for " + parameter.code() + "; add them with their clause");
        }
        return decimals;
    }

    private static Map<WaterParameter, Integer> load(String column) {
        Map<WaterParameter, Integer> decimals = new EnumMap<>(WaterParameter.class);
        for (Table.Row row : Table.read("water/decimals.csv")) {
            if (!row.get(column).isEmpty()) {
                decimals.put(WaterParameter.of(row.get("parameter")), row.integer(column));
            }
        }
        return decimals;
    }
}
