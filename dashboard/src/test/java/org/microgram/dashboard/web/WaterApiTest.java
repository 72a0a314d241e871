package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.number.Fraction;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

@DisplayName("The server, asked about rivers and sections")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(30)
class WaterApiTest {

    @TempDir
    private static Path directory;

    private static Store store;
    private static WebServer server;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void open() {
        store = QuestDbStore.open(directory);
        SampleRivers.fill(store);
        server = new WebServer(
                new Sources(
                        store,
                        SampleRivers.network(),
                        new SampleReceipts(),
                        SampleCity::comparisons,
                        SampleCity::state),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                WebServer.LOOPBACK,
                0);
    }

    @AfterAll
    static void close() {
        server.close();
        store.close();
    }

    @Test
    void shows_the_newest_month_unless_told_otherwise() throws Exception {
        assertThat(read("/api/rivers").get("month").asText()).isEqualTo("2021-04");
        assertThat(read("/api/rivers?month=2021-02").get("month").asText()).isEqualTo("2021-02");
    }

    @Test
    void leaves_no_section_out_and_counts_each_once() throws Exception {
        JsonNode rivers = read("/api/rivers?month=2021-04");
        assertThat(rivers.at("/rivers/0/sections/0/id").asText()).isEqualTo("s-upper");
        assertThat(rivers.at("/rivers/0/sections/1/id").asText()).isEqualTo("s-lower");
        assertThat(rivers.at("/rivers/0/joins").isNull()).isTrue();
        assertThat(rivers.at("/rivers/1/joins").asText()).isEqualTo("main");
        assertThat(rivers.get("withoutOrder").findValuesAsText("id")).containsExactly("s-closed", "s-few", "s-mute");
        JsonNode sum = rivers.get("sum");
        assertThat(sum.get("sections").asInt()).isEqualTo(6);
        assertThat(sum.get("assessed").asInt()).isEqualTo(3);
        assertThat(sum.get("tooFew").asInt()).isEqualTo(1);
        assertThat(sum.get("notAssessed").asInt()).isEqualTo(2);
        assertThat(sum.get("toClassIII").asInt()).isEqualTo(1);
        assertThat(sum.at("/worseThanV/0/nameZh").asText()).isEqualTo("支流口");
    }

    @Test
    void gives_of_each_section_what_its_row_says_and_without_a_row_the_reason() throws Exception {
        JsonNode rivers = read("/api/rivers?month=2021-04");
        List<JsonNode> all = new ArrayList<>();
        rivers.get("rivers").forEach(river -> river.get("sections").forEach(all::add));
        rivers.get("withoutOrder").forEach(all::add);
        int withRow = 0;
        for (JsonNode section : all) {
            for (Row row : rows(Measurement.WATER_MONTH, section.get("id").asText(), "2021-04-01", "2021-05-01")) {
                assertThat(section.get("waterClass").asLong()).isEqualTo(row.number("class"));
                assertThat(section.get("status").asText()).isEqualTo(row.text("status"));
                assertThat(section.get("attained").asText()).isEqualTo(row.text("attained"));
                withRow++;
            }
        }
        assertThat(withRow).isEqualTo(4);
        assertThat(rivers.at("/withoutOrder/0/why").asText()).isEqualTo("not_in_service");
        assertThat(rivers.at("/withoutOrder/2/why").asText()).isEqualTo("no_row");
        assertThat(rivers.at("/withoutOrder/0/before/0/waterClass").isNumber()).isTrue(); // January
        assertThat(rivers.at("/withoutOrder/0/before/1/waterClass").isNull()).isTrue();
    }

