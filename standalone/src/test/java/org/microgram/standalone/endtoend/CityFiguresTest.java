package org.microgram.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microgram.demo.DemoData;
import org.microgram.standalone.Commands;
import org.microgram.standalone.Commands.Ran;

@DisplayName("2019 and 2020 of the city, as export and query print them:")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Tag("proof")
class CityFiguresTest {

    @TempDir
    static Path dir;

    @BeforeAll
    static void backfill() throws IOException {
        Path archives = DemoData.unpackTo(dir.resolve("archives"));
        Ran ran = Commands.run("backfill", "--data", data(), "--format", Piece.ARCHIVE, archives.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        System.out.println(ran.err());
    }

    @ParameterizedTest
    @CsvSource({
        "2019-06, year_to_date, 47, 47.21",
        "2020-06, year_to_date, 43, 43.17",
        "2019-12, year, 42, 42.10",
        "2020-12, year, 39, 38.51"
    })
    void PM2_5_of_half_years_and_years(String month, String period, String value, String exact) throws IOException {
        Map<String, String> mean = figure(month, period, "PM2.5", "mean");
        assertThat(mean.get("value")).isEqualTo(value);
        assertThat(CsvOutput.toTwoDecimals(mean.get("value_exact"))).isEqualTo(exact);
    }

    @ParameterizedTest
    @CsvSource({"2019, 351, 214", "2020, 360, 203"})
    void years_that_lack_days_are_below_the_minimum(String year, String valid, String validPm10) throws IOException {
        Map<String, String> pm25 = figure(year + "-12", "year", "PM2.5", "mean");
        assertThat(pm25.get("valid_count")).isEqualTo(valid);
        assertThat(pm25.get("status")).isEqualTo("below_minimum");
        assertThat(figure(year + "-12", "year", "PM10", "mean").get("valid_count"))
                .isEqualTo(validPm10);
    }

    @ParameterizedTest
    @CsvSource({"2019-09, 23, 27", "2020-04, 26, 27"})
    void the_month_that_fails_it(String month, String had, String needed) throws IOException {
        Map<String, String> pm25 = figure(month, "month", "PM2.5", "mean");
        assertThat(pm25.get("valid_count")).isEqualTo(had);
        assertThat(pm25.get("required_count")).isEqualTo(needed);
        assertThat(pm25.get("status")).isEqualTo("below_minimum");
    }

    @ParameterizedTest
    @CsvSource({"2019, 235, 4, 351, 152, 1, 213", "2020, 270, 10, 360, 162, 2, 203"})
    void good_heavy_and_evaluated_days_and_those_with_all_six(
            String year, String good, String heavy, String evaluated, String goodSix, String heavySix, String six)
            throws IOException {
        assertThat(figure(year + "-12", "year", "AQI", "good_days").get("value"))
                .isEqualTo(good);
        assertThat(figure(year + "-12", "year", "AQI", "heavy_days").get("value"))
                .isEqualTo(heavy);
        assertThat(figure(year + "-12", "year", "AQI", "evaluated_days").get("value"))
                .isEqualTo(evaluated);
        Map<String, String> row = queried(year);
        assertThat(row)
                .containsEntry("good_days", good)
                .containsEntry("heavy_days", heavy)
                .containsEntry("evaluated_days", evaluated)
                .containsEntry("good_days_six", goodSix)
                .containsEntry("heavy_days_six", heavySix)
                .containsEntry("evaluated_days_six", six);
    }

    @Test
    void the_change_of_the_first_half_of_2020_against_our_base_and_against_both_published_ones() {
        Ran ran = Commands.run(
                "query",
                "--data",
                data(),
                "--measurement",
                "air_change",
                "--subject",
                "beijing",
                "--from",
                "2020-06-30",
                "--to",
                "2020-06-30");
        assertThat(ran.code()).as(ran.err()).isZero();
        List<Map<String, String>> changes = CsvOutput.of(ran.out()).rows().stream()
                .filter(row -> row.get("period").equals("2020-H1")
                        && row.get("parameter").equals("PM2.5")
                        && row.get("statistic").equals("mean")
                        && row.get("against").equals("last_year"))
                .toList();
        assertThat(changes)
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.get("now")).isEqualTo("43"))
                // April 2020 has 26 valid days, the half-year 178
                .allSatisfy(row -> assertThat(row.get("marks")).isEqualTo("now_below_minimum"))
                .extracting(row -> row.get("base_source").split(" ")[0] + " " + row.get("base") + " " + row.get("rate"))
                .containsExactlyInAnyOrder("ours 47 -8.5", "Ministry 47 -8.5", "Beijing 46 -6.5");
        assertThat(changes.stream().filter(row -> row.get("base_source").equals("ours")))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("difference", "-4")
                        .containsEntry("now_had", "178")
                        .containsEntry("matched_days", "176")
                        .containsEntry("matched_difference", "-4.26"));
    }

    @Test
    void the_ninth_decile_of_ozone_in_2019() throws IOException {
        assertThat(figure("2019-12", "year", "O3", "p90_mda8").get("value")).isEqualTo("191");
    }

    @Test
    void the_accounts_of_good_days_heavy_days_and_ozone_as_of_June_2020() throws IOException {
        assertThat(account("beijing-good-days-2020"))
                .containsEntry("count", "126")
                .containsEntry("target", "205")
                .containsEntry("must_keep", "79")
                .containsEntry("left", "105")
                .containsEntry("last_year_count", "112")
                .containsEntry("status", "on_course");
        assertThat(account("example-heavy-days-2020"))
                .containsEntry("count", "10")
                .containsEntry("left", "-6")
                .containsEntry("status", "out_of_reach");
        assertThat(account("example-ozone-2020"))
                .containsEntry("percentile", "186.60")
                .containsEntry("over", "17")
                .containsEntry("left", "19")
                .containsEntry("highest_others", "191")
                .containsEntry("place", "325.90")
                .containsEntry("status", "at_risk");
    }

    private static Map<String, String> account(String target) {
        Ran page = Commands.run("account", "--data", data(), "--target", target, "--as-of", "2020-06-30");
        assertThat(page.code()).as(page.err()).isZero();
        assertThat(page.out()).contains("184 days to come", "2020-02  ");
        Ran table = Commands.run("account", "--data", data(), "--target", target, "--as-of", "2020-06-30", "--csv");
        assertThat(table.code()).as(table.err()).isZero();
        Map<String, String> figures = new HashMap<>();
        CsvOutput.of(table.out()).rows().forEach(row -> figures.putIfAbsent(row.get("figure"), row.get("value")));
        return figures;
    }

    private static Map<String, String> queried(String year) {
        Ran ran = Commands.run(
                "query",
                "--data",
                data(),
                "--measurement",
                "air_year",
                "--subject",
                "beijing",
                "--from",
                year + "-01-01",
                "--to",
                year + "-12-31");
        assertThat(ran.code()).as(ran.err()).isZero();
        return CsvOutput.of(ran.out()).row("subject_id", "beijing");
    }

    private static Map<String, String> figure(String month, String period, String parameter, String figure)
            throws IOException {
        Path out = dir.resolve(month);
        if (!Files.exists(out)) {
            Ran ran = Commands.run("export", "--data", data(), "--month", month, "--out", out.toString());
            assertThat(ran.code()).as(ran.err()).isZero();
        }
        return CsvOutput.of(Files.readString(out.resolve("figures.csv")))
                .row(
                        "subject_kind",
                        "area",
                        "subject_id",
                        "beijing",
                        "period",
                        period,
                        "parameter",
                        parameter,
                        "figure",
                        figure);
    }

    private static String data() {
        return dir.resolve("data").toString();
    }
}
