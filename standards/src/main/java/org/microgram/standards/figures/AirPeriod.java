package org.microgram.standards.figures;

import java.util.List;
import java.util.Set;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;

/**
 * All figures of a month, a year to date or a year.
 *
 * @param six one for each pollutant, in {@link Pollutant} order
 * @param good days with an AQI of 100 or less
 * @param heavy days with an AQI over 200
 * @param evaluated days with an AQI
 * @param goodOfSix good days whose AQI rests on all six pollutants; so the next two
 * @param unconfirmed bit set of {@link org.microgram.standards.air.Unconfirmed} that they rest on
 * @param receivedAt newest arrival among the inputs, ms
 * @param notMonitored pollutants that the monitoring plan leaves out on each of its days
 * @param events ids of the confirmed events that touch it, in their order
 */
public record AirPeriod(
        Period period,
        List<OfPollutant> six,
        int good,
        int heavy,
        int evaluated,
        int goodOfSix,
        int heavyOfSix,
        int evaluatedOfSix,
        int unconfirmed,
        long receivedAt,
        Set<Pollutant> notMonitored,
        List<String> events) {

    /**
     * One pollutant. Mean, percentile, days and status are without the hours of confirmed events.
     *
     * @param mean exact mean of the valid days (O3: of their MDA8), µg/m³ (CO mg/m³); null when there is none
     * @param percentile exact percentile of the rounded daily values; null when there is none
     * @param had valid days
     * @param needed valid days needed
     * @param attaining days at or under the daily limit of grade II, of all that are valid with all their hours: counts keep events
     * @param revision superseded values among the inputs
     * @param states review states of the hourly values of all its days
     * @param withEvents the same of all hours; null when no event touches it
     */
    public record OfPollutant(
            Fraction mean,
            Fraction percentile,
            int had,
            int needed,
            Status status,
            int attaining,
            int revision,
            States states,
            WithEvents withEvents) {}

    /** A pollutant's figures of all hours, those of events as well. */
    public record WithEvents(Fraction mean, Fraction percentile, int had, Status status) {}

    public OfPollutant of(Pollutant p) {
        return six.get(p.ordinal());
    }

    public int revision() {
        int sum = 0;
        for (OfPollutant each : six) {
            sum += each.revision();
        }
        return sum;
    }
}
