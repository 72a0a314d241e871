package org.microgram.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.ingest.Collected;
import org.microgram.ingest.Foreign;
import org.microgram.ingest.csv.ReadingsCsvReader;
import org.microgram.ingest.prsa.PrsaReader;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.number.Scaled;

/** 2016 of the two stations that both public sources have, read in three formats. */
@DisplayName("The same year through beijing-archive, readings-csv and prsa")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PrsaAgainstArchiveTest {

    private static final List<String> STATIONS = List.of("1011A", "1002A");
    private static final long FROM = ChinaTime.startOf(LocalDate.of(2016, 1, 1));
    private static final long TO = ChinaTime.startOf(LocalDate.of(2017, 1, 1));

    private static final String EQUAL = "equal";
    private static final Map<String, Integer> SAME_MONTHS =
            Map.of("PM2.5", 17, "PM10", 1, "SO2", 19, "NO2", 19, "CO", 21, "O3", 15);

    @TempDir
    static Path dir;

    private static List<StationRecord> archive;
    private static Collected prsa;

    private record Slot(String station, long start, Pollutant pollutant) {}

    @BeforeAll
    static void read() throws IOException {
        archive = of2016(ArchiveLedger.records(dir, 2016));
        prsa = Collected.read(new PrsaReader(), Foreign.FOLDER.resolve("prsa"));
    }

    @Test
    void every_row_of_the_data_set_is_accounted_for() {
        assertThat(prsa.refusals).isEmpty();
        assertThat(prsa.report.read()).isEqualTo(2L * 8785 * 6);
    }

    @Test
    void its_hour_label_is_the_end_of_the_hour_as_the_archive_s_is() {
        Map<Slot, Long> published = values(archive);
        long atLabel = 0;
        long anHourLater = 0;
        long anHourEarlier = 0;
        for (Map.Entry<Slot, Long> each : values(prsa.records).entrySet()) {
            Slot slot = each.getKey();
            atLabel += each.getValue().equals(published.get(slot)) ? 1 : 0;
            anHourLater += each.getValue().equals(published.get(shifted(slot, 3600))) ? 1 : 0;
            anHourEarlier += each.getValue().equals(published.get(shifted(slot, -3600))) ? 1 : 0;
        }
        assertThat(atLabel).as("of 94,985 values that both have").isEqualTo(94_977);
        assertThat(anHourLater).isEqualTo(22_731);
        assertThat(anHourEarlier).isEqualTo(22_731);
    }

    @Test
    void each_difference_of_a_value_has_a_kind_and_the_kinds_are_counted_in_docs_proof() {
        assertThat(kinds(values(archive), values(of2016(prsa.records))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        EQUAL,
                        94_977,
                        "none in both",
                        2_616,
                        "PM10 blanked in the archive",
                        5_739,
                        "another parameter blanked in the archive",
                        75,
                        "hour not in the archive",
                        1_909,
                        "hour not in the data set",
                        78,
                        "ceiling of 1,000 removed from the data set",
                        6,
                        "ceiling of 1,000 replaced in the data set",
                        5,
                        "another value",
                        3));
    }

    @Test
    void our_long_form_of_the_archive_gives_every_row_of_both_stations_as_the_archive_does() throws IOException {
        Collected read = Collected.read(new ReadingsCsvReader(), asCsv(archive));
        assertThat(read.report.used()).isEqualTo(read.report.read());
        ArchiveLedger published = ArchiveLedger.of(archive);
        ArchiveLedger ours = ArchiveLedger.of(read.records);
        for (String station : STATIONS) {
            Subject subject = Subject.station(station);
            assertThat(ours.rows(subject)).isEqualTo(published.rows(subject)).hasSizeGreaterThan(9_000);
        }
    }

    @Test
    void november_has_the_same_figures_at_the_olympic_centre_but_of_PM10_which_the_archive_blanks() {
        Row published = months(ArchiveLedger.of(archive), "1011A").get("2016-11");
        Row set = months(ArchiveLedger.of(of2016(prsa.records)), "1011A").get("2016-11");
        for (Pollutant p : List.of(Pollutant.PM25, Pollutant.SO2, Pollutant.NO2, Pollutant.CO, Pollutant.O3)) {
            assertThat(set.number(p.column())).as(p.code()).isEqualTo(published.number(p.column()));
            assertThat(set.number(p.column() + "_had")).isEqualTo(30);
            assertThat(published.number(p.column() + "_had")).isEqualTo(30);
        }
        assertThat(published.number("pm10")).isEqualTo(1300);
        assertThat(published.number("pm10_had")).isEqualTo(19);
        assertThat(set.number("pm10")).isEqualTo(1260);
        assertThat(set.number("pm10_had")).isEqualTo(30);
    }

    @Test
    void a_month_s_mean_differs_only_where_its_values_do() {
        ArchiveLedger published = ArchiveLedger.of(archive);
        ArchiveLedger set = ArchiveLedger.of(of2016(prsa.records));
        Map<Slot, Long> one = values(archive);
        Map<Slot, Long> other = values(of2016(prsa.records));
        Map<String, Integer> same = new TreeMap<>();
        for (String station : STATIONS) {
            Map<String, Row> ofSet = months(set, station);
            months(published, station).forEach((month, row) -> {
                for (Pollutant p : Pollutant.ALL) {
                    if (row.number(p.column()) == ofSet.get(month).number(p.column())) {
                        same.merge(p.code(), 1, Integer::sum);
                    } else {
                        assertThat(differing(one, other, station, month, p)).isPositive();
                    }
                }
            });
        }
        assertThat(same).as("of 24 station-months").isEqualTo(SAME_MONTHS);
    }

    private static long differing(
            Map<Slot, Long> one, Map<Slot, Long> other, String station, String month, Pollutant p) {
        Set<Slot> all = new HashSet<>(one.keySet());
        all.addAll(other.keySet());
        return all.stream()
                .filter(slot -> slot.station.equals(station) && slot.pollutant == p)
                .filter(slot -> month(slot.start).equals(month))
                .filter(slot -> !Objects.equals(one.get(slot), other.get(slot)))
                .count();
    }

    private static Map<String, Row> months(ArchiveLedger ledger, String station) {
        Map<String, Row> months = new TreeMap<>();
        ledger.rows(Subject.station(station)).forEach((key, row) -> {
            if (key.measurement() == Measurement.AIR_MONTH) {
                months.put(month(key.startSecond()), row);
            }
        });
        return months;
    }

    private static String month(long second) {
        return Instant.ofEpochSecond(second)
                .atOffset(ChinaTime.OFFSET)
                .toString()
                .substring(0, 7);
    }

    private static Map<String, Integer> kinds(Map<Slot, Long> published, Map<Slot, Long> set) {
        Map<String, Integer> kinds = new TreeMap<>();
        for (String station : STATIONS) {
            for (long start = FROM; start < TO; start += 3600) {
                boolean archiveHasHour = false;
                boolean setHasHour = false;
                for (Pollutant p : Pollutant.ALL) {
                    archiveHasHour |= published.containsKey(new Slot(station, start, p));
                    setHasHour |= set.containsKey(new Slot(station, start, p));
                }
                for (Pollutant p : Pollutant.ALL) {
                    Slot slot = new Slot(station, start, p);
                    kinds.merge(
                            kind(published.get(slot), set.get(slot), archiveHasHour, setHasHour, p), 1, Integer::sum);
                }
            }
        }
        return kinds;
    }

    private static String kind(Long published, Long set, boolean archiveHasHour, boolean setHasHour, Pollutant p) {
        if (published == null && set == null) {
            return "none in both";
        }
        if (published == null) {
            if (!archiveHasHour) {
                return "hour not in the archive";
            }
            return p == Pollutant.PM10 ? "PM10 blanked in the archive" : "another parameter blanked in the archive";
        }
        boolean ceiling = p == Pollutant.PM10 && published == 1000 * Scaled.ONE;
        if (set == null) {
            String one = ceiling ? "ceiling of 1,000 removed from the data set" : "one value not in the data set";
            return setHasHour || ceiling ? one : "hour not in the data set";
        }
        if (published.equals(set)) {
            return EQUAL;
        }
        return ceiling ? "ceiling of 1,000 replaced in the data set" : "another value";
    }

    private static Map<Slot, Long> values(List<StationRecord> records) {
        Map<Slot, Long> values = new HashMap<>();
        for (StationRecord record : records) {
            for (Pollutant p : Pollutant.ALL) {
                if (HourValues.isValue(record.values().get(p))) {
                    values.put(
                            new Slot(record.station(), record.startSecond(), p),
                            record.values().get(p));
                }
            }
        }
        return values;
    }

    private static Slot shifted(Slot slot, long seconds) {
        return new Slot(slot.station, slot.start + seconds, slot.pollutant);
    }

    private static List<StationRecord> of2016(List<StationRecord> records) {
        return records.stream()
                .filter(r -> STATIONS.contains(r.station()) && r.startSecond() >= FROM && r.startSecond() < TO)
                .toList();
    }

    /** The archive's values as a bureau would export them in our long form. */
    private static Path asCsv(List<StationRecord> records) throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("station,parameter,start,length,value,unit,rank,state,received_at,seq,flag,method,detection_limit");
        for (StationRecord record : records) {
            for (Pollutant p : Pollutant.ALL) {
                long value = record.values().get(p);
                if (HourValues.isValue(value)) {
                    rows.add(String.join(
                            ",",
                            record.station(),
                            p.code(),
                            Instant.ofEpochSecond(record.startSecond())
                                    .atOffset(ChinaTime.OFFSET)
                                    .toString(),
                            "PT1H",
                            Scaled.print(value, Scaled.DIGITS),
                            p.unit(),
                            "hour",
                            "raw",
                            Instant.ofEpochMilli(record.version().receivedAt()).toString(),
                            Long.toString(record.version().seq()),
                            "N,,"));
                }
            }
        }
        return Files.write(dir.resolve("2016.csv"), rows);
    }
}
