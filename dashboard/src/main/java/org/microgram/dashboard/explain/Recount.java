package org.microgram.dashboard.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.messages.air.AirRows;
import org.microgram.messages.air.AreaDays;
import org.microgram.messages.air.DaySource;
import org.microgram.messages.air.StationDays;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.events.ExcludedHours;
import org.microgram.standards.figures.AirDay;
import org.microgram.standards.figures.AirHour;
import org.microgram.standards.figures.AirPeriod;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.DayRules;
import org.microgram.standards.figures.HourRules;
import org.microgram.standards.figures.MonitoringPlan;
import org.microgram.standards.figures.Period;
import org.microgram.standards.figures.PeriodSum;
import org.microgram.standards.ledger.AreaDay;
import org.microgram.standards.ledger.DayBlock;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.screening.Criterion;
import org.microgram.standards.screening.Rule;
import org.microgram.standards.screening.ScreenedDay;

/**
 * The figures of one subject, counted again from records and locks with the functions that the jobs use (rule K2). Both may be applied in any
 * order and one after another, so the figures can be read as of each moment in turn.
 */
final class Recount {

    private record StationAndDay(String station, int day) {}

    private record Said(String station, long start, Version version) {}

    private final Network network;
    private final Subject subject;
    private final DailyProfile profile;
    private final Map<String, Integer> grades = new HashMap<>();
    private final Map<StationAndDay, DayBlock> blocks = new HashMap<>();
    private final Map<StationAndDay, StationDay> received = new HashMap<>();
    private final Map<StationAndDay, StationDay> counting = new HashMap<>();
    private final Map<Integer, AreaDay> areaDays = new HashMap<>();
    private final Map<Integer, List<String>> members = new HashMap<>();
    private final Map<Said, StationRecord> records = new HashMap<>();
    private final Map<StationAndDay, DayLock> locks = new HashMap<>();
    private final DaySource source;

    Recount(Network network, Subject subject) {
        this.network = network;
        this.subject = subject;
        this.profile = DailyProfile.of(network.dailyProfile());
        network.stations().forEach((Station s) -> grades.put(s.id(), s.grade()));
        this.source = isArea()
                ? new AreaDays(new AreaDays.Memory(network, subject.id()), areaDays::get)
                : new StationDays(
                        grades.get(subject.id()),
                        profile,
                        network.screening(),
                        plan(),
                        day -> network.events().out(subject.id(), day),
                        day -> received(subject.id(), day));
    }

    /** What the subject monitors. */
    MonitoringPlan plan() {
        return network.plan(subject);
    }

    boolean isArea() {
        return subject.kind().equals(Subject.AREA);
    }

    /** The stations whose readings a day of the subject is made of. */
    List<String> stationsOn(int day) {
        return isArea()
                ? members.computeIfAbsent(day, d -> network.members(subject.id(), ChinaTime.date(d)))
                : List.of(subject.id());
    }

    /** Stations that are members of the area at some time, though not on the day. */
    List<String> outsideOn(int day) {
        LocalDate date = ChinaTime.date(day);
        List<String> members = stationsOn(day);
        return network.memberships().stream()
                .filter(m -> isArea() && m.area().equals(subject.id()) && !m.holdsOn(date))
                .map(m -> m.station())
                .filter(s -> !members.contains(s))
                .sorted()
                .distinct()
                .toList();
    }

    int grade(String station) {
        return grades.get(station);
    }

    void apply(StationMessage message) {
        if (message instanceof DayLock lock) {
            StationAndDay at = new StationAndDay(lock.station(), lock.day());
            locks.merge(at, lock, (known, next) -> next.event().compareTo(known.event()) > 0 ? next : known);
            replace(at, block(at).apply(lock.event()));
        } else if (message instanceof StationRecord record) {
            StationAndDay at = new StationAndDay(record.station(), ChinaTime.dayOf(record.startSecond()));
            int hour = ChinaTime.hourOf(record.startSecond());
            records.putIfAbsent(new Said(record.station(), record.startSecond(), record.version()), record);
            replace(at, block(at).apply(hour, record.version(), record.values()).block());
        }
    }

    private DayBlock block(StationAndDay at) {
        return blocks.computeIfAbsent(at, key -> DayBlock.empty(key.day));
    }

    private void replace(StationAndDay at, DayBlock after) {
        int day = at.day;
        boolean changed = blocks.put(at, after) != after;
        StationDay said = after.values();
        if (changed && said.receivedAt() != Long.MIN_VALUE) { // else it is only locked
            received.put(at, said);
            StationDay counts = network.screening().counting(said);
            counting.put(at, counts);
            if (isArea()) {
                areaDays.put(day, areaDays.getOrDefault(day, AreaDay.empty(day)).with(at.station, counts));
            }
        }
    }

