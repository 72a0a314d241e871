package org.microgram.store.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.messages.network.InfluxSettings;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.store.LongStoreContract;
import org.microgram.store.Store;
import org.microgram.store.StoreFailure;

@DisplayName("The store in InfluxDB")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InfluxStoreTest extends LongStoreContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @TempDir
    static Path files;

    private static InfluxServer server;

    private InfluxSettings settings;

    @BeforeAll
    static void start() throws IOException {
        server = InfluxServer.start(files);
        System.out.println("proven with InfluxDB " + InfluxStore.version(server.settings("any")));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** A name that would end a statement, so that every test tries it. */
    @Override
    protected Store open(Path directory) {
        settings = server.settings("it's \"number\" " + DATABASES.incrementAndGet());
        return InfluxStore.open(settings);
    }

    @Test
    void keeps_what_it_has_written_when_the_server_is_killed_at_once() throws Exception {
        written(hour(DONGSI, 7, 1));
        server.kill();
        server.start();

        assertThat(all(Measurement.AIR_HOUR)).containsExactly(hour(DONGSI, 7, 1));
    }

    @Test
    void says_that_waiting_may_help_while_the_server_is_away_and_then_goes_on() throws Exception {
        written(hour(DONGSI, 7, 1));
        server.kill();
        try {
            assertThatThrownBy(() -> store.write(List.of(hour(DONGSI, 8, 2))))
                    .isInstanceOfSatisfying(StoreFailure.class, failure -> assertThat(failure.isPassing())
                            .isTrue())
                    .hasMessageContaining("is it running")
                    .hasMessageContaining("config/store.yaml");
            assertThatThrownBy(() -> all(Measurement.AIR_HOUR)).isInstanceOf(StoreFailure.class);
            assertThatThrownBy(() -> InfluxStore.open(settings)).isInstanceOf(StoreFailure.class);
        } finally {
            server.start();
        }
        written(hour(DONGSI, 8, 2));

        assertThat(all(Measurement.AIR_HOUR)).containsExactly(hour(DONGSI, 7, 1), hour(DONGSI, 8, 2));
    }

    @Test
    void takes_line_protocol_and_queries_in_names_and_texts_as_they_are() {
        List<String> names = List.of(
                "a,subject_id=b",
                "a b",
                "a=b",
                "a\\",
                "a\\,b",
                "a\\ b",
                "\\",
                "",
                "%",
                "%0020",
                "\n",
                "\r\n",
                "\t",
                "a' OR 'a'='a",
                "a'; DROP MEASUREMENT \"air_hour\"; --",
                "x 1549900800000000000\nair_hour,subject_kind=station,subject_id=y present=\"f\"",
                "\u0000",
                "\ud800");
        List<Row> rows = new ArrayList<>();
        for (String name : names) {
            for (Subject subject : List.of(Subject.station(name), new Subject(name, "id"))) {
                rows.add(Row.builder(new RowKey(Measurement.DELIVERY, subject, 0, 3600, name))
                        .number("records", name.length())
                        .build());
            }
            if (!name.equals("\ud800")) { // a text travels as UTF-8, which has no half of a pair
                rows.add(Row.builder(new RowKey(Measurement.READING, DONGSI, 0, 3600, name))
                        .text("source", name)
                        .text("reason", name + "\"" + name)
                        .build());
            }
        }
        rows.removeIf(row -> row.key().variant().equals("\ud800"));
        written(rows.toArray(Row[]::new));

        List<Row> there = new ArrayList<>(all(Measurement.READING));
        there.addAll(all(Measurement.DELIVERY));
        assertThat(there)
                .isEqualTo(rows.stream()
                        .sorted(java.util.Comparator.comparing(Row::key))
                        .toList());
    }

    @Test
    void keeps_every_number_to_the_last_digit_and_every_field_of_every_measurement() {
        List<Row> rows = new ArrayList<>();
        for (Measurement measurement : Measurement.stored()) {
            for (long value : new long[] {Long.MAX_VALUE, Long.MIN_VALUE + 1, (1L << 53) + 1, -1, 0}) {
                Row.Builder row = Row.builder(new RowKey(measurement, DONGSI, MIDNIGHT, MIDNIGHT + DAY, "v" + value));
                int i = 0;
                for (Field field : measurement.fields()) {
                    if (field.isText()) {
                        row.text(i, value + " of " + field.name());
                    } else {
                        row.number(i, value);
                    }
                    i++;
                }
                rows.add(row.build());
            }
        }
        written(rows.toArray(Row[]::new));

        for (Measurement measurement : Measurement.stored()) {
            assertThat(all(measurement))
                    .containsExactlyInAnyOrderElementsOf(rows.stream()
                            .filter(row -> row.measurement() == measurement)
                            .toList());
        }
    }

    @RepeatedTest(5)
    void counts_rows_that_differ_in_their_variant_only_one_by_one_however_often_they_are_written(
            RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition()); // the repetition is the seed
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(reading("version " + i, i));
        }
        for (int batch = 0; batch < 10; batch++) {
            List<Row> some = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                some.add(rows.get(random.nextInt(rows.size())));
            }
            store.write(some);
        }
        store.write(rows);

        assertThat(all(Measurement.READING)).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(store.count(Measurement.READING)).isEqualTo(rows.size());
    }

    @Test
    void writes_more_rows_than_one_request_may_hold_in_several() {
        List<Row> rows = new ArrayList<>();
        for (int hour = 0; hour < 12_000; hour++) {
            rows.add(hour(DONGSI, hour, hour));
        }
        store.write(rows);

        assertThat(all(Measurement.AIR_HOUR)).isEqualTo(rows);
        assertThat(store.count(Measurement.AIR_HOUR)).isEqualTo(12_000);
    }

    @Test
    void knows_whose_figures_it_holds_after_they_were_forgotten_too() {
        InfluxStore influx = (InfluxStore) store;
        assertThat(influx.owner()).isEmpty();
        influx.claim("one");
        written(hour(DONGSI, 7, 1));
        influx.clear();

        assertThat(influx.owner()).hasValue("one");
        assertThat(all(Measurement.AIR_HOUR)).isEmpty();
    }

    @Test
    void refuses_a_database_that_deletes_what_is_old() {
        try (InfluxConnection influx = new InfluxConnection(settings)) {
            influx.query(
                    "ALTER RETENTION POLICY \"autogen\" ON \""
                            + settings.database().replace("\"", "\\\"") + "\" DURATION 30d",
                    (statement, values) -> {});
        }

        assertThatThrownBy(() -> InfluxStore.open(settings))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("older than 720h0m0s")
                .hasMessageContaining("DURATION INF");
    }

    @Test
    void tells_a_statement_that_failed_from_one_that_found_nothing() {
        try (InfluxConnection influx = new InfluxConnection(settings)) {
            assertThatThrownBy(() -> influx.query(
                            "SHOW DATABASES; SELECT nothing(pm25) FROM air_hour", (statement, values) -> {}))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("undefined function");
        }
    }

    @Test
    void ends_a_question_that_waits_for_an_answer_when_it_is_closed() throws Exception {
        Store waiting = InfluxStore.open(settings);
        server.freeze();
        try {
            Thread asking = new Thread(() -> assertThatThrownBy(() -> waiting.count(Measurement.AIR_HOUR))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("is closed"));
            AtomicInteger failures = new AtomicInteger();
            asking.setUncaughtExceptionHandler((thread, e) -> failures.incrementAndGet());
            asking.start();
            org.awaitility.Awaitility.await().until(() -> asking.getState() == Thread.State.RUNNABLE);
            waiting.close();
            asking.join(20_000);

            assertThat(asking.isAlive()).isFalse();
            assertThat(failures).hasValue(0);
        } finally {
            server.resume();
        }
    }

    @Test
    void refuses_every_use_after_it_was_closed() {
        store.close();

        assertThatThrownBy(() -> store.write(List.of(hour(DONGSI, 7, 1)))).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> all(Measurement.AIR_DAY)).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> store.clear()).isInstanceOf(StoreFailure.class);
        store.close();
    }

    @Test
    void never_prints_the_secret() {
        InfluxSettings secret = new InfluxSettings(
                URI.create("https://influx.example"),
                "air",
                java.util.Optional.of("bureau"),
                java.util.Optional.empty(),
                java.util.Optional.of("canary"));

        assertThat(secret.toString()).contains("bureau", "air", "****").doesNotContain("canary");
        assertThat(Set.of(secret).toString()).doesNotContain("canary");
    }
}
