package org.microgram.standards.views;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microgram.standards.Status;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.PublishedDecimals;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

/**
 * All figures of a span. Means are of the exact daily values and rounded once; percentiles of the rounded ones (definitions §2).
 *
 * @param through its last day that counts: the span's end, or while it is unfinished the last day gone
 * @param six one for each pollutant, in {@link Pollutant} order
 * @param good days with an AQI of 100 or less
 * @param heavy days with an AQI over 200
 * @param evaluated days with an AQI
 * @param goodOfSix good days whose AQI rests on all six pollutants; so the next two
 * @param indexEditions editions of the index that judged its days
 * @param receivedAt newest arrival among the inputs, ms
 * @param notMonitored pollutants that the monitoring plan leaves out on each of its days
 * @param events ids of the confirmed events that touch its days, in their order
 * @param judge the edition whose limits judge all its days and its composite index; empty where each day is judged by its own
 */
public record SpanFigures(
        Span span,
        LocalDate through,
        List<OfPollutant> six,
        int good,
        int heavy,
        int evaluated,
        int goodOfSix,
        int heavyOfSix,
        int evaluatedOfSix,
        Set<String> indexEditions,
        long receivedAt,
        Set<Pollutant> notMonitored,
        List<String> events,
        Optional<Edition> judge) {

    /**
     * One pollutant. Mean, percentile, days and status are without the hours of confirmed events.
     *
     * @param mean exact mean of the valid days (O3: of their MDA8), µg/m³ (CO mg/m³); null when there is none
     * @param percentile exact percentile of the rounded daily values; null when there is none
     * @param had valid days
     * @param needed valid days needed
     * @param lacking what falls short besides the sum, such as {@code 2020-11 25/27}
     * @param attaining days at or under the daily limit of grade II, of all that are valid with all their hours: counts keep events
     * @param limitEditions editions of the limits that those were judged by
     * @param mixedState whether its days are at two reference states of gases
     * @param revision superseded values among the inputs
     * @param withEvents the same of all hours; null when no event touches it
     */
    public record OfPollutant(
            Fraction mean,
            Fraction percentile,
            int had,
            int needed,
            List<String> lacking,
            Status status,
            int attaining,
            Set<String> limitEditions,
            boolean mixedState,
            int revision,
            WithEvents withEvents) {

        public boolean exists() {
            return mean != null;
        }
    }

    /** A pollutant's figures of all hours, those of events as well. */
    public record WithEvents(Fraction mean, Fraction percentile, int had, Status status) {}

    /** Whether hours of confirmed events are out of a pollutant's mean. */
    public boolean isTouched(Pollutant p) {
        return of(p).withEvents() != null;
    }

    /** Whether the pollutant has its days with all their hours: what counts of days rest on. */
    public Status measuredStatus(Pollutant p) {
        return isTouched(p) ? of(p).withEvents().status() : of(p).status();
    }

    /** Its valid days with all their hours. */
    public int measuredHad(Pollutant p) {
        return isTouched(p) ? of(p).withEvents().had() : of(p).had();
    }

    public OfPollutant of(Pollutant p) {
        return six.get(p.ordinal());
    }

    public boolean isFinished() {
        return through.equals(span.lastDay());
    }

    public int calendarDays() {
        return span.daysThrough(through);
    }

    /** The mean as published, with the decimals that hold at the span's end. */
    public Optional<Rounded> mean(Pollutant p) {
        return Optional.ofNullable(of(p).mean())
                .map(exact -> Rounded.of(exact, PublishedDecimals.ofMean(p, span.lastDay())));
    }

    /** The percentile as published. */
    public Optional<Rounded> percentile(Pollutant p) {
        return Optional.ofNullable(of(p).percentile()).map(exact -> Rounded.of(exact, p.decimals()));
    }

    /** Good days of those evaluated, in percent to one decimal (HJ 663: D = A / B × 100 %). */
    public Optional<Rounded> goodShare() {
        return evaluated == 0 ? Optional.empty() : Optional.of(Rounded.of(Fraction.of(100L * good, evaluated), 1));
    }

    /** How far the counts can be relied on: as far as the pollutants that decide which days have an AQI. */
    public Status countStatus(DailyProfile profile) {
        if (evaluated == 0) {
            return Status.NONE;
        }
        List<Pollutant> deciding = profile == DailyProfile.ARCHIVE ? List.of(Pollutant.PM25) : Pollutant.ALL;
        return deciding.stream().allMatch(p -> notMonitored.contains(p) || measuredStatus(p) == Status.OK)
                ? Status.OK
                : Status.BELOW_MINIMUM;
    }

    /** Superseded values among the inputs of all six; of one pollutant's figure they are {@link OfPollutant#revision()}. */
    public int revision() {
        return six.stream().mapToInt(OfPollutant::revision).sum();
    }
}
