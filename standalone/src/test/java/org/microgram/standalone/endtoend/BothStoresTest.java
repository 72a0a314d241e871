package org.microgram.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
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
import org.microgram.messages.rows.Measurement;
import org.microgram.standalone.Commands;
import org.microgram.standalone.Commands.Ran;
import org.microgram.standalone.DataDirectory;
import org.microgram.standalone.platform.StorePlace;
import org.microgram.store.influx.InfluxServer;
import org.microgram.store.influx.InfluxStore;

/** The same days, with corrections that change values and take them away, in the embedded store and in a real InfluxDB. */
@DisplayName("The embedded store and InfluxDB")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BothStoresTest {

    private static final String CORRECTIONS = """
            station,parameter,start,length,value,unit,rank,state,received_at,seq,author,reason
            东四,PM2.5,2019-02-12T08:00:00+08:00,PT1H,57,ug/m3,audited,final,2019-02-20T10:00:00+08:00,1,Li Hua,zero point checked
            东四,PM2.5,2019-02-12T09:00:00+08:00,PT1H,,ug/m3,audited,final,2019-02-20T10:00:00+08:00,2,Li Hua,"a filter's ""tape"", torn"
            东四,O3,2019-02-12T10:00:00+08:00,PT1H,,ug/m3,audited,final,2019-02-20T10:00:00+08:00,3,Li Hua,torn
            """;

    @TempDir
    static Path dir;

    private InfluxServer server;
    private SortedMap<String, String> embedded;

    @BeforeAll
    void start() throws Exception {
        server = InfluxServer.start(dir.resolve("influx"));
        Path files = Piece.write(dir.resolve("files"), LocalDate.of(2019, 2, 10), LocalDate.of(2019, 2, 14));
        Path table = Files.writeString(dir.resolve("corrections.csv"), CORRECTIONS + withdrawn());
        fill("embedded", StorePlace::embedded, files, table);
        fill("influx", data -> StorePlace.influx(data, server.settings("microgram")), files, table);
        embedded = queried("embedded", config("microgram"));
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void answer_every_query_alike_byte_for_byte() throws IOException {
        assertThat(queried("influx", config("microgram"))).isEqualTo(embedded);
        assertThat(embedded)
                .hasSize(Measurement.stored().size())
                .allSatisfy((measurement, text) ->
                        assertThat(text.lines()).as(measurement).hasSizeGreaterThan(1));
        System.out.printf(
                "both stores: %,d bytes of answers equal, InfluxDB %s%n",
                embedded.values().stream().mapToInt(String::length).sum(), InfluxStore.version(server.settings("any")));
    }

    @Test
    @Order(2)
    void have_blanked_what_a_correction_took_away() throws IOException {
        CsvOutput hours = CsvOutput.of(query("influx", config("microgram"), Measurement.AIR_HOUR));
        CsvOutput days = CsvOutput.of(query("influx", config("microgram"), Measurement.AIR_DAY));

        assertThat(hours.row("subject_id", "1003A", "period_start", "2019-02-12T08:00:00+08:00"))
                .containsEntry("pm25", "57");
        assertThat(hours.row("subject_id", "1003A", "period_start", "2019-02-12T09:00:00+08:00"))
                .containsEntry("pm25", "");
        assertThat(days.row("subject_id", "1003A", "period_start", "2019-02-13T00:00:00+08:00"))
                .as("all hours of a day withdrawn")
                .containsEntry("pm25", "")
                .containsEntry("pm25_exact", "")
                .containsEntry("pm25_had", "0");
    }

    @Test
    @Order(3)
    void give_the_same_export_explanation_and_history() throws IOException {
        List<List<String>> commands = List.of(
                List.of("explain", "--data", "DATA", "beijing air_day PM2.5 2019-02-12"),
                List.of("history", "--data", "DATA", "东四 air_hour PM2.5 2019-02-12T10"),
                List.of("export", "--data", "DATA", "--month", "2019-02", "--out", "OUT"));
        for (List<String> command : commands) {
            List<String> outputs = new ArrayList<>();
            for (String folder : List.of("embedded", "influx")) {
                Path out = dir.resolve("out-" + folder);
                Ran ran = run(
                        config("microgram"),
                        command.stream()
                                .map(word -> word.equals("DATA") ? data(folder) : word.equals("OUT") ? "" + out : word)
                                .toArray(String[]::new));
                assertThat(ran.code()).as(ran.err()).isZero();
                outputs.add(ran.out() + (command.contains("OUT") ? Files.readString(out.resolve("figures.csv")) : ""));
            }
            assertThat(outputs.get(1))
                    .as("%s", command)
                    .isEqualTo(outputs.get(0))
                    .isNotEmpty();
        }
        Ran recounted = run(config("microgram"), "reconcile", "--data", data("influx"), "--day", "2019-02-12");
        assertThat(recounted.code()).as(recounted.err() + recounted.out()).isZero();
    }

    @Test
    @Order(4)
    void are_not_taken_for_each_other() throws IOException {
        Ran embeddedAsked = run(config("microgram"), backfill("influx", "embedded"));
        assertThat(embeddedAsked.code()).isEqualTo(1);
        assertThat(embeddedAsked.err())
                .contains("are in the store influx, not in embedded; nothing was changed.")
                .contains("microgram rebuild --data " + data("influx") + " --store embedded");

        Ran influxAsked = run(config("microgram"), backfill("embedded", "influx"));
        assertThat(influxAsked.code()).isEqualTo(1);
        assertThat(influxAsked.err()).contains("are in the store embedded, not in influx");

        Ran taken = run(config("microgram"), backfill("another", "influx"));
        assertThat(taken.code()).isEqualTo(1);
        assertThat(taken.err()).contains("holds the figures of another data directory");

        Ran lost = run(config("nothing here"), "query", "--data", data("influx"), "--measurement", "air_day");
        assertThat(lost.code()).isEqualTo(1);
        assertThat(lost.err())
                .contains("figures of " + data("influx") + " are not in InfluxDB")
                .contains("rebuild");
    }

    @Test
    @Order(5)
    void are_looked_at_by_the_doctor_and_by_check_config_without_showing_a_secret() throws IOException {
        assertThat(run(config("microgram"), "doctor", "--data", data("influx"), "--json")
                        .out())
                .contains("InfluxDB " + InfluxStore.version(server.settings("any")));
        Path wrong = config("microgram");
        Files.writeString(wrong.resolve("store.yaml"), """
                influx:
                  url: http://127.0.0.1:1
                  database: microgram
                  user: writer
                  password: canary-7f3a
                """);
        Ran away = run(wrong, "doctor", "--data", data("influx"), "--json");
        assertThat(away.code()).isEqualTo(1);
        assertThat(away.out())
                .contains("does not answer")
                .contains("password ****")
                .doesNotContain("canary");
        Ran checked = run(wrong, "check-config");
        assertThat(checked.code()).isZero();
        assertThat(checked.err()).contains("user writer password ****").doesNotContain("canary");
        Ran query = run(wrong, "query", "--data", data("influx"), "--measurement", "air_day");
        assertThat(query.code()).isEqualTo(1);
        assertThat(query.err()).contains("is it running").doesNotContain("canary");

        Files.writeString(wrong.resolve("store.yaml"), "influx:\n  databse: x\n");
        assertThat(run(wrong, "check-config").err()).contains("did you mean database?");
        assertThat(run(wrong, "doctor", "--data", data("influx"), "--json").out())
                .contains("problems")
                .contains("check-config");
    }

    @Test
    @Order(6)
    void are_changed_for_one_another_by_a_rebuild() throws IOException {
        Path config = config("moved");
        Ran moved = run(config, "rebuild", "--data", data("embedded"), "--store", "influx");
        assertThat(moved.code()).as(moved.err()).isZero();
        assertThat(moved.err()).contains("opening the store (InfluxDB http://127.0.0.1");
        try (Stream<Path> left = Files.list(dir.resolve("embedded").resolve("store"))) {
            assertThat(left).isEmpty();
        }
        assertThat(queried("embedded", config)).isEqualTo(embedded);

        Ran back = run(config, "rebuild", "--data", data("embedded"), "--store", "embedded");
        assertThat(back.code()).as(back.err()).isZero();
        server.close();
        assertThat(queried("embedded", config)).as("without the InfluxDB").isEqualTo(embedded);
    }

    private static void fill(String folder, Function<DataDirectory, StorePlace> place, Path files, Path table)
            throws Exception {
        try (Running running = Running.at(dir.resolve(folder), Piece.BEIJING, place)) {
            running.backfill(Piece.ARCHIVE, files);
            running.backfill(Piece.TABLE, table);
        }
    }

    /** Every hour of 13 February of one station taken away: its day turns from a value to none. */
    private static String withdrawn() {
        StringBuilder rows = new StringBuilder();
        for (int hour = 0; hour < 24; hour++) {
            rows.append("东四,PM2.5,2019-02-13T%02d:00:00+08:00,PT1H,,ug/m3,audited,final,2019-02-21T10:00:00+08:00,%d,"
                    .formatted(hour, hour + 10));
            rows.append("Li Hua,torn\n");
        }
        return rows.toString();
    }

    /** What every measurement answers, by its name. */
    private static SortedMap<String, String> queried(String folder, Path config) {
        SortedMap<String, String> answers = new TreeMap<>();
        for (Measurement measurement : Measurement.stored()) {
            answers.put(measurement.code(), query(folder, config, measurement));
        }
        return answers;
    }

    private static String query(String folder, Path config, Measurement measurement) {
        // Deliveries have no time of their own: they lie at 1970.
        Ran ran = run(
                config, "query", "--data", data(folder), "--measurement", measurement.code(), "--from", "1970-01-01");
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out();
    }

    private String[] backfill(String folder, String store) {
        return new String[] {
            "backfill",
            "--data",
            data(folder),
            "--format",
            Piece.TABLE,
            "--store",
            store,
            "" + dir.resolve("corrections.csv")
        };
    }

    private static Ran run(Path config, String... command) {
        String[] all = Arrays.copyOf(command, command.length + 2);
        all[command.length] = "--config";
        all[command.length + 1] = config.toString();
        return Commands.run(all);
    }

    /** The configuration that the program comes with, but for the InfluxDB's address and database. */
    private Path config(String database) throws IOException {
        Path folder = dir.resolve("config " + database);
        try (Stream<Path> files = Files.walk(Piece.CONFIG)) {
            for (Path each : files.sorted(Comparator.naturalOrder()).toList()) {
                Path copy = folder.resolve(Piece.CONFIG.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.write(copy, Files.readAllBytes(each));
                }
            }
        }
        Files.writeString(
                folder.resolve("store.yaml"), "influx:\n  url: " + server.url() + "\n  database: " + database + "\n");
        return folder;
    }

    private static String data(String folder) {
        return dir.resolve(folder).toAbsolutePath().toString();
    }
}
