package org.microgram.standards.compare;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.microgram.standards.air.Aqi;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.DayIndex;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/**
 * A natural day as it is stored, to be judged a second time: what the ledger counted stays, only the judge is another.
 *
 * <p>Whether a value is valid was decided with the limits of its day (an MDA8 with too few windows counts when it exceeds) and is not
 * asked again. The day's greatest hour of O3 is not stored; only an MDA8 over 800 µg/m³ by HJ 633-2012 would ask for it, and then has
 * the sub-index of the last breakpoint, 300.
 *
 * @param valid exact values of the pollutants that are valid with all their hours, µg/m³ (CO mg/m³): limits, index and counts of days
 * @param assessed the same without the hours of confirmed events: means and percentiles
 * @param aqi as it was published under the edition of the day; {@link Aqi#UNKNOWN} when none was
 * @param unconfirmed bit set of what the day rests on
 * @param notMonitored pollutants that the monitoring plan leaves out on the day
 */
public record StoredDay(
        LocalDate date,
        Map<Pollutant, Fraction> valid,
        Map<Pollutant, Fraction> assessed,
        Aqi aqi,
        int unconfirmed,
        Set<Pollutant> notMonitored) {

    /** All six are monitored. */
    public StoredDay(LocalDate date, Map<Pollutant, Fraction> valid, Aqi aqi, int unconfirmed) {
        this(date, valid, valid, aqi, unconfirmed, Set.of());
    }

    /** Index and AQI under another edition. */
    public DayIndex under(SubIndex edition, DailyProfile profile) {
        return new DayIndex(valid::get, null, edition, profile, notMonitored);
    }

    public boolean isValid(Pollutant p) {
        return valid.containsKey(p);
    }

    /** The value as it is held against a limit: rounded half-even to the pollutant's decimals (definitions §2), scaled. */
    long rounded(Pollutant p) {
        return rounded(valid.get(p), p);
    }

    /** The value that enters a percentile, rounded alike. */
    long assessedRounded(Pollutant p) {
        return rounded(assessed.get(p), p);
    }

    private static long rounded(Fraction value, Pollutant p) {
        return value.rounded(p.decimals(), Rounding.HALF_EVEN) * Scaled.powerOfTen(Scaled.DIGITS - p.decimals());
    }
}
