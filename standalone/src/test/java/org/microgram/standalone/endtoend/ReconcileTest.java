package org.microgram.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standalone.keep.LogReader;
import org.microgram.standalone.keep.Reconcile;
import org.microgram.standards.ChinaTime;

@DisplayName("The nightly reconciliation")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReconcileTest {

    private static final LocalDate DAY = LocalDate.of(2019, 2, 12);

    @TempDir
    Path dir;

    @Test
    void finds_a_day_equal_and_then_each_row_that_somebody_changed_added_or_lost() throws Exception {
        Path files = Piece.write(dir.resolve("files"), DAY.minusDays(2), DAY.plusDays(1));
        try (Running running = Running.at(dir.resolve("data"), Piece.BEIJING)) {
            running.backfill(Piece.ARCHIVE, files);
            running.backfill("cnemc-water-csv", WaterPiece.DAILY);

            Reconcile.Result equal = count(running);
            assertThat(equal.findings()).isEmpty();
            assertThat(equal.rows()).isGreaterThan(35 * 24 * 2);
            assertThat(equal.messages()).isGreaterThan(35 * 24 * 3);

            Row genuine = day(running);
            Row.Builder forged = Row.builder(genuine.key());
            for (int field = 0; field < genuine.measurement().fields().size(); field++) {
                if (genuine.measurement().fields().get(field).isText()) {
                    forged.text(field, genuine.text(field));
                } else {
                    forged.number(field, genuine.number(field));
                }
            }
            forged.number("pm25", genuine.number("pm25") - 1);
            RowKey invented = new RowKey(
                    Measurement.AIR_HOUR,
                    Subject.station("1001A"),
                    ChinaTime.startOf(DAY) + 1800,
                    ChinaTime.startOf(DAY) + 5400,
                    "");
            running.platform()
                    .store()
                    .write(List.of(
                            forged.build(),
                            Row.builder(invented).number("aqi", 1).build()));
            running.platform().store().flush();

            assertThat(count(running).findings())
                    .extracting(Reconcile.Finding::what)
                    .containsExactlyInAnyOrder("different", "not expected");
            assertThat(count(running).findings())
                    .filteredOn(finding -> finding.what().equals("different"))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.fields())
                            .containsExactly("pm25 " + (genuine.number("pm25") - 1) + " ≠ " + genuine.number("pm25")));

            Reconcile.Result water = count(running, LocalDate.of(2020, 5, 10));
            assertThat(water.findings()).isEmpty();
            assertThat(water.rows())
                    .as("of three sections sample, reading, day, month, to date, year; four basins and areas")
                    .isEqualTo(30);

            running.platform().store().clear();
            assertThat(count(running, LocalDate.of(2020, 5, 10)).findings())
                    .hasSize(Math.toIntExact(water.rows()))
                    .extracting(finding -> finding.key().measurement())
                    .contains(
                            Measurement.WATER_READING,
                            Measurement.WATER_SAMPLE,
                            Measurement.WATER_DAY,
                            Measurement.WATER_MONTH,
                            Measurement.WATER_TO_DATE,
                            Measurement.WATER_YEAR);
            assertThat(count(running).findings())
                    .hasSize(Math.toIntExact(equal.rows()))
                    .allSatisfy(finding -> assertThat(finding.what()).isEqualTo("missing"));
        }
    }

    private static Row day(Running running) {
        return running.platform().store().latest(Measurement.AIR_DAY, Subject.area("beijing")).stream()
                .findFirst()
                .map(latest -> {
                    Row[] found = new Row[1];
                    running.platform()
                            .store()
                            .scan(
                                    Measurement.AIR_DAY,
                                    List.of(latest.subject()),
                                    ChinaTime.startOf(DAY),
                                    ChinaTime.startOf(DAY) + 1,
                                    row -> found[0] = row);
                    return found[0];
                })
                .orElseThrow();
    }

    private static Reconcile.Result count(Running running) throws Exception {
        return count(running, DAY);
    }

    private static Reconcile.Result count(Running running, LocalDate day) throws Exception {
        try (LogReader log = new LogReader(running.platform().bootstrap())) {
            return new Reconcile(running.platform().store(), Piece.BEIJING, day).count(log, messages -> {});
        }
    }
}
