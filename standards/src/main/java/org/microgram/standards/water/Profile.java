package org.microgram.standards.water;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

/**
 * How a value is judged ({@code water/profiles.csv}, {@code water/indicators.csv}). Both judge everything and both are kept: they
 * may differ, as pH 9.12 is worse than V by the one and within 6 to 9 by the other.
 */
public enum Profile {
    /** As the national site publishes a sample: the unrounded value, five indicators. */
    REALTIME,
    /** As months, years, targets and basins are assessed: rounded first, all indicators that are measured. */
    ASSESSMENT;

    /** What the tables say, read once: the tables' own classes are loaded by then. */
    private static final class Known {

        static final Map<String, List<WaterParameter>> SETS = Table.read("water/indicators.csv").stream()
                .collect(Collectors.toMap(row -> row.get("set"), row -> WaterParameter.listOf(row.get("parameters"))));
        static final Map<String, Table.Row> PROFILES = Table.read("water/profiles.csv").stream()
                .collect(Collectors.toMap(row -> row.get("profile"), row -> row));
    }

    /** As files write it: {@code realtime}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that take part in the class, in the order of the method. */
    public List<WaterParameter> indicators() {
        return set(row().get("indicators"));
    }

    /** The five that always take part since 2021. */
    public static List<WaterParameter> five() {
        return set("five");
    }

    /** The 21 of the method of 2011. */
    public static List<WaterParameter> single() {
        return set("single");
    }

    /** Those that are reported beside the class and never enter it. */
    public static List<WaterParameter> apart() {
        return set("apart");
    }

    public String confidence() {
        return row().get("confidence");
    }

    /** What is held against the limits. */
    Fraction judged(WaterParameter parameter, Fraction exact) {
        return row().get("rounded").equals("yes")
                ? WaterDecimals.assessment(parameter, exact).exact()
                : exact;
    }

    /** Whether the saturation of oxygen is the other way to class I. */
    boolean looksAtSaturation() {
        return row().get("saturation").equals("yes");
    }

    private Table.Row row() {
        return Known.PROFILES.get(code());
    }

    private static List<WaterParameter> set(String name) {
        return Known.SETS.get(name);
    }
}
