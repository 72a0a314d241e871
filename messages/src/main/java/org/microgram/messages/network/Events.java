package org.microgram.messages.network;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.events.ExcludedHours;

/** The exceptional events of {@code config/events.yaml}, and the hours that the confirmed ones take out of the means of each station. */
public final class Events implements Serializable {

    /** Where they are entered. */
    public static final String FILE = EventsFile.NAME;

    /** None is entered. */
    public static final Events NONE = new Events(List.of(), Map.of());

    private static final long serialVersionUID = 1L;

    private final List<ExceptionalEvent> all;
    private final Map<String, Map<Integer, ExcludedHours>> out;

    private Events(List<ExceptionalEvent> all, Map<String, Map<Integer, ExcludedHours>> out) {
        this.all = List.copyOf(all);
        this.out = out;
    }

    /**
     * @param all in the order of the file
     * @param memberships which stations an area's event touches on each of its days
     */
    public static Events of(List<ExceptionalEvent> all, Collection<Membership> memberships) {
        Map<String, Map<Integer, ExcludedHours>> out = new HashMap<>();
        all.stream().filter(ExceptionalEvent::isConfirmed).forEach(event -> enter(event, memberships, out));
        return new Events(all, out);
    }

    private static void enter(
            ExceptionalEvent event, Collection<Membership> memberships, Map<String, Map<Integer, ExcludedHours>> out) {
        for (int day = ChinaTime.dayOf(event.from()); day <= ChinaTime.dayOf(event.to()); day++) {
            ExcludedHours hours = hoursOf(event, day);
            int of = day;
            stations(event, ChinaTime.date(day), memberships)
                    .forEach(station ->
                            out.computeIfAbsent(station, id -> new HashMap<>()).merge(of, hours, ExcludedHours::and));
        }
    }

    private static List<String> stations(ExceptionalEvent event, LocalDate day, Collection<Membership> memberships) {
        return event.area().isEmpty()
                ? event.stations()
                : memberships.stream()
                        .filter(member -> member.area().equals(event.area()) && member.holdsOn(day))
                        .map(Membership::station)
                        .distinct()
                        .toList();
    }

    private static ExcludedHours hoursOf(ExceptionalEvent event, int day) {
        int mask = 0;
        for (int hour = 0; hour < 24; hour++) {
            long start = ChinaTime.startOf(day) + hour * (long) ChinaTime.SECONDS_OF_HOUR;
            mask |= start >= event.from() && start <= event.to() ? 1 << hour : 0;
        }
        return new ExcludedHours(
                event.pollutants().contains(Pollutant.PM25) ? mask : 0,
                event.pollutants().contains(Pollutant.PM10) ? mask : 0,
                List.of(event.id()));
    }

    /**
     * The events that a text of the file has.
     *
     * @throws ConfigurationException with every problem of it
     */
    public static List<ExceptionalEvent> parse(Path file, String text, Network network) {
        Problems problems = new Problems();
        List<ExceptionalEvent> events = EventsFile.parse(
                file,
                text,
                network.areas().stream().map(Area::id).toList(),
                network.stations().stream().map(Station::id).toList(),
                problems);
        problems.throwIfAny(file.toString());
        return events;
    }

    /** All that are entered, whatever their state. */
    public List<ExceptionalEvent> all() {
        return all;
    }

    public Optional<ExceptionalEvent> find(String id) {
        return all.stream().filter(event -> event.id().equals(id)).findFirst();
    }

    /** The hours of a station's day (days since 1970-01-01) that are out of the means. */
    public ExcludedHours out(String station, int day) {
        Map<Integer, ExcludedHours> days = out.get(station);
        return days == null ? ExcludedHours.NONE : days.getOrDefault(day, ExcludedHours.NONE);
    }
}
