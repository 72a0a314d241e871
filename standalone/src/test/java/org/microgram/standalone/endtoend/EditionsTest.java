package org.microgram.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.standalone.Commands;
import org.microgram.standalone.Commands.Ran;

@DisplayName("A bureau's own edition, and 2026 with its switch, through the whole program:")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EditionsTest {

    private static final Path EXAMPLE = Path.of("../config/examples/editions/example-city-2026");

    @TempDir
    static Path dir;

    @BeforeAll
    static void backfill() throws IOException {
        Path config = Files.createDirectories(dir.resolve("config"));
        for (String name : List.of("stations.csv", "areas.csv", "members.csv")) {
            Files.copy(Path.of("../config", name), config.resolve(name));
        }
        Files.writeString(config.resolve("evaluation.yaml"), "daily_profile: strict\n");
        Path ours = Files.createDirectories(config.resolve("editions/ours"));
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            for (Path file : files.toList()) {
                Files.copy(file, ours.resolve(file.getFileName()));
            }
        }
        Path readings = dir.resolve("readings.csv");
        Files.writeString(readings, readings());
        Ran ran = run("backfill", "--data", data(), "--format", "readings-csv", readings.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    @Test
    void seventy_micrograms_are_a_good_day_on_28_February_and_none_on_1_March() {
        String days = query("air_day");
        assertThat(CsvOutput.of(days).row("period_start", "2026-02-28T00:00:00+08:00"))
                .containsEntry("pm25", "70")
                .containsEntry("aqi", "94")
                .containsEntry("level", "2")
                .containsEntry("edition", "HJ 633-2012")
                .containsEntry("unconfirmed", "input_rounding=house rule");
        assertThat(CsvOutput.of(days).row("period_start", "2026-03-01T00:00:00+08:00"))
                .containsEntry("pm25", "70")
                .containsEntry("aqi", "110")
                .containsEntry("level", "3")
                .containsEntry("edition", "HJ 633-2026")
                .containsEntry("unconfirmed", "");
    }

    @Test
    void a_year_across_the_switch_says_that_its_counts_are_of_mixed_bases() {
        assertThat(CsvOutput.of(query("air_year")).row("subject_id", "1003A"))
                .containsEntry("mixed_edition", "1")
                .containsEntry("mixed_state", "0")
                .containsEntry("edition", "GB 3095-2026 transition")
                .containsEntry("good_days", "1");
        assertThat(CsvOutput.of(query("air_year")).row("subject_id", "1003A").get("unconfirmed"))
                .contains("judging_edition=house rule", "statistics=medium");
    }

    @Test
    void the_days_are_counted_as_published_by_the_old_by_the_new_and_by_our_own_edition() {
        String four = compare("--editions", "GB 3095-2012,GB 3095-2026 transition,Example city 2026");
        assertThat(CsvOutput.of(four).row("edition", "as published"))
                .containsEntry("good_days", "1")
                .containsEntry("pm25_attaining", "1")
                .containsEntry("mixed_edition", "1");
        assertThat(CsvOutput.of(four).row("edition", "GB 3095-2012"))
                .containsEntry("good_days", "2")
                .containsEntry("pm25_attaining", "2");
        assertThat(CsvOutput.of(four).row("edition", "GB 3095-2026 transition"))
                .containsEntry("good_days", "0")
                .containsEntry("pm25_attaining", "0");
        assertThat(CsvOutput.of(four).row("edition", "Example city 2026"))
                .containsEntry("pm25_attaining", "0")
                .containsEntry("pm10_attaining", "2")
                .containsEntry("no2_attaining", "")
                .containsEntry("index", "HJ 633-2026");
    }

    @Test
    void without_editions_a_period_across_the_switch_is_shown_under_the_old_and_the_new() {
        assertThat(compare().lines().map(line -> line.split(",")[5]))
                .containsExactly("edition", "as published", "GB 3095-2012", "GB 3095-2026 transition");
    }

    @Test
    void an_index_alone_or_a_name_that_is_none_is_refused_with_what_there_is() {
        Ran index = run("compare", "--data", data(), "--year", "2026", "--editions", "HJ 633-2026");
        assertThat(index.code()).isEqualTo(1);
        assertThat(index.err()).contains("sets no limits", "Example city 2026");
        Ran none = run("compare", "--data", data(), "--year", "2026", "--editions", "GB 3095-2027");
        assertThat(none.err()).contains("GB 3095-2027", "WHO 2021");
        Ran empty = run("compare", "--data", data(), "--year", "2025", "--subject", "1003A");
        assertThat(empty.err()).contains("no day of 1003A");
    }

    private static String compare(String... more) {
        Ran ran = run(Stream.concat(
                        Stream.of("compare", "--data", data(), "--year", "2026", "--subject", "1003A"), Stream.of(more))
                .toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out();
    }

    private static String query(String measurement) {
        Ran ran = run("query", "--data", data(), "--measurement", measurement, "--subject", "1003A");
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out();
    }

    private static Ran run(String command, String... more) {
        return run(Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new));
    }

    private static Ran run(String[] args) {
        return Commands.run(Stream.concat(
                        Stream.of(args),
                        Stream.of("--config", dir.resolve("config").toString()))
                .toArray(String[]::new));
    }

    /** 28 February and 1 March: PM2.5 70 in every hour, the others harmless. */
    private static String readings() {
        StringBuilder text = new StringBuilder(
                "station,parameter,start,length,value,unit,rank,state,received_at,seq,author,reason\n");
        int seq = 0;
        for (LocalDate day : List.of(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 1))) {
            for (int hour = 0; hour < 24; hour++) {
                for (String each : List.of(
                        "PM2.5,70,ug/m3",
                        "PM10,90,ug/m3",
                        "SO2,4,ug/m3",
                        "NO2,20,ug/m3",
                        "CO,0.5,mg/m3",
                        "O3,80,ug/m3")) {
                    String[] cells = each.split(",");
                    text.append("1003A,%s,%sT%02d:00:00+08:00,PT1H,%s,%s,hour,raw,2026-03-02T08:00:00+08:00,%d,,%n"
                            .formatted(cells[0], day, hour, cells[1], cells[2], seq++));
                }
            }
        }
        return text.toString();
    }

    private static String data() {
        return dir.resolve("data").toString();
    }
}
