package org.microgram.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.DefaultCairoConfiguration;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContextImpl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;

@DisplayName("The embedded store")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuestDbStoreTest extends LongStoreContract {

    @Override
    protected Store open(Path directory) {
        return QuestDbStore.open(directory);
    }

    @Test
    void shows_after_a_restart_what_was_written_before_flushed_or_not() {
        written(hour(DONGSI, 7, 1));
        store.write(List.of(hour(DONGSI, 8, 2)));
        store.close();
        store = open(directory);

        assertThat(all(Measurement.AIR_HOUR)).containsExactly(hour(DONGSI, 7, 1), hour(DONGSI, 8, 2));
        written(hour(DONGSI, 8, 3));
        assertThat(all(Measurement.AIR_HOUR)).containsExactly(hour(DONGSI, 7, 1), hour(DONGSI, 8, 3));
    }

    @Test
    void shows_what_a_killed_process_had_written_flushed_or_not() throws IOException, InterruptedException {
        store.close();
        assertThat(Halted.run(directory)).isEqualTo(Halted.STATUS);
        store = open(directory);

        assertThat(all(Measurement.AIR_HOUR)).isEqualTo(Halted.rows());
    }

    @Test
    void is_refused_with_advice_to_a_second_owner() {
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("Could not open the store in " + directory)
                .hasMessageContaining("Another process owns it");

        written(hour(DONGSI, 7, 1));
        assertThat(all(Measurement.AIR_HOUR)).hasSize(1);
    }

    @Test
    void waits_for_the_disk_when_asked_to() {
        store.close();
        store = QuestDbStore.open(directory, true);
        written(hour(DONGSI, 7, 1));

        assertThat(all(Measurement.AIR_HOUR)).containsExactly(hour(DONGSI, 7, 1));
    }

    @Test
    void lets_only_its_owner_into_its_directories() throws IOException {
        written(hour(DONGSI, 7, 1));

        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(path -> !path.equals(directory)).filter(Files::isDirectory))
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo("rwx------"));
        }
    }

    @Test
    void keeps_no_log_of_what_has_been_carried_over() throws IOException {
        for (int hour = 0; hour < 200; hour++) {
            written(hour(DONGSI, hour, hour));
        }
        store.close();
        store = open(directory);

        assertThat(all(Measurement.AIR_HOUR)).hasSize(200);
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(path -> path.toString().contains("air_hour")
                            && path.getFileName().toString().matches("wal\\d+")))
                    .hasSizeLessThan(2);
        }
    }

    @Test
    void adds_columns_that_were_declared_since_its_tables_were_made() throws SqlException, IOException {
        store.close();
        anOlderVersionMadeTheTable("\"pm25\" LONG, \"primary\" SYMBOL");
        store = open(directory);
        Row row = hour(DONGSI, 7, 5);
        written(row);

        assertThat(all(Measurement.AIR_HOUR)).containsExactly(row);
    }

    @Test
    void refuses_with_advice_to_open_a_table_of_other_types() throws SqlException, IOException {
        store.close();
        anOlderVersionMadeTheTable("\"pm25\" DOUBLE");

        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("air_hour with column pm25 as DOUBLE")
                .hasMessageContaining("Expected LONG")
                .hasMessageContaining("microgram rebuild");
    }

    @Test
    void is_closed_while_it_is_being_read_without_harm() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int hour = 0; hour < 2000; hour++) {
            rows.add(hour(DONGSI, hour, hour));
        }
        store.write(rows);
        store.flush();
        CountDownLatch reading = new CountDownLatch(1);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<?> scan = reader.submit(() -> {
                List<Row> seen = new ArrayList<>();
                store.scan(Measurement.AIR_HOUR, Set.of(), 0, FOREVER, row -> {
                    seen.add(row);
                    reading.countDown();
                    while (seen.size() == 1 && !((QuestDbStore) store).isClosing()) {
                        Thread.onSpinWait();
                    }
                });
            });
            assertThat(reading.await(10, SECONDS)).isTrue();
            store.close();

            assertThatThrownBy(() -> scan.get(10, SECONDS))
                    .hasRootCauseInstanceOf(StoreFailure.class)
                    .hasMessageContaining("is closed");
        } finally {
            reader.shutdownNow();
        }
    }

    @Test
    void refuses_every_use_after_it_was_closed() {
        store.close();

        assertThatThrownBy(() -> store.write(List.of())).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> store.flush()).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> all(Measurement.AIR_DAY)).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> store.clear()).isInstanceOf(StoreFailure.class);
        store.close();
    }

    private void anOlderVersionMadeTheTable(String columns) throws SqlException, IOException {
        Path older = directory.resolve("older");
        Files.createDirectories(older);
        try (CairoEngine engine = new CairoEngine(new DefaultCairoConfiguration(older.toString()))) {
            SqlExecutionContextImpl context =
                    new SqlExecutionContextImpl(engine, 1).with(AllowAllSecurityContext.INSTANCE);
            engine.execute(
                    "CREATE TABLE air_hour (ts TIMESTAMP, subject_kind SYMBOL, subject_id SYMBOL, period_start LONG,"
                            + " period_end LONG, variant SYMBOL, " + columns + ") TIMESTAMP(ts) PARTITION BY MONTH WAL"
                            + " DEDUP UPSERT KEYS(ts, subject_kind, subject_id, period_end, variant)",
                    context);
        }
        directory = older;
    }
}
