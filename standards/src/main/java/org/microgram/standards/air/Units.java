package org.microgram.standards.air;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

/**
 * From the unit that a value was sent in to the unit it is kept in (µg/m³; CO mg/m³): an exact factor, applied once.
 *
 * <p>Mixing ratios (ppb, ppm) of gases become concentrations by M / V: M of {@code molar-masses.csv}, V of the {@link MolarVolume} of the
 * sampling day. 1 ppb is M / V µg/m³, 1 ppm M / V mg/m³. Particles have no mixing ratio.
 */
public final class Units {

    private static final Fraction THOUSAND = Fraction.of(1000);
    private static final Fraction THOUSANDTH = Fraction.of(1, 1000);
    private static final Fraction ONE = Fraction.of(1);

    private static final Map<Pollutant, Fraction> GRAMS_PER_MOLE = molarMasses();

    private Units() {}

    /**
     * The factor from a unit to the pollutant's own; nothing when no value of the pollutant can have this unit.
     *
     * @param unit µg/m³, mg/m³, ppb or ppm in any case, with ³ or 3; µ as micro sign, as Greek letter or as u
     * @param day of sampling, in China Standard Time
     */
    public static Optional<Fraction> factor(Pollutant pollutant, String unit, LocalDate day) {
        boolean milligrams = pollutant == Pollutant.CO;
        return switch (plain(unit)) {
            case "ug/m3" -> Optional.of(milligrams ? THOUSANDTH : ONE);
            case "mg/m3" -> Optional.of(milligrams ? ONE : THOUSAND);
            case "ppb" -> ofMixingRatio(pollutant, day).map(f -> milligrams ? f.dividedBy(1000) : f);
            case "ppm" -> ofMixingRatio(pollutant, day).map(f -> milligrams ? f : f.times(1000));
            default -> Optional.empty();
        };
    }

    /** µg/m³ of one ppb; nothing for particles. */
    private static Optional<Fraction> ofMixingRatio(Pollutant pollutant, LocalDate day) {
        return Optional.ofNullable(GRAMS_PER_MOLE.get(pollutant)).map(mass -> {
            Fraction volume = MolarVolume.on(day).litresPerMole();
            return mass.times(Fraction.of(volume.denominator(), volume.numerator()));
        });
    }

    private static String plain(String unit) {
        return unit.replace('\u00b5', 'u')
                .replace('\u03bc', 'u')
                .replace('³', '3')
                .toLowerCase(Locale.ROOT);
    }

    private static Map<Pollutant, Fraction> molarMasses() {
        Map<Pollutant, Fraction> masses = new HashMap<>();
        for (Table.Row row : Table.read("molar-masses.csv")) {
            masses.put(
                    Pollutant.find(row.get("pollutant")).orElseThrow(), MolarVolume.exact(row.get("grams_per_mole")));
        }
        return Map.copyOf(masses);
    }
}
