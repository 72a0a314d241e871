package org.microgram.standards.water;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

/**
 * How much of the oxygen that fresh water can hold it holds: DO (31.6 + T) / 468, at 1013 hPa.
 *
 * <p><b>Source.</b> HJ 2.3-2018 for the formula, GB 3838-2002 table 1 for the 90 % of class I; both in {@code saturation.csv} of
 * the edition with how sure they are. Whether it makes a class is said by the {@link Profile}.
 *
 * @param percentOfClass1 percent of saturation from which on dissolved oxygen is of class I
 */
public record OxygenSaturation(Fraction percentOfClass1, Fraction numerator, Fraction addend) {

    static OxygenSaturation of(List<Table.Row> table) {
        Map<String, Fraction> values = table.stream()
                .collect(Collectors.toMap(row -> row.get("rule"), row -> WaterRules.exact(row.get("value"))));
        return new OxygenSaturation(values.get("percent_of_class_1"), values.get("numerator"), values.get("addend"));
    }

    /**
     * @param dissolved mg/L
     * @param temperature °C, above the point where the formula ends (−31.6)
     * @return percent, exact
     */
    public Fraction percent(Fraction dissolved, Fraction temperature) {
        return Quotient.of(dissolved.times(temperature.plus(addend)).times(100), numerator);
    }

    boolean isClass1(Fraction dissolved, Fraction temperature) {
        return percent(dissolved, temperature).compareTo(percentOfClass1) >= 0;
    }
}
