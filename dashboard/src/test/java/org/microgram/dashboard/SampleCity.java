package org.microgram.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.microgram.messages.air.AffectedRows;
import org.microgram.messages.air.AirRows;
import org.microgram.messages.air.AreaDays;
import org.microgram.messages.air.DaySource;
import org.microgram.messages.air.ReadingRows;
import org.microgram.messages.air.StationDays;
import org.microgram.messages.network.Area;
import org.microgram.messages.network.Membership;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.ledger.AreaDay;
import org.microgram.standards.ledger.DayBlock;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;
import org.microgram.store.Store;

/** Five stations and two areas with eleven weeks of seeded readings, and the rows that the jobs would write of them. */
public final class SampleCity {

    public static final LocalDate FIRST = LocalDate.parse("2019-01-01");
    public static final LocalDate LAST = LocalDate.parse("2019-03-20");

    private static final String[][] STATIONS = {
        {"1001A", "万寿西宫", "Wanshouxigong"},
        {"1003A", "东四", "Dongsi"},
        {"1004A", "天坛", "Tiantan"},
        {"1005A", "农展馆", "Nongzhanguan"},
        {"1012A", "古城", "Gucheng"},
    };

    private SampleCity() {}

    public static Network network() {
        List<Station> stations = new ArrayList<>();
        List<Membership> members = new ArrayList<>();
        for (String[] s : STATIONS) {
            stations.add(new Station(
                    s[0], s[1], s[2], List.of(), "dongcheng", "national", 2, FIRST, Optional.empty(), 116.4, 39.9));
            // 古城 joins in February: on the days before it is no part of the city.
            LocalDate from = s[0].equals("1012A") ? LocalDate.parse("2019-02-10") : FIRST;
            members.add(new Membership("beijing", s[0], from, Optional.empty()));
        }
        members.add(new Membership("dongcheng", "1003A", FIRST, Optional.empty()));
        members.add(new Membership("dongcheng", "1004A", FIRST, Optional.empty()));
        return new Network(
                stations,
                List.of(
                        new Area("beijing", "北京", "Beijing", "city"),
                        new Area("dongcheng", "东城区", "Dongcheng", "unit")),
                members,
                "archive",
                "4f1c0a77");
    }

