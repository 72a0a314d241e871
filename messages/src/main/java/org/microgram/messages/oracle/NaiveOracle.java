package org.microgram.messages.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.microgram.messages.air.ReadingRows;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.network.Target;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.LockRows;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;

/**
 * All rows that a set of records and a configuration amount to, worked out the long way: every figure from its readings, each time anew,
 * without ledger, block, difference or cache. The referee of the ledger and of every end-to-end test.
 *
 * <p>It shares the law's tables and the shape of a row with what it judges, and nothing else. What it takes from definitions and Javadoc:
 *
 * <ul>
 *   <li>An hour exists as soon as a record speaks of it, be it to withdraw; a day as soon as an hour of it does; an area's as soon as one of
 *       a member on that day does; a year to date from the first to the last such day of the year.
 *   <li>{@code revision}: values that an input was given besides the one that counts, over all inputs. {@code received_at}: newest arrival among the
 *       values that count.
 *   <li>A value that screening excludes is in the row of its station's hour and in no figure; flags are by what was received, an area's
 *       outliers by what counts.
 *   <li>Of a locked day the final values that had arrived by the newest lock count; superseded are the other values that had arrived by
 *       then. An hour of which nothing counts has no value, and the lock is its newest arrival.
 *   <li>Of a day that a confirmed event touches, what is left of PM without its hours is in the means, percentiles and days had of every longer
 *       period, and in accounts; AQI and counts of days, also those at or under a limit, are of all hours.
 *   <li>An account has a row for every day of its target's span, from the first that has a record to the last day of any that has one.
 *   <li>An area's rolling mean is the mean of the valid rolling means of members that have a record at that hour.
 * </ul>
 */
public final class NaiveOracle {

    private final Network network;
    private final Consumer<Row> out;
    private final EventFacts events;
    private final Map<String, StationFacts> stations = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Day>> stationDays = new HashMap<>();

    private boolean accountsOnly;
    private BesideYear beside;

    private NaiveOracle(Network network, Consumer<Row> out) {
        this.network = network;
        this.events = new EventFacts(network);
        this.out = out;
    }

    /** All rows, by key. */
    public static SortedMap<RowKey, Row> rows(Collection<? extends StationMessage> records, Network network) {
        SortedMap<RowKey, Row> rows = new TreeMap<>();
        each(records, network, row -> {
            if (rows.put(row.key(), row) != null) {
                throw new IllegalStateException("made twice: " + row.key());
            }
        });
        return rows;
    }

    /** Rows of accounts alone: for tests of years, of which every other row would take long. */
    public static SortedMap<RowKey, Row> accounts(Collection<? extends StationMessage> records, Network network) {
        SortedMap<RowKey, Row> rows = new TreeMap<>();
        NaiveOracle oracle = new NaiveOracle(network, row -> {
            if (row.measurement() == Measurement.AIR_ACCOUNT) {
                rows.put(row.key(), row);
            }
        });
        oracle.accountsOnly = true;
        oracle.all(records);
        return rows;
    }

    /**
     * Of a year's records only: the days of other years that accounts look back on, as they are stored, and the one day whose accounts are wanted.
     *
     * @param days rows {@code air_day} of a subject before the records' year, and the last one after it
     */
    public record BesideYear(LocalDate wanted, Function<Subject, Collection<Row>> days) {}

    /** The rows of one year's records; of accounts those of one day. */
    public static void each(
            Collection<? extends StationMessage> records, Network network, BesideYear beside, Consumer<Row> out) {
        NaiveOracle oracle = new NaiveOracle(network, out);
        oracle.beside = beside;
        oracle.all(records);
    }

    /** All rows one by one, for sets too large to hold. */
    public static void each(Collection<? extends StationMessage> records, Network network, Consumer<Row> out) {
        new NaiveOracle(network, out).all(records);
    }

    private void all(Collection<? extends StationMessage> records) {
        Map<String, List<StationMessage>> byStation = new TreeMap<>();
        for (StationMessage record : records) {
            byStation.computeIfAbsent(record.station(), s -> new ArrayList<>()).add(record);
        }
        byStation.forEach(this::station);
        network.areas().forEach(this::area);
    }

    private void station(String id, List<StationMessage> messages) {
        List<StationRecord> records = of(StationRecord.class, messages);
        List<DayLock> locks = of(DayLock.class, messages);
        Subject subject = Subject.station(id);
        int grade = network.stations().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .map(Station::grade)
                .orElseThrow();
        // A record says what it says: its row is only named and spelled as in the store, once for each version and
        // values.
        Map<RowKey, Row> readings = new TreeMap<>();
        records.stream()
                .filter(record -> record.values().count() > 0)
                .map(ReadingRows::row)
                .forEach(row -> readings.put(row.key(), row));
        locks.stream().map(LockRows::row).forEach(row -> readings.put(row.key(), row));
        readings.values().forEach(out);
        StationFacts facts =
                new StationFacts(records, locks, network.screening().criteria());
        if (!accountsOnly) {
            facts.hours.forEach((start, hour) -> out.accept(HourRows.station(subject, start, hour, network.hash())));
        }
        NavigableMap<LocalDate, Day> days = new TreeMap<>();
        for (LocalDate date : facts.days) {
            days.put(date, Day.ofStation(date, facts.hoursOf(date), grade, id, events));
        }
        stations.put(id, facts);
        stationDays.put(id, days);
        daysAndPeriods(subject, days);
    }