    @Test
    void gives_a_section_with_its_months_as_the_store_has_them_and_the_limits_that_judge_it() throws Exception {
        JsonNode section = read("/api/section?id=s-lower&year=2021");
        assertThat(section.get("standsAt").asText()).isEqualTo("2021-04");
        assertThat(section.get("edition").asText()).isEqualTo("GB 3838-2002");
        List<Row> months = rows(Measurement.WATER_MONTH, "s-lower", "2021-01-01", "2022-01-01");
        assertThat(months).hasSize(4);
        for (int i = 0; i < months.size(); i++) {
            JsonNode codmn = value(section.get("months").get(i), "CODMn");
            assertThat(codmn.get("exact").asText())
                    .isEqualTo(Fraction.parse(months.get(i).text("codmn_exact")).toSixDecimals());
            assertThat(codmn.get("had").asLong()).isEqualTo(months.get(i).number("codmn_had"));
        }
        assertThat(value(section.at("/months/0"), "CODMn").get("value").asText())
                .isEqualTo("6.0"); // 5.95
        assertThat(value(section.at("/months/0"), "TN").get("value").isNull()).isTrue();
        assertThat(limits(section, "DO").get("3").asText()).isEqualTo("5");
        assertThat(limits(section, "pH").get("least").asText()).isEqualTo("6");
        assertThat(limits(section, "pH").get("most").asText()).isEqualTo("9");
        assertThat(limits(section, "TN")).isNull(); // a river has none
    }

    @Test
    void says_what_the_rest_of_the_year_and_of_the_month_must_keep() throws Exception {
        JsonNode section = read("/api/section?id=s-lower&year=2021");
        assertThat(section.get("accountsOfYear")).hasSize(1);
        JsonNode year = section.at("/accountsOfYear/0");
        assertThat(year.get("parameter").asText()).isEqualTo("CODMn");
        assertThat(year.get("limit").asText()).isEqualTo("6");
        assertThat(year.get("terms").asInt()).isEqualTo(4);
        assertThat(year.get("rest").asInt()).isEqualTo(8);
        // months 5.95, 6.835, 7.72, 8.485 (days 0-30, 31-58, 59-89, 90-109): (6.05 * 12 - 28.99) / 8
        assertThat(year.get("mustKeepExact").asText()).isEqualTo("5.45125");
        assertThat(year.get("mustKeep").asText()).isEqualTo("5.45");
        assertThat(year.get("toLimitExact").asText()).isEqualTo("5.37625");
        assertThat(year.get("dearest").findValuesAsText("from"))
                .containsExactly("2021-04-01", "2021-03-01", "2021-02-01");
        assertThat(year.at("/dearest/0/amount").asText()).isEqualTo("0.207083"); // (8.485 - 6) / 12

        JsonNode april = section.at("/accountsOfMonth/0");
        assertThat(april.get("terms").asInt()).isEqualTo(20);
        assertThat(april.get("rest").asInt()).isEqualTo(10);
        assertThat(april.get("mustKeepExact").asText()).isEqualTo("1.18"); // (6.05 * 30 - 8.485 * 20) / 10
        assertThat(april.get("outlook").asText()).isEqualTo("reachable");
        assertThat(april.at("/dearest/0/from").asText()).isEqualTo("2021-04-20");
    }

    @Test
    void stands_at_the_end_of_the_month_that_is_asked_for() throws Exception {
        JsonNode february = read("/api/section?id=s-lower&until=2021-02");
        assertThat(february.get("months")).hasSize(2);
        assertThat(february.at("/accountsOfYear/0/rest").asInt()).isEqualTo(10);
        assertThat(february.at("/accountsOfMonth/0/outlook").asText()).isEqualTo("over");
        assertThat(february.at("/accountsOfMonth/0/mustKeep").isNull()).isTrue();
        assertThat(february.at("/toDate/month").asText()).isEqualTo("2021-02");
        assertThat(read("/api/section?id=s-lower&until=2021-01").get("accountsOfYear"))
                .isEmpty(); // 5.95 is 6.0
    }

