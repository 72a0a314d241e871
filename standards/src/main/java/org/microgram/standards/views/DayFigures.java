package org.microgram.standards.views;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.ReferenceState;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.figures.AirDay;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.DayIndex;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;

/**
 * What a stored row of a day says: all that views over longer spans are made of.
 *
 * @param date the natural day
 * @param six one for each pollutant, in {@link Pollutant} order: what enters means, percentiles and accounts, without the hours of confirmed events
 * @param withEvents of the particulates that a confirmed event touches the same of all hours, which limits, index and counts of days rest on
 * @param aqi the daily AQI, or {@link SubIndex#NONE}
 * @param inputs how many pollutants are valid
 * @param edition edition of the index that judged the day; null when none did
 * @param receivedAt newest arrival among the inputs, ms
 * @param notMonitored pollutants that the monitoring plan leaves out on the day
 * @param events ids of the confirmed events that touch it, in their order
 */
public record DayFigures(
        LocalDate date,
        List<OfPollutant> six,
        Map<Pollutant, OfPollutant> withEvents,
        int aqi,
        int inputs,
        String edition,
        long receivedAt,
        Set<Pollutant> notMonitored,
        List<String> events) {

    /** No event touches it. */
    public DayFigures(
            LocalDate date,
            List<OfPollutant> six,
            int aqi,
            int inputs,
            String edition,
            long receivedAt,
            Set<Pollutant> notMonitored) {
        this(date, six, Map.of(), aqi, inputs, edition, receivedAt, notMonitored, List.of());
    }

    /** All six are monitored. */
    public DayFigures(LocalDate date, List<OfPollutant> six, int aqi, int inputs, String edition, long receivedAt) {
        this(date, six, aqi, inputs, edition, receivedAt, Set.of());
    }

    /**
     * One pollutant's day.
     *
     * @param exact µg/m³ (CO mg/m³); null when there is none
     * @param status only {@link Status#OK} enters a longer span
     * @param revision superseded values among the inputs
     */
    public record OfPollutant(Fraction exact, Status status, int revision) {

        public static final OfPollutant NONE = new OfPollutant(null, Status.NONE, 0);
    }

    public DayFigures {
        six = List.copyOf(six);
        withEvents = Map.copyOf(withEvents);
        events = List.copyOf(events);
    }

    public static DayFigures of(AirDay day) {
        List<OfPollutant> six = new ArrayList<>(Pollutant.COUNT);
        Map<Pollutant, OfPollutant> withEvents = new EnumMap<>(Pollutant.class);
        for (Pollutant p : Pollutant.ALL) {
            OfPollutant all = new OfPollutant(day.exact(p), day.status(p), day.revision(p));
            AirDay.LessEvents less = day.lessEvents(p);
            if (less == null) {
                six.add(all);
            } else {
                six.add(new OfPollutant(less.exact(), less.status(), day.revision(p)));
                withEvents.put(p, all);
            }
        }
        return new DayFigures(
                ChinaTime.date(day.day()),
                six,
                withEvents,
                day.aqi().value(),
                day.inputsPresent(),
                day.edition(),
                day.receivedAt(),
                day.notMonitored(),
                List.copyOf(day.events()));
    }

    public OfPollutant of(Pollutant p) {
        return six.get(p.ordinal());
    }

    public boolean isValid(Pollutant p) {
        return of(p).status() == Status.OK;
    }

    /** Whether any pollutant is valid, with all its hours. */
    public boolean isValid() {
        return Pollutant.ALL.stream().anyMatch(p -> measured(p).status() == Status.OK);
    }

    /** Of all hours, those of events as well. */
    public OfPollutant measured(Pollutant p) {
        return withEvents.getOrDefault(p, of(p));
    }

    /** Whether a confirmed event takes hours of the pollutant out. */
    public boolean isTouched(Pollutant p) {
        return withEvents.containsKey(p);
    }

    public Fraction exact(Pollutant p) {
        return of(p).exact();
    }

    /** Half-even to the pollutant's decimals, in units of the last of them: what enters percentiles (definitions §2). */
    public long rounded(Pollutant p) {
        return exact(p).rounded(p.decimals(), Rounding.HALF_EVEN);
    }

    /** The same of all hours: what is held against the daily limit. */
    public long measuredRounded(Pollutant p) {
        return measured(p).exact().rounded(p.decimals(), Rounding.HALF_EVEN);
    }

    /** The day with its gases at the reference state in force last: what a comparison across a change of it is given with besides. */
    DayFigures atNewestState() {
        List<OfPollutant> converted = new ArrayList<>(Pollutant.COUNT);
        for (Pollutant p : Pollutant.ALL) {
            OfPollutant of = of(p);
            converted.add(
                    of.exact() == null
                            ? of
                            : new OfPollutant(
                                    of.exact().times(ReferenceState.factorToNewest(p, date)),
                                    of.status(),
                                    of.revision()));
        }
        return new DayFigures(date, converted, withEvents, aqi, inputs, edition, receivedAt, notMonitored, events);
    }

    /** The day judged by another edition of the index; what its values rest on stays. */
    DayFigures under(SubIndex index, DailyProfile profile) {
        DayIndex judged = new DayIndex(
                p -> measured(p).status() == Status.OK ? measured(p).exact() : null,
                null,
                index,
                profile,
                notMonitored);
        return new DayFigures(
                date, six, withEvents, judged.aqi().value(), inputs, index.edition(), receivedAt, notMonitored, events);
    }

    public boolean hasAqi() {
        return aqi != SubIndex.NONE;
    }
}
