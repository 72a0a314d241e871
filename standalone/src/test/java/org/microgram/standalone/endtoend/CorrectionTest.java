package org.microgram.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.dashboard.explain.HistoryEntry;
import org.microgram.dashboard.explain.ReadingExplainer;
import org.microgram.messages.air.ReadingRows;
import org.microgram.messages.oracle.NaiveOracle;
import org.microgram.messages.oracle.RowsDiffer;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standalone.platform.BackfillRun;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;

@DisplayName("A correction of one hour")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorrectionTest {

    private static final String HEADER =
            "station,parameter,start,length,value,unit,rank,state,received_at,seq,author,reason\n";
    private static final String DONGSI = "1003A";
    private static final long START =
            OffsetDateTime.parse("2019-02-12T08:00:00+08:00").toEpochSecond();
    private static final int PM25 = Measurement.AIR_HOUR.index("pm25");

    @TempDir
    static Path dir;

    private Running running;
    private List<StationRecord> records;
    private SortedMap<RowKey, Row> before;

    @BeforeAll
    void three_weeks_are_there() throws Exception {
        Path files = Piece.write(dir.resolve("files"), LocalDate.of(2019, 2, 1), LocalDate.of(2019, 2, 14));
        records = new ArrayList<>(Piece.records(Piece.ARCHIVE, files));
        before = NaiveOracle.rows(records, Piece.BEIJING);
        running = Running.at(dir.resolve("data"), Piece.BEIJING);
        running.backfill(Piece.ARCHIVE, files);
        running.written();
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    @Order(1)
    void writes_exactly_the_rows_that_two_full_recomputations_differ_in_and_shows_them_within_five_seconds()
            throws Exception {
        Path table = table("corrected.csv", "57", "2019-02-20T10:00:00+08:00", 1);

        writesTheDifference(Piece.records(Piece.TABLE, table), "1", 57, () -> running.backfill(Piece.TABLE, table));

        assertThat(history())
                .extracting(HistoryEntry::value)
                .as("both what it was and what it is")
                .hasSizeGreaterThan(1)
                .endsWith("57");
        assertThat(history().get(history().size() - 1).who()).contains("Li Hua");
    }

    @Test
    @Order(2)
    void that_is_sent_again_writes_nothing_but_its_receipt() throws Exception {
        BackfillRun.Report report = running.backfill(Piece.TABLE, dir.resolve("corrected.csv"));

        assertThat(running.written()).extracting(Row::measurement).containsOnly(Measurement.DELIVERY);
        assertThat(report.duplicate()).isEqualTo(1);
        assertThat(report.ledger().used()).isZero();
    }

    @Test
    @Order(3)
    void that_withdraws_the_value_leaves_the_hour_without_one() throws Exception {
        Path table = table("withdrawn.csv", "", "2019-02-21T10:00:00+08:00", 2);

        writesTheDifference(
                Piece.records(Piece.TABLE, table), "2", Row.NONE, () -> running.backfill(Piece.TABLE, table));
    }

    @Test
    @Order(4)
    void that_comes_live_does_the_same_without_waiting_for_the_end_of_a_batch() throws Exception {
        Version version = new Version(
                ReviewState.FINAL,
                Rank.AUDITED,
                OffsetDateTime.parse("2019-03-01T10:00:00+08:00").toInstant().toEpochMilli(),
                "desk",
                1);
        StationRecord live = new StationRecord(
                DONGSI,
                START,
                StationRecord.HOUR,
                version,
                "",
                "trace",
                "Li Hua",
                "the tape was read again",
                HourValues.only(Pollutant.PM25, 58 * Scaled.ONE));

        writesTheDifference(List.of(live), "3", 58, () -> {
            running.platform().producer().send(live);
            running.settle();
            return null;
        });
    }

    private void writesTheDifference(List<StationRecord> correction, String nth, long value, Callable<?> sending)
            throws Exception {
        assertThat(correction).hasSize(1);
        records.addAll(correction);
        SortedMap<RowKey, Row> after = NaiveOracle.rows(records, Piece.BEIJING);
        SortedMap<RowKey, Row> expected = RowsDiffer.difference(before, after);
        before = after;
        Row reading = ReadingRows.row(correction.get(0));
        expected.put(reading.key(), reading);

        long began = System.nanoTime();
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> {
            try {
                sending.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(5))
                .until(() -> shown(Subject.station(DONGSI)) == (value == Row.NONE ? value : value * Scaled.ONE));
        System.out.printf(
                "correction %s: seen after %d ms, %d rows%n",
                nth, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began), expected.size());
        done.get(60, TimeUnit.SECONDS);

        RowsDiffer.assertEqual(writtenOnce(), expected);
    }

    /** The rows that the writer got, deliveries aside; each must have come once. */
    private SortedMap<RowKey, Row> writtenOnce() {
        SortedMap<RowKey, Row> rows = new TreeMap<>();
        for (Row row : running.written()) {
            if (row.measurement() == Measurement.DELIVERY) {
                assertThat(row.subject().id()).isEqualTo(DONGSI);
            } else {
                assertThat(rows.put(row.key(), row)).as("written twice").isNull();
            }
        }
        return rows;
    }

    private long shown(Subject subject) {
        long[] shown = {Row.NONE - 1};
        running.platform()
                .store()
                .scan(Measurement.AIR_HOUR, List.of(subject), START, START + 1, row -> shown[0] = row.number(PM25));
        return shown[0];
    }

    private List<HistoryEntry> history() {
        return new ReadingExplainer(running.platform().store(), Piece.BEIJING, "test")
                .history("东四 air_hour PM2.5 2019-02-12T09");
    }

    private Path table(String name, String value, String receivedAt, int seq) throws Exception {
        String row = "东四,PM2.5,2019-02-12T08:00:00+08:00,3600," + value + ",ug/m3,audited,final," + receivedAt + ","
                + seq + ",Li Hua,zero point checked\n";
        return Files.writeString(dir.resolve(name), HEADER + row);
    }
}
