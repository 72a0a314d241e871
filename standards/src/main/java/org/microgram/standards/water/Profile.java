package org.microgram.standards.water;

import java.util.List;
import java.util.Locale;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

/**
 * How a value is judged ({@code water/profiles.csv}, {@code water/indicators.csv}). Both judge everything and both are kept: they may differ, as
 * pH 9.12 is worse than V by the one and within 6 to 9 by the other.
 */
public enum Profile {
    /** As the national site publishes a sample: the unrounded value, five indicators. */
    REALTIME,
    /** As months, years, targets and basins are assessed: rounded first, all indicators that are measured. */
    ASSESSMENT;

    private static final List<Table.Row> ROWS = Table.read("water/profiles.csv");
    private static final List<Table.Row> SETS = Table.read("water/indicators.csv");

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
        return ROWS.stream()
                .filter(row -> row.get("profile").equals(code()))
                .findFirst()
                .orElseThrow();
    }

    private static List<WaterParameter> set(String name) {
        return SETS.stream()
                .filter(row -> row.get("set").equals(name))
                .map(row -> WaterParameter.listOf(row.get("parameters")))
                .findFirst()
                .orElseThrow();
    }
}
