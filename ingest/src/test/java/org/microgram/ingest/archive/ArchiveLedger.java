package org.microgram.ingest.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.microgram.demo.DemoData;
import org.microgram.ingest.Collected;
import org.microgram.ingest.beijing.BeijingArchiveReader;
import org.microgram.messages.air.AffectedRows;
import org.microgram.messages.air.AirRows;
import org.microgram.messages.air.AreaDays;
import org.microgram.messages.air.StationDays;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.figures.AirHour;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.ledger.AreaDay;
import org.microgram.standards.ledger.DayBlock;
import org.microgram.standards.ledger.StationDay;

/** Years of the archive as the ledgers hold them. */
final class ArchiveLedger {

    private final Map<String, SortedMap<Integer, StationDay>> stations = new TreeMap<>();

    private ArchiveLedger() {}

    static ArchiveLedger of(Path dir, int... years) throws IOException {
        return of(records(dir, years));
    }

    static ArchiveLedger of(List<StationRecord> records) {
        Map<String, SortedMap<Integer, DayBlock>> blocks = new HashMap<>();
        for (StationRecord record : records) {
            int day = ChinaTime.dayOf(record.startSecond());
            SortedMap<Integer, DayBlock> ofStation = blocks.computeIfAbsent(record.station(), s -> new TreeMap<>());
            DayBlock block = ofStation.getOrDefault(day, DayBlock.empty(day));
            int hour = ChinaTime.hourOf(record.startSecond());
            ofStation.put(
                    day, block.apply(hour, record.version(), record.values()).block());
        }
        ArchiveLedger ledger = new ArchiveLedger();
        blocks.forEach((station, days) -> {
            SortedMap<Integer, StationDay> values = new TreeMap<>();
            days.forEach((day, block) -> values.put(day, block.values()));
            ledger.stations.put(station, values);
        });
        return ledger;
    }

    static List<StationRecord> records(Path dir, int... years) throws IOException {
        List<StationRecord> records = new ArrayList<>();
        for (int year : years) {
            Path archive = DemoData.unpackTo(dir.resolve(Integer.toString(year)), year);
            records.addAll(Collected.read(new BeijingArchiveReader(), archive).records);
        }
        return records;
    }

    /** Every hour of every station. */
    void stationHours(BiConsumer<String, AirHour> out) {
        stations.forEach((station, days) -> {
            StationDays source =
                    new StationDays(grade(station), DailyProfile.ARCHIVE, Collected.BEIJING.screening(), days::get);
            days.keySet().forEach(day -> source.hours(day, hour -> out.accept(station, hour)));
        });
    }

    /** All rows of an area but its hours. */
    SortedMap<RowKey, Row> rows(String area) {
        return rows(area, Collected.BEIJING);
    }

    /** The same with another network of the same stations and areas. */
    SortedMap<RowKey, Row> rows(String area, Network network) {
        SortedMap<RowKey, Row> rows = rows(Subject.area(area), network);
        rows.keySet().removeIf(key -> key.measurement() == Measurement.AIR_HOUR);
        return rows;
    }

    /** All rows of a station or an area. */
    SortedMap<RowKey, Row> rows(Subject subject) {
        return rows(subject, Collected.BEIJING);
    }

    /** The values of a station's day that count; null when it has none. */
    StationDay day(String station, LocalDate date) {
        StationDay received = stations.getOrDefault(station, new TreeMap<>()).get(Math.toIntExact(date.toEpochDay()));
        return received == null ? null : Collected.BEIJING.screening().counting(received);
    }

    private SortedMap<RowKey, Row> rows(Subject subject, Network network) {
        SortedMap<RowKey, Row> rows = new TreeMap<>();
        boolean area = subject.kind().equals(Subject.AREA);
        SortedMap<Integer, AreaDay> blocks = area ? blocks(subject.id()) : new TreeMap<>();
        SortedMap<Integer, StationDay> days = stations.getOrDefault(subject.id(), new TreeMap<>());
        DailyProfile profile = DailyProfile.of(network.dailyProfile());
        AffectedRows.of(
                new AirRows(subject, profile, network.hash()),
                area
                        ? new AreaDays(new AreaDays.Memory(network, subject.id()), blocks::get)
                        : new StationDays(grade(subject.id()), profile, Collected.BEIJING.screening(), days::get),
                new TreeSet<>(area ? blocks.keySet() : days.keySet()),
                row -> rows.put(row.key(), row));
        return rows;
    }

    private SortedMap<Integer, AreaDay> blocks(String area) {
        SortedMap<Integer, AreaDay> blocks = new TreeMap<>();
        stations.forEach((station, days) -> {
            if (Collected.BEIJING.areasOf(station).contains(area)) {
                days.forEach((day, values) -> blocks.put(
                        day,
                        blocks.getOrDefault(day, AreaDay.empty(day))
                                .with(station, Collected.BEIJING.screening().counting(values))));
            }
        });
        return blocks;
    }

    private static int grade(String station) {
        return Collected.BEIJING.findStation(station).orElseThrow().grade();
    }
}