    /** Eleven weeks with gaps, corrections and withdrawals. */
    public static List<StationRecord> readings(long seed) {
        Random random = new Random(seed);
        List<StationRecord> records = new ArrayList<>();
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            int haze = random.nextInt(8) == 0 ? 230 : 25 + random.nextInt(60);
            for (String[] s : STATIONS) {
                if (random.nextInt(40) == 0) {
                    continue; // a station silent for a day
                }
                for (int hour = 0; hour < 24; hour++) {
                    if (random.nextInt(30) > 0) {
                        hour(records, random, s[0], day, hour, haze);
                    }
                }
            }
        }
        return records;
    }

    private static void hour(
            List<StationRecord> records, Random random, String station, LocalDate day, int hour, int haze) {
        long[] values = new long[Pollutant.COUNT];
        boolean strange = random.nextInt(2000) == 0;
        values[0] = (haze + random.nextInt(20)) * Scaled.ONE;
        values[1] = random.nextInt(3) == 0 ? HourValues.ABSENT : (haze + 30 + random.nextInt(40)) * Scaled.ONE;
        values[2] = (strange ? 900 : random.nextInt(20)) * Scaled.ONE;
        values[3] = (20 + random.nextInt(60)) * Scaled.ONE;
        values[4] = (3 + random.nextInt(30)) * Scaled.ONE / 10;
        values[5] = (strange ? 1010 : haze > 100 ? 150 + hour : 30 + 3 * hour + random.nextInt(10)) * Scaled.ONE;
        long start = ChinaTime.startOf(day) + hour * 3600L;
        long arrived = (start + 3600 + 60 * random.nextInt(1, 9)) * 1000;
        records.add(record(station, start, ReviewState.RAW, Rank.HOUR, arrived, "gateway", "", "", values));
        if (random.nextInt(80) == 0) {
            long[] better = new long[Pollutant.COUNT];
            Arrays.fill(better, HourValues.ABSENT);
            int p = random.nextInt(Pollutant.COUNT);
            boolean withdrawn = random.nextInt(3) == 0;
            better[p] = withdrawn ? HourValues.TOMBSTONE : (10 + random.nextInt(200)) * Scaled.ONE;
            records.add(record(
                    station,
                    start,
                    ReviewState.FIRST,
                    Rank.AUDITED,
                    arrived + 86_400_000L * random.nextInt(2, 9),
                    "review.csv",
                    "李工",
                    withdrawn ? "仪器故障" : "零点校准",
                    better));
        }
    }

    public static StationRecord record(
            String station,
            long start,
            ReviewState state,
            Rank rank,
            long receivedAt,
            String source,
            String author,
            String reason,
            long... values) {
        Version version = new Version(state, rank, receivedAt, source, start / 3600);
        return new StationRecord(station, start, 3600, version, "", "t", author, reason, HourValues.of(values));
    }

    /** Writes the readings and every row that follows from them. */
    public static void write(Store store, Network network, List<StationRecord> readings) {
        List<Row> batch = new ArrayList<>();
        Consumer<Row> writer = row -> {
            batch.add(row);
            if (batch.size() == 20_000) {
                store.write(List.copyOf(batch));
                batch.clear();
            }
        };
        rows(network, readings, writer);
        readings.forEach(record -> writer.accept(ReadingRows.row(record)));
        store.write(batch);
        store.flush();
    }

    /** Hands over every row of stations and areas. */
    private static void rows(Network network, List<StationRecord> readings, Consumer<Row> out) {
        Map<String, Map<Integer, DayBlock>> blocks = new HashMap<>();
        TreeSet<Integer> days = new TreeSet<>();
        for (StationRecord record : readings) {
            int day = ChinaTime.dayOf(record.startSecond());
            days.add(day);
            blocks.computeIfAbsent(record.station(), s -> new HashMap<>())
                    .merge(day, apply(DayBlock.empty(day), record), (was, ignored) -> apply(was, record));
        }
        Map<String, Map<Integer, StationDay>> values = new HashMap<>();
        Map<Integer, AreaDay> areaDays = new HashMap<>();
        blocks.forEach((station, ofStation) -> ofStation.forEach((day, block) -> {
            values.computeIfAbsent(station, s -> new HashMap<>()).put(day, block.values());
            areaDays.merge(
                    day,
                    AreaDay.empty(day).with(station, block.values()),
                    (was, ignored) -> was.with(station, block.values()));
        }));
        DailyProfile profile = DailyProfile.of(network.dailyProfile());
        for (Station station : network.stations()) {
            Map<Integer, StationDay> own = values.getOrDefault(station.id(), Map.of());
            if (!own.isEmpty()) {
                DaySource source = new StationDays(
                        station.grade(),
                        profile,
                        network.screening(),
                        network.plan(Subject.station(station.id())),
                        day -> network.events().out(station.id(), day),
                        own::get);
                AirRows as = new AirRows(Subject.station(station.id()), profile, network.hash());
                AffectedRows.of(as, source, new TreeSet<>(own.keySet()), out);
            }
        }
        for (Area area : network.areas()) {
            DaySource source = new AreaDays(new AreaDays.Memory(network, area.id()), areaDays::get);
            AirRows as = new AirRows(Subject.area(area.id()), profile, network.hash());
            AffectedRows.of(as, source, days, out);
        }
    }

    private static DayBlock apply(DayBlock block, StationRecord record) {
        return block.apply(ChinaTime.hourOf(record.startSecond()), record.version(), record.values())
                .block();
    }
}