    /** The values of a station's day that count in figures; null when nothing was received. */
    StationDay stationDay(String station, int day) {
        return counting.get(new StationAndDay(station, day));
    }

    private StationDay received(String station, int day) {
        return received.get(new StationAndDay(station, day));
    }

    /** The station's day with its flags; null when nothing was received. */
    ScreenedDay screened(String station, int day) {
        StationDay own = received(station, day);
        return own == null
                ? null
                : network.screening().screen(received(station, day - 1), own, received(station, day + 1));
    }

    /** The criterion by which a value of the day is flagged or left out. */
    Optional<Criterion> criterion(Rule rule, Pollutant pollutant, int day) {
        return network.screening().criterion(rule, pollutant, day);
    }

    /** Every value of a slot; null when it was never given one. */
    SlotHistory history(String station, long start, Pollutant pollutant) {
        DayBlock block = blocks.get(new StationAndDay(station, ChinaTime.dayOf(start)));
        return block == null ? null : block.history(ChinaTime.hourOf(start), pollutant);
    }

    /** The value of a slot that counts; null when none does. */
    SlotHistory.Entry counting(String station, long start, Pollutant pollutant) {
        DayBlock block = blocks.get(new StationAndDay(station, ChinaTime.dayOf(start)));
        return block == null ? null : block.counting(ChinaTime.hourOf(start), pollutant);
    }

    /** How many values of a slot were superseded. */
    int revision(String station, long start, Pollutant pollutant) {
        DayBlock block = blocks.get(new StationAndDay(station, ChinaTime.dayOf(start)));
        return block == null ? 0 : block.revision(ChinaTime.hourOf(start), pollutant);
    }

    /** The newest lock event of a station's day; null when there was none. */
    DayLock newestLockEvent(String station, int day) {
        return locks.get(new StationAndDay(station, day));
    }

    /** The lock that holds; null when the day is open. */
    DayLock lock(String station, int day) {
        DayLock newest = newestLockEvent(station, day);
        return newest == null || !newest.locked() ? null : newest;
    }

    /** The record that brought a version. */
    StationRecord record(String station, long start, Version version) {
        return records.get(new Said(station, start, version));
    }

    /** The figures of a member's day; null when nothing was received. */
    AirDay dayOf(String station, int day) {
        StationDay hours = stationDay(station, day);
        return hours == null
                ? null
                : DayRules.station(hours, grade(station), profile, MonitoringPlan.ALL_SIX, out(station, day));
    }

    /** The hours of a station's day that confirmed events take out of the means. */
    ExcludedHours out(String station, int day) {
        return network.events().out(station, day);
    }

    /** Says which events these are, what each rests on and who confirmed it. */
    void tell(Collection<String> events, Draft draft) {
        events.forEach(id -> draft.remarks.add(EventWords.told(network.events(), id)));
    }

    /** The figures of a member's hour; null when it has no record. */
    AirHour hourOf(String station, long start) {
        int day = ChinaTime.dayOf(start);
        List<AirHour> found = new ArrayList<>(1);
        HourRules.station(stationDay(station, day - 1), screened(station, day), hour -> {
            if (hour.startSecond() == start) {
                found.add(hour);
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /** The subject's hour; null when it has no record. */
    AirHour hour(long start) {
        int day = ChinaTime.dayOf(start);
        List<AirHour> found = new ArrayList<>(1);
        if (source.has(day)) {
            source.hours(day, hour -> {
                if (hour.startSecond() == start) {
                    found.add(hour);
                }
            });
        }
        return found.isEmpty() ? null : found.get(0);
    }

    /** The subject's day; null when nothing was received. */
    AirDay day(int day) {
        return source.has(day) ? source.day(day) : null;
    }

    /** The subject's period; null when nothing was received in it. */
    AirPeriod period(Period period) {
        PeriodSum sum = new PeriodSum();
        boolean any = false;
        for (int day = (int) period.first().toEpochDay(); day <= period.last().toEpochDay(); day++) {
            AirDay figures = day(day);
            if (figures != null) {
                sum.add(figures);
                any = true;
            }
        }
        return any ? sum.figures(period) : null;
    }

    /** The row that the jobs would have written; null when there is nothing to write one of. */
    Row row(FigureKey key) {
        AirRows rows = new AirRows(subject, profile, network.judges().periods(), network.hash());
        switch (key.measurement()) {
            case AIR_HOUR -> {
                AirHour hour = hour(key.start());
                return hour == null ? null : rows.hour(hour);
            }
            case AIR_DAY -> {
                AirDay day = day(key.firstDay());
                return day == null ? null : rows.day(day);
            }
            default -> {
                AirPeriod period = period(key.period());
                return period == null ? null : rows.period(period);
            }
        }
    }
}