    @Test
    void opens_no_account_for_what_keeps_its_target_or_has_none() throws Exception {
        assertThat(read("/api/section?id=s-upper").get("accountsOfYear")).isEmpty();
        assertThat(read("/api/section?id=s-closed").get("accountsOfYear")).isEmpty();
        assertThat(read("/api/section?id=s-side").get("accountsOfYear").findValuesAsText("parameter"))
                .containsExactly("DO", "NH3-N", "TP");
    }

    @Test
    void says_where_a_section_stands_and_who_keeps_it() throws Exception {
        JsonNode about = read("/api/section?id=s-lower&year=2021").get("about");
        assertThat(about.at("/basin/nameZh").asText()).isEqualTo("海河流域");
        assertThat(about.get("river").isNull()).isTrue(); // the section names none
        assertThat(about.get("network").asText()).isEqualTo("national");
        assertThat(about.get("responsible").isNull()).isTrue();
        assertThat(about.get("since").asText()).isEqualTo("2020-01-01");
    }

    @Test
    void gives_both_profiles_where_they_differ_with_what_decides_each() throws Exception {
        JsonNode april = read("/api/section?id=s-few&until=2021-04").at("/months/3");
        Row row = rows(Measurement.WATER_MONTH, "s-few", "2021-04-01", "2021-05-01")
                .get(0);
        assertThat(april.get("interval").asText()).isEqualTo("2021-04");
        assertThat(april.get("waterClass").asLong()).isEqualTo(row.number("class"));
        assertThat(april.get("waterClassRealtime").asInt()).isEqualTo(6); // pH 9.12
        assertThat(april.get("waterClass").asInt()).isLessThan(6);
        assertThat(april.get("governingRealtime").asText()).isEqualTo("pH");
    }

