package org.microgram.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
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
import org.microgram.dashboard.query.Query;
import org.microgram.ingest.log.TopicSetup;
import org.microgram.messages.air.ReadingRows;
import org.microgram.messages.oracle.NaiveOracle;
import org.microgram.messages.oracle.RowsDiffer;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.readings.Tick;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standalone.keep.LogReader;
import org.microgram.standalone.keep.Reconcile;
import org.microgram.standalone.platform.BackfillRun;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

@DisplayName("Six weeks of 2019 through log, job and store")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeWayTest {

    private static final LocalDate FIRST = LocalDate.of(2019, 2, 15);
    private static final LocalDate LAST = LocalDate.of(2019, 3, 31);
    private static final int RUNS = 3;
    private static final String WATER = "cnemc-water-csv";

    @TempDir
    static Path dir;

    private Running running;
    private final List<StationRecord> records = new ArrayList<>();
    private final List<SectionSample> samples = new ArrayList<>();

    @BeforeAll
    void start() throws Exception {
        running = Running.at(dir.resolve("data"), Piece.BEIJING);
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    @Order(1)
    void account_for_every_value_in_any_order_of_days_and_with_days_given_twice() throws Exception {
        Path files = Piece.write(dir.resolve("files"), FIRST, LAST);
        List<List<Path>> runs = shuffledInto(files, new Random(20190331));
        for (List<Path> paths : runs) {
            Path[] given = paths.toArray(Path[]::new);
            BackfillRun.Report report = running.backfill(Piece.ARCHIVE, given);
            records.addAll(Piece.records(Piece.ARCHIVE, given));

            assertThat(report.holds()).as(report.law()).isTrue();
            assertThat(report.refused()).isZero();
            assertThat(report.reader().duplicateFiles()).isPositive();
            assertThat(report.ledger().records()).isEqualTo(report.reader().records());
            assertThat(report.ledger().used() + report.ledger().duplicate())
                    .isEqualTo(report.reader().used());
        }
        assertThat(deliveredRecords()).isEqualTo(records.size());
        assertThat(running.deliveries().stream()
                        .mapToLong(row -> row.number("duplicate"))
                        .sum())
                .as("days that an earlier run had brought")
                .isPositive();
    }

    @Test
    @Order(2)
    void leave_files_out_that_are_broken_one_by_one_and_take_the_rest() throws Exception {
        Path broken = Piece.write(dir.resolve("broken"), LocalDate.of(2019, 4, 1), LocalDate.of(2019, 4, 4));
        BrokenFiles.in(broken);

        BackfillRun.Report report = running.backfill(Piece.ARCHIVE, broken);

        assertThat(report.holds()).as(report.law()).isTrue();
        assertThat(refusals(report.batch()))
                .extracting(r -> Path.of(r.source()).getFileName().toString(), Refusal::position, Refusal::reason)
                .containsExactlyInAnyOrder(
                        tuple("beijing_all_20190401.csv", 0L, Reason.EMPTY_FILE),
                        tuple("beijing_extra_20190401.csv", 0L, Reason.NOT_A_TABLE),
                        tuple("beijing_all_20190402.csv", 2L, Reason.CUT_ROW),
                        tuple("beijing_extra_20190402.csv", 0L, Reason.BAD_HEADER),
                        tuple("beijing_all_20190403.csv", 2L, Reason.OUT_OF_RANGE),
                        tuple("beijing_extra_20190403.csv", 2L, Reason.OUT_OF_RANGE));
        records.addAll(Piece.records(Piece.ARCHIVE, broken)); // their rows are looked at at the end
    }

    @Test
    @Order(3)
    void are_not_disturbed_by_a_record_that_sums_would_overflow_on() throws Exception {
        StationRecord crafted = new StationRecord(
                "1003A",
                FIRST.toEpochDay() * 86_400,
                StationRecord.HOUR,
                new Version(ReviewState.FINAL, Rank.AUDITED, FIRST.plusDays(9).toEpochDay() * 86_400_000, "crafted", 1),
                "",
                "trace",
                "nobody",
                "to overflow",
                HourValues.only(Pollutant.PM25, Long.MAX_VALUE / 2));

        running.written();
        running.platform().producer().send(crafted);
        running.settle();

        assertThat(refusals(""))
                .extracting(Refusal::source, Refusal::reason, Refusal::values)
                .containsExactly(tuple("crafted", Reason.OUT_OF_RANGE, 1));
        assertThat(running.written()).isEmpty();
    }

    @Test
    @Order(4)
    void take_minutes_ppb_flags_and_detection_limits_of_our_long_form_and_keep_what_was_sent() throws Exception {
        String guide = Files.readString(Path.of("../docs/extend/readings-csv.md"));
        String example = guide.split("```\n", 3)[1];
        Path file = Files.writeString(dir.resolve("example.csv"), example);

        BackfillRun.Report report = running.backfill("readings-csv", file);

        assertThat(report.holds()).as(report.law()).isTrue();
        assertThat(report.law()).isEqualTo("9 = 8 + 0 + 0 + 1");
        assertThat(report.ledger().used())
                .as("two minute values are one hour's")
                .isEqualTo(7);
        List<StationRecord> ofFile = Piece.records("readings-csv", file);
        assertThat(ofFile).filteredOn(record -> !record.notes().isEmpty()).hasSize(6);
        records.addAll(ofFile);

        BackfillRun.Report again = running.backfill("readings-csv", file);
        assertThat(again.holds()).as(again.law()).isTrue();
        assertThat(again.ledger().duplicate()).isEqualTo(7);
    }

    @Test
    @Order(5)
    void are_after_all_of_this_the_rows_of_the_naive_oracle_revision_and_arrival_included() {
        RowsDiffer.assertEqual(running.stored(), expected());
    }

    @Test
    @Order(6)
    void stand_beside_the_rows_of_rivers_that_the_same_log_and_job_make_of_samples_in_any_order() throws Exception {
        BackfillRun.Report daily = running.backfill(WATER, WaterPiece.DAILY);
        BackfillRun.Report log = running.backfill(WATER, WaterPiece.shuffledLog(dir, new Random(4)));
        samples.addAll(WaterPiece.samples(WaterPiece.DAILY));
        samples.addAll(WaterPiece.samples(WaterPiece.LOG));

        for (BackfillRun.Report report : List.of(daily, log)) {
            assertThat(report.holds()).as(report.law()).isTrue();
            assertThat(report.reader().refusals()).isZero();
            assertThat(report.ledger().duplicate()).isZero();
        }
        System.out.println("water: " + daily.law() + "; " + log.law());
        RowsDiffer.assertEqual(WaterPiece.ofWater(running.stored()), WaterPiece.expected(samples));

        running.written();
        BackfillRun.Report again = running.backfill(WATER, WaterPiece.LOG);
        assertThat(again.ledger().used()).isZero();
        assertThat(again.ledger().duplicate()).isEqualTo(log.ledger().used());
        assertThat(running.written()).allMatch(row -> row.measurement() == Measurement.DELIVERY);
    }

    @Test
    @Order(7)
    void are_asked_for_by_query_with_classes_and_what_decides_them() throws Exception {
        StringWriter out = new StringWriter();
        new Query(running.platform().store(), Piece.BEIJING)
                .write("water_sample", List.of("土门楼"), "2021-04-01", "2021-04-01", out);

        assertThat(CsvOutput.of(out.toString()).row("period_start", "2021-04-01T12:00:00+08:00"))
                .as("corrected from 5.84 four hours after the water was taken")
                .containsEntry("codmn", "5.38")
                .containsEntry("revision", "1")
                .containsEntry("absent", "chla:* algae:*")
                .containsEntry("class", "3")
                .containsEntry("class_realtime", "3")
                .containsEntry("class_published", "3")
                .containsEntry("governing", "CODMn TP")
                .containsEntry("target", "")
                .containsEntry("attained", "no_target")
                .containsEntry("subject_kind", "section")
                .containsEntry("subject_name", "土门楼");
    }

    @Test
    @Order(7)
    void have_the_basin_and_the_city_with_how_many_of_their_sections_are_assessed() throws Exception {
        StringWriter out = new StringWriter();
        Query query = new Query(running.platform().store(), Piece.BEIJING);
        query.write("basin_month", List.of("hai", "beijing"), "2021-04-01", "2021-04-01", out);
        CsvOutput rows = CsvOutput.of(out.toString());
        assertThat(rows.row("subject_name", "海河流域"))
                .as("four sections, of rivers and lakes together")
                .containsEntry("subject_kind", "basin")
                .containsEntry("sections", "173")
                .containsEntry("assessed", "4")
                .containsEntry("sections_needed", "130")
                .containsEntry("method", "mean")
                .containsEntry("status", "none")
                .containsEntry("status_reason", "mixed_water");
        assertThat(rows.row("subject_name", "北京"))
                .containsEntry("subject_kind", "area")
                .containsEntry("sections", "21")
                .containsEntry("status_reason", "few_sections short_sections");
    }

    @Test
    @Order(7)
    void are_recounted_from_the_log_with_what_is_assessed_by_them_and_a_share_that_somebody_changed_is_found()
            throws Exception {
        Reconcile.Result equal = recounted();
        assertThat(equal.findings()).isEmpty();
        assertThat(equal.rows()).isGreaterThan(9 * 5);

        Row genuine = running.platform()
                .store()
                .latest(Measurement.BASIN_MONTH, Subject.basin("hai"))
                .orElseThrow();
        Row.Builder forged = Row.builder(genuine.key());
        for (int field = 0; field < genuine.measurement().fields().size(); field++) {
            if (genuine.measurement().fields().get(field).isText()) {
                forged.text(field, genuine.text(field));
            } else {
                forged.number(field, genuine.number(field));
            }
        }
        write(forged.number("share_I_III", genuine.number("share_I_III") + 1).build());
        assertThat(recounted().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.what()).isEqualTo("different");
            assertThat(finding.key()).isEqualTo(genuine.key());
            assertThat(finding.fields()).singleElement().asString().startsWith("share_I_III ");
        });
        write(genuine);
    }

    private Reconcile.Result recounted() throws Exception {
        try (LogReader log = new LogReader(running.platform().bootstrap())) {
            return new Reconcile(running.platform().store(), Piece.BEIJING, LocalDate.of(2021, 4, 3))
                    .count(log, messages -> {});
        }
    }

    private void write(Row row) {
        running.platform().store().write(List.of(row));
        running.platform().store().flush();
    }

    @Test
    @Order(8)
    void are_not_read_again_when_the_platform_starts_anew() throws Exception {
        running.close();
        running = Running.at(dir.resolve("data"), Piece.BEIJING);
        running.settle();

        SortedMap<Integer, Long> offsets = running.platform().restoredOffsets();
        System.out.println("restart: next offsets of readings by partition " + offsets);
        assertThat(offsets).hasSize(TopicSetup.READINGS_PARTITIONS);
        assertThat(TopicReader.readings(running.platform().bootstrap(), offsets))
                .as("behind the checkpoint there are ticks alone")
                .hasOnlyElementsOfType(Tick.class)
                .isNotEmpty();
        assertThat(running.written()).isEmpty();
    }

    @Test
    @Order(9)
    void restate_the_day_month_and_year_of_a_section_by_a_live_correction_after_that() throws Exception {
        SectionSample corrected = WaterPiece.withdrawingPh(samples.get(samples.size() - 1));
        samples.add(corrected);
        running.written();
        running.platform().producer().send(corrected);
        running.settle();

        RowsDiffer.assertEqual(WaterPiece.ofWater(running.stored()), WaterPiece.expected(samples));
        assertThat(running.written())
                .extracting(Row::measurement)
                .contains(
                        Measurement.WATER_SAMPLE,
                        Measurement.WATER_DAY,
                        Measurement.WATER_MONTH,
                        Measurement.WATER_TO_DATE,
                        Measurement.WATER_YEAR,
                        Measurement.BASIN_MONTH,
                        Measurement.BASIN_TO_DATE,
                        Measurement.BASIN_YEAR)
                .allMatch(measurement -> measurement.isOfWater() || measurement == Measurement.DELIVERY);
    }

    private SortedMap<RowKey, Row> expected() {
        SortedMap<RowKey, Row> rows = NaiveOracle.rows(records, Piece.BEIJING);
        for (StationRecord record : records) {
            Row row = ReadingRows.row(record);
            rows.put(row.key(), row);
        }
        return rows;
    }

    private List<Refusal> refusals(String batch) {
        return TopicReader.refusals(running.platform().bootstrap()).stream()
                .filter(refusal -> refusal.batch().equals(batch))
                .toList();
    }

    private long deliveredRecords() {
        return running.deliveries().stream()
                .mapToLong(row -> row.number("records"))
                .sum();
    }

    /** Days dealt out at random, some given twice to one run and some to two runs; both files of a day stay together. */
    private static List<List<Path>> shuffledInto(Path files, Random random) throws IOException {
        List<List<Path>> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            runs.add(new ArrayList<>());
        }
        Path again = Files.createDirectories(files.resolveSibling("again"));
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            List<Path> ofDay = filesOf(files, day);
            int run = random.nextInt(RUNS);
            runs.get(run).addAll(ofDay);
            switch (random.nextInt(10)) {
                case 0 -> runs.get((run + 1) % RUNS).addAll(ofDay);
                case 1 -> {
                    for (Path file : ofDay) {
                        runs.get(run).add(Files.copy(file, again.resolve(file.getFileName())));
                    }
                }
                default -> {}
            }
        }
        runs.forEach(paths -> Collections.shuffle(paths, random));
        return runs;
    }

    private static List<Path> filesOf(Path folder, LocalDate day) throws IOException {
        String digits = day.toString().replace("-", "");
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().contains(digits)).sorted().toList();
        }
    }
}
