package org.microgram.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.dashboard.SampleCity;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.views.Span;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

@DisplayName("Views over the stored rows of eleven weeks")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ViewsTest {

    static final Subject CITY = Subject.area("beijing");

    @TempDir
    static Path directory;

    static Network network;
    static Store store;
    static Views views;

    @BeforeAll
    static void open() throws IOException {
        network = SampleCity.network();
        store = QuestDbStore.open(directory.resolve("store"));
        SampleCity.write(store, network, SampleCity.readings(7));
        Files.writeString(directory.resolve("published-bases.csv"), """
                subject,parameter,statistic,period,value,source
                beijing,PM2.5,mean,2019-01,50,the bulletin
                beijing,PM2.5,mean,2019-01,51.5,"another, with a comma"
                """);
        views = new Views(store, network, PublishedBases.load(directory, network));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void have_of_the_unfinished_quarter_the_mean_of_the_stored_exact_days() {
        List<Row> quarters = rows(Measurement.AIR_QUARTER, List.of());
        assertThat(quarters).hasSize(7).allMatch(row -> row.text("period").equals("2019-Q1"));
        for (Row quarter : quarters) {
            Fraction sum = Fraction.ZERO;
            int valid = 0;
            for (Row day : rows(Measurement.AIR_DAY, List.of(quarter.subject()))) {
                if ("ok".equals(day.text("o3_mda8_status"))) {
                    sum = sum.plus(Fraction.parse(day.text("o3_mda8_exact")));
                    valid++;
                }
            }
            assertThat(quarter.text("o3_exact")).isEqualTo(sum.dividedBy(valid).toString());
            assertThat(quarter.number("o3_had")).isEqualTo(valid);
            // January 27, February 25, of twenty days of March 18
            assertThat(quarter.number("o3_needed")).isEqualTo(70);
            assertThat(quarter.text("marks")).contains("so_far");
            assertThat(quarter.text("through")).isEqualTo("2019-03-20");
            assertThat(quarter.text("confidence")).isEqualTo("house rule");
        }
    }

    @Test
    void say_of_a_month_what_the_stored_month_says() {
        for (Row month : rows(Measurement.AIR_MONTH, List.of(CITY))) {
            LocalDate first = ChinaTime.date(ChinaTime.dayOf(month.key().startSecond()));
            String period = first.toString().substring(0, 7);
            for (Pollutant p : Pollutant.ALL) {
                Optional<Row> change = rows(Measurement.AIR_CHANGE, List.of(CITY)).stream()
                        .filter(row -> row.text("period").equals(period)
                                && row.text("parameter").equals(p.code())
                                && row.text("statistic").equals("mean"))
                        .findFirst();
                if (first.getMonthValue() == 1 || !month.has(p.column())) {
                    // January has nothing to be held against; PM10 has no valid day at all
                    assertThat(change).isEmpty();
                } else {
                    assertThat(change.orElseThrow().number("now")).isEqualTo(month.number(p.column()) * 10);
                    assertThat(change.orElseThrow().text("now_exact")).isEqualTo(month.text(p.column() + "_exact"));
                    assertThat(change.orElseThrow().number("now_had")).isEqualTo(month.number(p.column() + "_had"));
                }
            }
        }
    }

    @Test
    void hold_a_month_against_our_base_and_against_each_published_one() {
        List<Row> february = rows(Measurement.AIR_CHANGE, List.of(CITY)).stream()
                .filter(row -> row.text("period").equals("2019-02")
                        && row.text("statistic").equals("mean")
                        && row.text("parameter").equals("PM2.5"))
                .toList();
        assertThat(february)
                .extracting(row -> row.text("base_source"))
                .containsExactly("another, with a comma", "ours", "the bulletin");
        assertThat(february.get(0).number("base")).isEqualTo(5150);
        assertThat(february.get(2).number("base")).isEqualTo(5000);
        assertThat(february).allSatisfy(row -> assertThat(row.number("difference"))
                .isEqualTo(row.number("now") - row.number("base")));
    }

    @Test
    void are_found_by_the_bounds_of_their_anchor_in_the_order_of_their_keys() {
        long march = ChinaTime.startOf(LocalDate.parse("2019-03-01"));
        List<Row> untilFebruary = new ArrayList<>();
        views.scan(Measurement.AIR_CHANGE, List.of(), 0, march, untilFebruary::add);
        assertThat(untilFebruary).isNotEmpty().allMatch(row -> row.key().endSecond() <= march);
        assertThat(untilFebruary).isSortedAccordingTo((a, b) -> a.key().compareTo(b.key()));
        assertThat(rows(Measurement.AIR_CHANGE, List.of()).stream()
                        .map(Row::key)
                        .distinct())
                .hasSameSizeAs(rows(Measurement.AIR_CHANGE, List.of()));
    }

    @Test
    void rank_every_station_by_its_published_value_and_list_the_rest() {
        List<Row> ranking = views.rank("station", "PM2.5", Span.parse("2019-01..2019-02"));
        assertThat(ranking).hasSize(5);
        List<Row> ranked = ranking.stream().filter(row -> row.has("rank")).toList();
        assertThat(ranked).isNotEmpty();
        for (Row row : ranked) {
            long better = ranked.stream()
                    .filter(other -> other.number("value") < row.number("value"))
                    .count();
            assertThat(row.number("rank")).isEqualTo(better + 1);
            assertThat(row.number("ranked")).isEqualTo(ranked.size());
            assertThat(row.text("status")).isEqualTo("ok");
        }
        assertThat(ranking.stream().filter(row -> !row.has("rank")))
                .allMatch(row -> row.text("unranked").equals("below_minimum"));
        // the same rows, found among all
        TreeSet<String> scanned = new TreeSet<>();
        for (Row row : rows(Measurement.AIR_RANK, List.of())) {
            if (row.text("period").equals("2019-01..2019-02")
                    && row.key().variant().equals("station PM2.5")) {
                scanned.add(row.toString());
            }
        }
        assertThat(scanned)
                .isEqualTo(new TreeSet<>(ranking.stream().map(Row::toString).toList()));
    }

    @Test
    void have_no_composite_index_of_the_city_whose_PM10_has_no_valid_day() {
        assertThat(rows(Measurement.AIR_COMPOSITE, List.of(CITY))).isEmpty();
    }

    @Test
    void have_no_composite_index_that_is_ok_where_PM10_lacks_days() {
        assertThat(rows(Measurement.AIR_COMPOSITE, List.of())).isNotEmpty().allSatisfy(row -> {
            assertThat(row.text("status")).isEqualTo("below_minimum");
            assertThat(row.number("composite"))
                    .isEqualTo(Pollutant.ALL.stream()
                            .mapToLong(p -> row.number("index_" + p.column()))
                            .sum());
        });
        assertThat(views.rank("unit", "composite", Span.parse("2019-02")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.has("rank")).isFalse();
                    assertThat(row.text("unranked")).isEqualTo("below_minimum");
                    assertThat(row.text("lacking")).contains("PM10");
                });
    }

    @Test
    void have_no_trend_while_no_year_has_its_days_and_no_rolling_year_before_its_end() {
        assertThat(rows(Measurement.AIR_TREND, List.of(CITY))).isEmpty(); // the year is not over
        assertThat(rows(Measurement.AIR_ROLLING12, List.of(CITY)))
                .extracting(row -> row.text("period"))
                .containsExactly("2018-02..2019-01", "2018-03..2019-02");
        assertThat(rows(Measurement.AIR_ROLLING12, List.of(CITY)))
                .allMatch(row -> row.text("pm25_status").equals("below_minimum"));
    }

    @Test
    void are_in_no_store() {
        assertThat(Measurement.stored()).noneMatch(Measurement::isView).contains(Measurement.AIR_DAY);
        for (Measurement measurement : Measurement.values()) {
            if (measurement.isView()) {
                assertThat(measurement.code()).startsWith("air_");
                assertThat(Measurement.stored()).doesNotContain(measurement);
            }
        }
    }

    @Test
    void print_as_stored_rows_do_in_csv_and_json() throws IOException {
        Query query = new Query(views, network);
        StringWriter csv = new StringWriter();
        assertThat(query.write("air_half_year", List.of("北京"), null, null, csv)).isEqualTo(1);
        assertThat(csv.toString().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("area,beijing,北京,2019-01-01T00:00:00+08:00,2019-07-01T00:00:00+08:00,");
        StringWriter json = new StringWriter();
        query.write("air_half_year", List.of("北京"), null, null, new RowsJson(new Subjects(network), json));
        assertThat(json.toString()).contains("\"period\" : \"2019-H1\"", "\"marks\" : \"so_far\"");
    }

    @Test
    void are_refused_with_advice() {
        Span span = Span.parse("2019-01");
        assertThatThrownBy(() -> views.rank("unit", "PM1", span)).hasMessageContaining("composite, aqi");
        assertThatThrownBy(() -> views.rank("district", "aqi", span)).hasMessageContaining("--level unit");
    }

    private static List<Row> rows(Measurement measurement, Collection<Subject> subjects) {
        List<Row> rows = new ArrayList<>();
        views.scan(
                measurement,
                subjects,
                ChinaTime.startOf(LocalDate.of(1971, 1, 1)),
                ChinaTime.startOf(LocalDate.of(2100, 1, 1)),
                rows::add);
        return rows;
    }
}
