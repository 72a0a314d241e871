package org.microgram.messages.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.ExceptionalEvent;
import org.microgram.messages.network.ExceptionalEvent.State;
import org.microgram.messages.network.NotMonitored;
import org.microgram.messages.network.Target;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Table;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.JudgedAt;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.MonitoringPlan;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.views.Span;

/** What a network's files may say besides its stations, areas and members: targets, exceptional events, what is not monitored. From a seed. */
final class RandomSettings {

    private final List<String> stations;
    private final LocalDate firstDay;
    private final int days;

    /**
     * @param firstDay of the readings
     * @param days how many days they have
     */
    RandomSettings(List<String> stations, LocalDate firstDay, int days) {
        this.stations = stations;
        this.firstDay = firstDay;
        this.days = days;
    }

    /**
     * Of some subjects, every indicator, for the months and years that the days lie in and those after them.
     *
     * @param own its own numbers, so that a seed's readings are what they were before there were targets
     */
    List<Target> targets(List<Area> areas, Random own) {
        List<Subject> subjects = new ArrayList<>();
        stations.forEach(id -> subjects.add(Subject.station(id)));
        areas.forEach(area -> subjects.add(Subject.area(area.id())));
        List<Target> targets = new ArrayList<>();
        YearMonth end = YearMonth.from(firstDay.plusDays(days));
        for (Subject subject : subjects) {
            for (Indicator indicator : Indicator.values()) {
                if (own.nextInt(2) == 0) {
                    YearMonth from = own.nextBoolean() ? end.withMonth(1) : end.minusMonths(own.nextInt(3));
                    Span span = Span.of(from, own.nextBoolean() ? from.plusMonths(11) : from);
                    targets.add(new Target(
                            subject.id() + "-" + indicator.code().replace('_', '-'),
                            subject,
                            span,
                            indicator,
                            indicator.isCount()
                                    ? Fraction.of(own.nextInt(12))
                                    : Fraction.of(200 + own.nextInt(1_800), 10),
                            "",
                            new JudgedAt(own.nextInt(2), Rounding.values()[own.nextInt(Rounding.values().length)]),
                            List.of(),
                            "nobody",
                            true));
                }
            }
        }
        return targets;
    }

    /**
     * None, or some of areas and of stations, in each state, which overlap, end between two days and reach beyond the readings.
     *
     * @param own its own numbers, so that a seed's readings are what they were before there were events
     */
    List<ExceptionalEvent> events(List<Area> areas, Random own) {
        List<ExceptionalEvent> events = new ArrayList<>();
        int count = own.nextBoolean() ? 0 : 1 + own.nextInt(5);
        for (int i = 0; i < count; i++) {
            long from = ChinaTime.startOf(firstDay) + (own.nextInt(24 * (days + 2)) - 24L) * ChinaTime.SECONDS_OF_HOUR;
            long to = from + own.nextInt(own.nextBoolean() ? 5 : 40) * (long) ChinaTime.SECONDS_OF_HOUR;
            boolean ofArea = own.nextBoolean();
            State state = own.nextInt(3) == 0 ? State.values()[own.nextInt(3)] : State.CONFIRMED;
            List<Pollutant> pollutants =
                    own.nextBoolean() ? List.of(Pollutant.PM10) : List.of(Pollutant.PM25, Pollutant.PM10);
            events.add(new ExceptionalEvent(
                    "dust-" + i,
                    ofArea ? areas.get(own.nextInt(areas.size())).id() : "",
                    ofArea ? List.of() : List.of(stations.get(own.nextInt(stations.size()))),
                    from,
                    to,
                    pollutants,
                    state,
                    "document",
                    "author",
                    "",
                    "",
                    state == State.PROPOSED ? "" : "other",
                    "",
                    "",
                    Map.of()));
        }
        return events;
    }

    /**
     * Of some stations and areas some or most pollutants are not in the plan, for some of the days or for all.
     *
     * @param own its own numbers, so that a seed's readings are what they were before there were plans
     */
    List<NotMonitored> notMonitored(List<Area> areas, Random own) {
        List<Subject> subjects = new ArrayList<>();
        stations.forEach(id -> subjects.add(Subject.station(id)));
        areas.forEach(area -> subjects.add(Subject.area(area.id())));
        List<NotMonitored> out = new ArrayList<>();
        for (Subject subject : subjects) {
            // Days with five valid pollutants are rare here, so some plans hold little more than one.
            int tenths = List.of(0, 3, 9).get(own.nextInt(3));
            for (Pollutant pollutant : Pollutant.ALL) {
                LocalDate from = firstDay.plusDays(own.nextInt(days + 4) - 4L);
                LocalDate to = own.nextBoolean() ? Table.NO_END : from.plusDays(own.nextInt(days));
                if (own.nextInt(10) < tenths) {
                    out.add(new NotMonitored(subject, new MonitoringPlan.Exemption(pollutant, from, to, "random")));
                }
            }
        }
        return out;
    }
}
