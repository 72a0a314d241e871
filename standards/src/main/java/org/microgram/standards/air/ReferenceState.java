package org.microgram.standards.air;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

/**
 * The state at which concentrations are stated: gases at 273 K until 2018-08-31 and at 298.15 K since (1013.25 hPa), particulates since at
 * the temperature and pressure of sampling. GB 3095-2012, amendment of 2018.
 *
 * @param kelvin reference temperature; null where it is the one of sampling
 */
public record ReferenceState(
        List<Pollutant> pollutants, LocalDate from, LocalDate to, Fraction kelvin, String clause, String confidence)
        implements Serializable {

    /** The state of a pollutant's concentrations sampled on a day; that of the first edition for any earlier day. */
    public static ReferenceState on(LocalDate day, Pollutant pollutant) {
        ReferenceState first = null;
        for (Edition edition : Editions.ofLimits()) {
            for (ReferenceState state : edition.states()) {
                if (state.pollutants.contains(pollutant)) {
                    if (!day.isBefore(state.from) && !day.isAfter(state.to)) {
                        return state;
                    }
                    first = first == null ? state : first;
                }
            }
        }
        return first;
    }

    /** Whether gases of the days from first to last are stated at more than one state; particulates are never converted. */
    public static boolean isMixed(LocalDate first, LocalDate last) {
        return Pollutant.ALL.stream().anyMatch(p -> isMixed(first, last, p));
    }

    /** The same of one pollutant. */
    public static boolean isMixed(LocalDate first, LocalDate last, Pollutant pollutant) {
        return !pollutant.isParticulate() && !Objects.equals(on(first, pollutant).kelvin, on(last, pollutant).kelvin);
    }

    /** What a concentration of a day is multiplied by to be stated as the newest edition states it. */
    public static Fraction factorToNewest(Pollutant pollutant, LocalDate day) {
        return factor(pollutant, day, Table.NO_END);
    }

    /**
     * What a concentration of the older day is multiplied by to stand beside one of the newer day: 273/298.15 for gases across 2018-09-01,
     * exactly; 1 for particulates and within one state.
     */
    public static Fraction factor(Pollutant pollutant, LocalDate older, LocalDate newer) {
        Fraction before = on(older, pollutant).kelvin;
        Fraction after = on(newer, pollutant).kelvin;
        if (pollutant.isParticulate() || before == null || after == null) {
            return Fraction.of(1);
        }
        // The same mass in a volume that is greater by the ratio of the temperatures.
        return before.times(Fraction.of(after.denominator(), after.numerator()));
    }
}
