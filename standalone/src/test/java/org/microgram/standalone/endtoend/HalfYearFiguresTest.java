package org.microgram.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.demo.DemoData;
import org.microgram.standalone.Commands;
import org.microgram.standalone.Commands.Ran;

@DisplayName("The first half of 2019, as export and query print it,")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HalfYearFiguresTest {

    private static final String HALF = "2019-01..2019-06";

    @TempDir
    static Path dir;

    private static CsvOutput figures;

    @BeforeAll
    static void backfill() throws IOException {
        Path files = Piece.write(dir.resolve("files"), LocalDate.of(2019, 1, 1), LocalDate.of(2019, 6, 30));
        String data = dir.resolve("data").toString();
        Ran ran = Commands.run("backfill", "--data", data, "--format", Piece.ARCHIVE, files.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        Path out = dir.resolve("out");
        Ran export = Commands.run("export", "--data", data, "--month", "2019-06", "--out", out.toString());
        assertThat(export.code()).as(export.err()).isZero();
        figures = CsvOutput.of(Files.readString(out.resolve("figures.csv")));
    }

    @Test
    void has_a_city_mean_of_PM2_5_of_47_21_which_is_published_as_47() {
        Map<String, String> mean = toDate("beijing");
        assertThat(mean.get("value")).isEqualTo("47");
        assertThat(CsvOutput.toTwoDecimals(mean.get("value_exact"))).isEqualTo("47.21");
    }

    @Test
    void has_means_of_the_17_units_within_3_2_of_the_published_ones() throws IOException {
        List<Map<String, String>> published = published().rows().stream()
                .filter(row ->
                        row.get("period").equals(HALF) && !row.get("subject").equals("beijing"))
                .toList();
        assertThat(published).hasSize(17);
        for (Map<String, String> row : published) {
            Map<String, String> ours = toDate(row.get("subject"));
            BigDecimal difference = new BigDecimal(ours.get("value_exact")).subtract(new BigDecimal(row.get("value")));
            System.out.printf(
                    "%-12s ours %s (%s), published %s, difference %s%n",
                    row.get("subject"), ours.get("value"), ours.get("value_exact"), row.get("value"), difference);
            assertThat(difference.abs()).as(row.get("subject")).isLessThanOrEqualTo(new BigDecimal("3.2"));
        }
    }

    @Test
    void ranks_the_17_units_by_their_published_values_and_leaves_unranked_what_lacks_days() throws IOException {
        Ran ran = Commands.run("rank", "--data", dir.resolve("data").toString(), "--by", "PM2.5", "--period", HALF);
        assertThat(ran.code()).as(ran.err()).isZero();
        List<Map<String, String>> ranking = CsvOutput.of(ran.out()).rows();
        assertThat(ranking).hasSize(17);
        List<Map<String, String>> ranked =
                ranking.stream().filter(row -> !row.get("rank").isEmpty()).toList();
        for (Map<String, String> row : ranked) {
            assertThat(row.get("value")).isEqualTo(toDate(row.get("subject_id")).get("value"));
            long better = ranked.stream()
                    .filter(other -> Integer.parseInt(other.get("value")) < Integer.parseInt(row.get("value")))
                    .count();
            assertThat(row.get("rank")).isEqualTo(Long.toString(better + 1));
        }
        assertThat(ranking.stream().filter(row -> row.get("rank").isEmpty())).allSatisfy(row -> {
            assertThat(row).containsEntry("unranked", "below_minimum");
            assertThat(toDate(row.get("subject_id"))).containsEntry("status", "below_minimum");
        });
    }

    @Test
    void is_an_account_that_a_target_of_42_leaves_36_90_for_the_rest_of_the_year() throws IOException {
        String data = dir.resolve("data").toString();
        String[] account = {"account", "--data", data, "--year", "2019", "--as-of", "2019-06-30", "--target", "42"};
        Ran page = Commands.run(account);
        assertThat(page.code()).as(page.err()).isZero();
        assertThat(page.out())
                .contains("of 42 coins used, 184 days to come, their mean may be 36.9 µg/m³")
                .contains("2019-02: ");
        Ran ran = Commands.run(
                Stream.concat(Stream.of(account), Stream.of("--json")).toArray(String[]::new));
        JsonNode json = new ObjectMapper().readTree(ran.out());
        assertThat(json.get("n").asInt())
                .isEqualTo(Integer.parseInt(toDate("beijing").get("valid_count")));
        assertThat(json.get("N").asInt()).isEqualTo(json.get("n").asInt() + 184);
        assertThat(json.get("mean").asText())
                .isEqualTo(CsvOutput.toTwoDecimals(toDate("beijing").get("value_exact")));
        Ran table = Commands.run(
                Stream.concat(Stream.of(account), Stream.of("--csv")).toArray(String[]::new));
        Map<String, String> allowed = CsvOutput.of(table.out()).row("figure", "allowed");
        assertThat(allowed).containsEntry("value", "36.90").containsEntry("unit", "µg/m³");
        assertThat(new BigDecimal(allowed.get("value")))
                .isEqualByComparingTo(json.get("allowed").asText());
        Ran unknown = Commands.run("account", "--data", data, "--year", "2019");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("beijing has no target in 2019").contains("--target 42");
    }

    @Test
    void is_explained_by_the_stored_days_that_it_was_made_of() throws IOException {
        JsonNode half = explain("beijing air_half_year PM2.5 2019-01");
        assertThat(half.get("key").asText()).isEqualTo("beijing air_half_year PM2.5 2019-H1");
        assertThat(half.get("value").asText()).isEqualTo(toDate("beijing").get("value"));
        assertThat(half.get("inputs")).hasSize(181);
        BigDecimal sum = BigDecimal.ZERO;
        int used = 0;
        for (JsonNode day : half.get("inputs")) {
            assertThat(day.get("key").asText()).startsWith("beijing air_day PM2.5 2019-");
            if (day.get("use").asText().equals("used")) {
                sum = sum.add(new BigDecimal(day.get("exact").asText()));
                used++;
            }
        }
        assertThat(used).isEqualTo(Integer.parseInt(toDate("beijing").get("valid_count")));
        assertThat(sum.divide(BigDecimal.valueOf(used), 5, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(new BigDecimal(half.get("exact").asText()).setScale(5, RoundingMode.HALF_EVEN));

        JsonNode rank = explain("dongcheng air_rank PM2.5 2019-H1");
        assertThat(rank.get("inputs")).hasSize(17);
        long better = 0;
        for (JsonNode unit : rank.get("inputs")) {
            boolean counts = unit.get("use").asText().equals("used");
            better += counts
                            && new BigDecimal(unit.get("value").asText())
                                            .compareTo(new BigDecimal(
                                                    toDate("dongcheng").get("value")))
                                    < 0
                    ? 1
                    : 0;
        }
        assertThat(rank.get("value").asText()).isEqualTo(Long.toString(better + 1));
    }

    private static JsonNode explain(String figure) throws IOException {
        Ran ran =
                Commands.run("explain", "--json", "--data", dir.resolve("data").toString(), figure);
        assertThat(ran.code()).as(ran.err()).isZero();
        return new ObjectMapper().readTree(ran.out());
    }

    @Test
    void says_the_same_in_query_and_in_the_file() {
        Ran ran = Commands.run(
                "query",
                "--data",
                dir.resolve("data").toString(),
                "--measurement",
                "air_to_date",
                "--subject",
                "beijing",
                "--from",
                "2019-06-30",
                "--to",
                "2019-06-30");
        assertThat(ran.code()).as(ran.err()).isZero();
        Map<String, String> row = CsvOutput.of(ran.out()).row("subject_id", "beijing");
        assertThat(new BigDecimal(row.get("pm25")))
                .isEqualByComparingTo(toDate("beijing").get("value"));
        assertThat(row.get("pm25_had")).isEqualTo(toDate("beijing").get("valid_count"));
        assertThat(row.get("pm25_status")).isEqualTo(toDate("beijing").get("status"));
    }

    private static Map<String, String> toDate(String subject) {
        return figures.row(
                "subject_kind",
                "area",
                "subject_id",
                subject,
                "period",
                "year_to_date",
                "parameter",
                "PM2.5",
                "figure",
                "mean");
    }

    static CsvOutput published() throws IOException {
        try (InputStream in = DemoData.openPublished()) {
            return CsvOutput.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
