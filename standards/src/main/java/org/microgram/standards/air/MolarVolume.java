package org.microgram.standards.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

/**
 * The state at which the concentration of a gas is expressed, by the day of sampling ({@code molar-volumes.csv}): 273 K until
 * 2018-08-31, 298.15 K since, both at 101.325 kPa (1013.25 hPa).
 *
 * @param from first day
 * @param to last day
 * @param temperature kelvin
 * @param pressure pascal
 * @param litresPerMole volume of one mole of an ideal gas there, rounded to 0.0001 L in the table
 */
public record MolarVolume(
        LocalDate from, LocalDate to, Fraction temperature, Fraction pressure, Fraction litresPerMole) {

    private static final List<MolarVolume> ALL = Table.read("molar-volumes.csv").stream()
            .map(row -> new MolarVolume(
                    row.date("from"),
                    row.lastDay("to"),
                    exact(row.get("temperature_k")),
                    exact(row.get("pressure_pa")),
                    exact(row.get("litres_per_mole"))))
            .toList();

    /** All of them, oldest first. */
    public static List<MolarVolume> all() {
        return ALL;
    }

    /** The one in force on a day of sampling; before the first of the table, the first. */
    public static MolarVolume on(LocalDate day) {
        return ALL.stream()
                .filter(state -> !day.isAfter(state.to()))
                .findFirst()
                .orElseThrow();
    }

    /** A decimal of a table. */
    static Fraction exact(String decimal) {
        BigDecimal number = new BigDecimal(decimal);
        int scale = Math.max(0, number.scale());
        return Fraction.of(
                number.setScale(scale).unscaledValue(),
                BigDecimal.TEN.pow(scale).toBigIntegerExact());
    }
}