    @Test
    void gives_the_days_of_a_month_or_of_a_year_as_the_store_has_them() throws Exception {
        JsonNode april = read("/api/section/days?id=s-lower&month=2021-04");
        List<Row> rows = rows(Measurement.WATER_DAY, "s-lower", "2021-04-01", "2021-05-01");
        assertThat(rows).hasSize(20);
        assertThat(april.get("days")).hasSize(20);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode day = april.get("days").get(i);
            assertThat(day.get("interval").asText()).isEqualTo("2021-04-%02d".formatted(i + 1));
            assertThat(day.get("waterClass").asLong()).isEqualTo(rows.get(i).number("class"));
            assertThat(value(day, "CODMn").get("exact").asText())
                    .isEqualTo(Fraction.parse(rows.get(i).text("codmn_exact")).toSixDecimals());
        }
        assertThat(april.get("marks")).isEmpty();
        assertThat(read("/api/section/days?id=s-lower").get("from").asText()).isEqualTo("2021-04-01");
        assertThat(read("/api/section/days?id=s-lower&year=2021").get("days")).hasSize(110);
        assertThat(read("/api/section/days?id=s-closed&month=2021-02").get("days"))
                .isEmpty();
    }

    @Test
    void marks_the_days_whose_samples_were_below_detection_or_had_no_value() throws Exception {
        JsonNode marks = read("/api/section/days?id=s-few&month=2021-04").get("marks");
        List<String> said = new ArrayList<>();
        marks.forEach(mark -> said.add(mark.get("day").asText().substring(8) + " "
                + mark.get("parameter").asText() + " " + mark.get("below").asInt()
                + mark.get("notMeasured").asInt() + mark.get("noValue").asInt()));
        assertThat(said)
                .containsExactlyInAnyOrder(
                        "01 TN 010", "02 TN 010", "03 TN 010", "04 TN 010", "02 NH3-N 100", "03 TP 001");
    }

    @Test
    void gives_the_samples_of_a_day_as_they_were_received() throws Exception {
        JsonNode second = read("/api/section/samples?id=s-few&day=2021-04-02").at("/samples/0");
        assertThat(second.get("interval").asText()).isEqualTo("2021-04-02T08:00");
        assertThat(second.get("byHand").asBoolean()).isFalse();
        assertThat(second.get("classPublished").asInt()).isEqualTo(2);
        assertThat(second.get("stationStatus").asText()).isEqualTo("maintenance");
        assertThat(second.get("waterClassRealtime").asInt()).isEqualTo(6);
        assertThat(value(second, "pH").get("value").asText()).isEqualTo("9.12");
        assertThat(value(second, "NH3-N").get("value").isNull()).isTrue();
        assertThat(value(second, "NH3-N").get("below").asText()).isEqualTo("0.025");
        assertThat(value(second, "TN").get("absent").asText()).isEqualTo("*");
        JsonNode third = read("/api/section/samples?id=s-few&day=2021-04-03").at("/samples/0");
        assertThat(value(third, "TP").get("absent").asText()).isEqualTo("--");
        assertThat(third.get("lacking").asText()).isEqualTo("TP");
        JsonNode noon = read("/api/section/samples?id=s-closed&day=2021-01-15").at("/samples/1");
        assertThat(noon.get("interval").asText()).isEqualTo("2021-01-15T12:00/manual");
        assertThat(noon.get("byHand").asBoolean()).isTrue();
        assertThat(read("/api/section/samples?id=s-few").get("day").asText()).isEqualTo("2021-04-04");
        assertThat(read("/api/section/samples?id=s-few&day=2021-04-09").get("samples"))
                .isEmpty();
    }

    @Test
    void says_what_was_wrong_with_the_question() throws Exception {
        refuses("/api/rivers?month=soon", 400, "soon is not a month");
        refuses("/api/section", 400, "id is missing");
        refuses("/api/section?id=nowhere", 404, "nowhere");
        refuses("/api/section?id=s-mute", 404, "no month of s-mute");
        refuses("/api/section?id=s-lower&year=x", 400, "year=x");
        refuses("/api/section?id=s-lower&year=2020&until=2021-02", 400, "not in 2020");
        assertThat(read("/api/section?id=s-mute&year=2021").get("months")).isEmpty();
        refuses("/api/section/days", 400, "id is missing");
        refuses("/api/section/days?id=nowhere&month=2021-04", 404, "nowhere");
        refuses("/api/section/days?id=s-lower&month=april", 400, "april is not a month");
        refuses("/api/section/days?id=s-lower&year=21", 400, "year=21");
        refuses("/api/section/days?id=s-lower&year=2021&month=2021-04", 400, "month=2021-04 and year=2021");
        refuses("/api/section/days?id=s-mute", 404, "no month of s-mute");
        refuses("/api/section/samples", 400, "id is missing");
        refuses("/api/section/samples?id=nowhere", 404, "nowhere");
        refuses("/api/section/samples?id=s-lower&day=2021-02-30", 400, "day=2021-02-30 is not a day");
        refuses("/api/section/samples?id=s-mute", 404, "no sample of s-mute");
    }

    private static List<Row> rows(Measurement measurement, String section, String from, String to) {
        List<Row> rows = new ArrayList<>();
        store.scan(
                measurement,
                List.of(Subject.section(section)),
                Hours.startOfDay(Hours.parseDay("from", from)),
                Hours.startOfDay(Hours.parseDay("to", to)),
                rows::add);
        return rows;
    }

    private static JsonNode value(JsonNode period, String parameter) {
        return find(period.get("values"), parameter);
    }

    private static JsonNode limits(JsonNode section, String parameter) {
        JsonNode found = find(section.get("limits"), parameter);
        return found == null ? null : found.get("byClass");
    }

    private static JsonNode find(JsonNode list, String parameter) {
        for (JsonNode each : list) {
            if (each.get("parameter").asText().equals(parameter)) {
                return each;
            }
        }
        return null;
    }

    private void refuses(String path, int status, String found) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(status);
        assertThat(json.readTree(response.body()).get("found").asText()).contains(found);
    }

    private JsonNode read(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
