package org.microgram.standards.figures;

import java.util.Set;
import java.util.function.Function;
import org.microgram.standards.Status;
import org.microgram.standards.air.Aqi;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.air.Unconfirmed;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/**
 * The sub-indices and the AQI of a natural day by one edition of the index: that in force when the day is counted, and any other when the
 * stored day is judged a second time. HJ 633, formulas 1 and 2.
 */
public final class DayIndex {

    private final SubIndex edition;
    private final int[] subIndices = new int[Pollutant.COUNT];
    private final Aqi aqi;
    private final Status status;
    private int unconfirmed;

    /**
     * @param valid the exact value of a pollutant, µg/m³ (CO mg/m³); null when it is none or not valid
     * @param greatestO3Hour the day's greatest hour of O3 for an MDA8 over the table; null when it is not known
     * @param edition that judges
     * @param profile decides about days that lack a pollutant where the edition has no rule
     * @param notMonitored pollutants that the monitoring plan leaves out on the day
     */
    public DayIndex(
            Function<Pollutant, Fraction> valid,
            Fraction greatestO3Hour,
            SubIndex edition,
            DailyProfile profile,
            Set<Pollutant> notMonitored) {
        this.edition = edition;
        boolean complete = true;
        for (Pollutant p : Pollutant.ALL) {
            Fraction value = valid.apply(p);
            subIndices[p.ordinal()] = SubIndex.NONE;
            if (value != null) {
                subIndices[p.ordinal()] = subIndex(p, value, greatestO3Hour);
            } else {
                complete &= edition.exemptsNotMonitored() && notMonitored.contains(p);
            }
        }
        Aqi candidate = Aqi.of(subIndices, edition.primaryOver());
        this.status = profile.judge(candidate, valid.apply(Pollutant.PM25) != null, complete, edition);
        this.aqi = status == Status.OK ? candidate : Aqi.UNKNOWN;
    }

    private int subIndex(Pollutant p, Fraction value, Fraction greatestO3Hour) {
        long rounded = edition.input(p, value);
        long hour =
                greatestO3Hour == null ? Long.MIN_VALUE : greatestO3Hour.rounded(0, Rounding.HALF_EVEN) * Scaled.ONE;
        if (!edition.inputConfidence().equals("high")) {
            unconfirmed |= Unconfirmed.INPUT_ROUNDING.bit();
        }
        if (edition.isUnconfirmedAbove(p, rounded)) {
            unconfirmed |= Unconfirmed.ABOVE_LAST_BREAKPOINT.bit();
        }
        return edition.daily(p, rounded, hour, edition.rounding());
    }

    public SubIndex edition() {
        return edition;
    }

    /** The sub-index, or {@link SubIndex#NONE}. */
    public int subIndex(Pollutant p) {
        return subIndices[p.ordinal()];
    }

    /** The AQI that is given; {@link Aqi#UNKNOWN} when it is withheld or there is none. */
    public Aqi aqi() {
        return aqi;
    }

    /** Whether it is given: ok, withheld or none. */
    public Status status() {
        return status;
    }

    /** Bit set of {@link Unconfirmed} that it rests on. */
    public int unconfirmed() {
        return unconfirmed;
    }
}