    private static <T> List<T> of(Class<T> type, List<StationMessage> messages) {
        return messages.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void area(Area area) {
        Subject subject = Subject.area(area.id());
        NavigableMap<LocalDate, Day> days = new TreeMap<>();
        TreeMap<LocalDate, Boolean> candidates = new TreeMap<>();
        stations.values().forEach(facts -> facts.days.forEach(day -> candidates.put(day, true)));
        for (LocalDate date : candidates.keySet()) {
            List<String> members = membersOn(area.id(), date);
            for (int hour = 0; hour < 24 && !accountsOnly; hour++) {
                long start = ChinaTime.startOf(date) + hour * 3600L;
                List<StationFacts.Hour> present = members.stream()
                        .map(stations::get)
                        .filter(Objects::nonNull)
                        .map(facts -> facts.hours.get(start))
                        .filter(Objects::nonNull)
                        .toList();
                if (!present.isEmpty()) {
                    String outliers = Suspects.outliers(network.screening().criteria(), date, members, id -> {
                        StationFacts facts = stations.get(id);
                        return facts == null ? null : facts.hours.get(start);
                    });
                    out.accept(HourRows.area(subject, start, present, members.size(), outliers, network.hash()));
                }
            }
            List<Day> ofMembers = members.stream()
                    .map(stationDays::get)
                    .filter(Objects::nonNull)
                    .map(of -> of.get(date))
                    .filter(Objects::nonNull)
                    .toList();
            if (!ofMembers.isEmpty()) {
                days.put(date, Day.ofArea(date, ofMembers, members.size()));
            }
        }
        daysAndPeriods(subject, days);
    }

    private List<String> membersOn(String area, LocalDate date) {
        return network.memberships().stream()
                .filter(m -> m.area().equals(area))
                .filter(m -> !date.isBefore(m.from()))
                .filter(m -> m.to().isEmpty() || !date.isAfter(m.to().get()))
                .map(m -> m.station())
                .sorted()
                .distinct()
                .toList();
    }

    private void daysAndPeriods(Subject subject, NavigableMap<LocalDate, Day> days) {
        // The rows of the days come first: they decide which days have an AQI.
        days.values()
                .forEach(day ->
                        out.accept(day.row(subject, network.dailyProfile(), network.notMonitored(), network.hash())));
        if (accountsOnly) {
            accounts(subject, days);
            return;
        }
        days.keySet().stream().map(date -> date.withDayOfMonth(1)).distinct().forEach(month -> {
            LocalDate last = month.plusMonths(1).minusDays(1);
            period(Measurement.AIR_MONTH, subject, month, last, days);
        });
        days.keySet().stream().map(LocalDate::getYear).distinct().forEach(year -> {
            LocalDate first = LocalDate.of(year, 1, 1);
            LocalDate last = LocalDate.of(year, 12, 31);
            period(Measurement.AIR_YEAR, subject, first, last, days);
            LocalDate firstDay = days.ceilingKey(first);
            LocalDate lastDay = days.floorKey(last);
            for (LocalDate to = firstDay; !to.isAfter(lastDay); to = to.plusDays(1)) {
                period(Measurement.AIR_TO_DATE, subject, first, to, days);
            }
        });
        accounts(subject, days);
    }

    private void accounts(Subject subject, NavigableMap<LocalDate, Day> days) {
        NavigableMap<LocalDate, Day> all = new TreeMap<>(days);
        if (beside != null) {
            int year = beside.wanted.getYear();
            all.keySet().removeIf(date -> date.getYear() != year);
            beside.days.apply(subject).stream()
                    .map(Day::stored)
                    .filter(day -> day.date.getYear() != year)
                    .forEach(day -> all.put(day.date, day));
        }
        for (Target target : network.targets().all()) {
            if (target.subject().equals(subject)) {
                new AccountOracle(network, target, all).rows(day -> beside == null || day.equals(beside.wanted), out);
            }
        }
    }

    private void period(
            Measurement measurement,
            Subject subject,
            LocalDate first,
            LocalDate last,
            NavigableMap<LocalDate, Day> days) {
        List<Day> within = List.copyOf(days.subMap(first, true, last, true).values());
        out.accept(PeriodRows.row(measurement, subject, first, last, within, network.dailyProfile(), network.hash()));
    }
}
