package org.microgram.standards.water;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.microgram.standards.Table;
import org.microgram.standards.number.Scaled;

/**
 * What an instrument can have measured at all ({@code water/physical-range.csv}, house rule): a value outside is refused.
 *
 * @param from millionths of the parameter's unit, included
 * @param to the same
 */
public record WaterRange(long from, long to) {

    private static final Map<WaterParameter, WaterRange> ALL = load();

    public static WaterRange of(WaterParameter parameter) {
        return ALL.get(parameter);
    }

    public boolean contains(long scaled) {
        return scaled >= from && scaled <= to;
    }

    private static Map<WaterParameter, WaterRange> load() {
        Map<WaterParameter, WaterRange> ranges = new EnumMap<>(WaterParameter.class);
        for (Table.Row row : Table.read("water/physical-range.csv")) {
            WaterRange range = new WaterRange(scaled(row.get("from")), scaled(row.get("to")));
            WaterParameter.listOf(row.get("parameters")).forEach(parameter -> ranges.put(parameter, range));
        }
        return ranges;
    }

    private static long scaled(String decimal) {
        return new BigDecimal(decimal).movePointRight(Scaled.DIGITS).longValueExact();
    }
}
