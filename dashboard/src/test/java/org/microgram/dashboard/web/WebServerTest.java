package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;
import org.slf4j.LoggerFactory;

@DisplayName("The web server")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(30)
class WebServerTest {

    @TempDir
    private static Path directory;

    private static Store store;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile PlatformState state = SampleCity.state();
    private WebServer server = serve(SampleCity.network());

    @BeforeAll
    static void fill() {
        store = QuestDbStore.open(directory);
        SampleCity.fill(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private WebServer serve(Network network) {
        return new WebServer(
                new Sources(
                        store,
                        network,
                        (key, asOf) -> {
                            if (key.contains("broken")) {
                                throw new IllegalStateException("secret detail");
                            }
                            return new SampleReceipts().explain(key, asOf);
                        },
                        SampleCity::comparisons,
                        () -> state),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                WebServer.LOOPBACK,
                0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/main.js", "/api/now", "/api/nothing", "/health/live", "/metrics", "/events"})
    void guards_every_answer(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValue(WebServer.POLICY)
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'self';")
                        .doesNotContain("unsafe")
                        .doesNotContain("http"));
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void the_page_has_nothing_inline_and_nothing_from_elsewhere() throws Exception {
        for (String name : asset("assets.txt").lines().toList()) {
            String text = asset(name);
            assertThat(text).as(name).doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "eval(");
            assertThat(text.replace("http://www.w3.org/2000/svg", "")).as(name).doesNotContain("http://", "https://");
        }
        assertThat(get("/").body()).doesNotContainPattern("<script>|\\son\\w+=|style=");
    }

    @Test
    void an_asset_is_known_by_its_bytes() throws Exception {
        String etag = get("/assets/main.js").headers().firstValue("ETag").orElseThrow();
        assertThat(etag).matches("\"[0-9a-f]{32}\"");
        HttpResponse<String> again = client.send(
                HttpRequest.newBuilder(uri("/assets/main.js"))
                        .header("If-None-Match", etag)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/nothing.js",
                "/assets/assets.txt",
                "/assets/..%2fassets.txt",
                "/assets/%2e%2e%2f%2e%2e%2fapplication.properties",
                "/assets/..%5cassets.txt"
            })
    void gives_out_no_other_file(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isIn(400, 404);
        assertThat(response.body()).doesNotContain("\tat ").doesNotContain("index.html\n");
    }

    @Test
    void now_is_the_newest_hour_with_the_day_behind_it_and_the_year_before() throws Exception {
        JsonNode now = read("/api/now").get("now");
        assertThat(now.at("/hour/label").asText()).isEqualTo("2020-02-12T16");
        assertThat(now.at("/aqi/value").asText()).isEqualTo("244");
        assertThat(now.at("/aqi/key").asText()).isEqualTo("beijing air_hour AQI 2020-02-12T16");
        assertThat(now.get("reporting").asInt()).isEqualTo(33);
        assertThat(now.get("expected").asInt()).isEqualTo(35);
        JsonNode pm25 = now.at("/pollutants/0");
        assertThat(pm25.get("value").asText()).isEqualTo("194");
        assertThat(pm25.get("series")).hasSize(24);
        assertThat(pm25.at("/series/23").asText()).isEqualTo("194");
        assertThat(pm25.at("/series/10").isNull()).isTrue();
        assertThat(pm25.at("/limit/value").asText()).isEqualTo("75");
        assertThat(pm25.at("/limit/edition").asText()).isEqualTo("GB 3095-2012");
        assertThat(pm25.at("/lastYear/hour").asText()).isEqualTo("2019-02-12T16");
        assertThat(now.at("/pollutants/1/value").isNull()).isTrue();
        assertThat(now.at("/pollutants/4/value").asText()).isEqualTo("1.9");
    }

    @Test
    void now_is_any_hour_that_is_asked_for_and_never_one_a_replay_has_not_reached() throws Exception {
        assertThat(read("/api/now?at=2020-02-11T24").at("/now/hour/end").asText())
                .isEqualTo("2020-02-12T00:00:00+08:00");
        state = new PlatformState(
                true,
                Instant.parse("2020-02-12T06:30:00Z"),
                Optional.of(Instant.parse("2020-02-12T06:00:00Z")),
                true,
                "",
                PlatformState.Conservation.NOTHING);
        assertThat(read("/api/now").at("/now/hour/label").asText()).isEqualTo("2020-02-12T14");
    }

    @Test
    void days_carry_the_year_s_own_figures() throws Exception {
        JsonNode days = read("/api/days?subject=beijing&year=2020");
        assertThat(days.at("/years").toString()).isEqualTo("[2019,2020]");
        assertThat(days.at("/calendarDays").asInt()).isEqualTo(366);
        assertThat(days.at("/summary/0/value").asText()).isEqualTo("38.5");
        assertThat(days.at("/summary/0/status").asText()).isEqualTo("below_minimum");
        JsonNode twelfth = days.at("/days/41");
        assertThat(twelfth.get("date").asText()).isEqualTo("2020-02-12");
        assertThat(twelfth.get("pm25").asText()).isEqualTo("208");
        assertThat(twelfth.get("pm25Exact").asText()).isEqualTo("208.174242");
    }

    @Test
    void rows_are_decimal_strings_and_bounded() throws Exception {
        JsonNode rows = read("/api/rows?measurement=air_year&subject=北京&from=2020-01-01&to=2020-12-31")
                .get("rows");
        assertThat(rows).hasSize(1);
        assertThat(rows.at("/0/pm25").isTextual()).isTrue();
        assertThat(rows.at("/0/pm25").asText()).isEqualTo("38.5");
        assertThat(rows.at("/0/period_start").asText()).isEqualTo("2020-01-01T00:00:00+08:00");
        refuses("/api/rows?measurement=air_hour&subject=beijing&from=2010-01-01&to=2020-12-31", 400, "at most 10000");
    }

    @Test
    void views_are_rows_like_others_and_a_ranking_comes_in_its_order() throws Exception {
        JsonNode year = read("/api/rows?measurement=air_change&subject=beijing&from=2020-01-01&to=2020-12-31");
        assertThat(year.at("/rows").isArray()).isTrue();
        assertThat(read("/api/rank?by=PM2.5&period=2020").at("/rows").isArray()).isTrue();
        refuses("/api/rank?by=PM1&period=2020", 400, "PM1");
        refuses("/api/rank?by=PM2.5&period=last", 400, "last");
        refuses("/api/rank?by=PM2.5", 400, "period is missing");
        refuses("/api/rank?by=PM2.5&period=2020&level=street", 400, "street");
    }

    @Test
    void a_receipt_is_its_record_as_json() throws Exception {
        JsonNode receipt = read("/api/explain?key=" + encode("beijing air_day PM2.5 2020-02-12"));
        assertThat(receipt.get("value").asText()).isEqualTo("208");
        assertThat(receipt.at("/rounding/rule").asText()).isEqualTo("half-even");
        assertThat(receipt.at("/inputs/2/strip").asText()).hasSize(24).contains("mmm");
        assertThat(receipt.at("/subject/nameZh").asText()).isEqualTo("北京");
    }

    @Test
    void every_problem_says_found_expected_and_todo() throws Exception {
        refuses("/api/explain?key=" + encode("beijing air_day PM2.5 1999-01-01"), 404, "no figure is called");
        refuses("/api/explain?key=nonsense", 400, "four parts");
        refuses("/api/explain", 400, "key is missing");
        refuses("/api/explain?key=" + encode("a b c d") + "&as-of=yesterday", 400, "as-of=yesterday");
        refuses("/api/now?at=2020-02-12T25", 400, "not an hour");
        refuses("/api/now?at=2020-02-30T12", 400, "not a day");
        refuses("/api/days?year=20", 400, "four digits");
        refuses("/api/days?subject=atlantis&year=2020", 404, "atlantis");
        refuses("/api/rows?measurement=air_week&subject=beijing&from=2020-01-01&to=2020-01-02", 400, "air_week");
        refuses("/api/nothing", 404, "/api/nothing");
        HttpResponse<String> broken = refuses("/api/explain?key=broken", 500, "could not be made");
        assertThat(broken.body()).doesNotContain("secret detail", "IllegalState", "\\tat ");
    }

    @Test
    void a_name_with_a_script_stays_a_name() throws Exception {
        server.close();
        Network plain = SampleCity.network();
        List<Station> stations = new ArrayList<>(plain.stations());
        Station first = stations.get(0);
        stations.set(
                0,
                new Station(
                        first.id(),
                        "<script>alert(1)</script>",
                        "<img src=x onerror=alert(1)>",
                        first.aliases(),
                        first.district(),
                        first.role(),
                        first.grade(),
                        first.from(),
                        first.to(),
                        first.lon(),
                        first.lat()));
        server = serve(new Network(stations, plain.areas(), plain.memberships(), plain.dailyProfile(), plain.hash()));
        HttpResponse<String> response = get("/api/now");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(json.readTree(response.body()).at("/now/stations/0/nameZh").asText())
                .isEqualTo("<script>alert(1)</script>");
        assertThat(get("/").body()).doesNotContain("alert(1)");
        HttpResponse<String> echoed = get("/api/days?year=2020&subject=" + encode("<script>alert(1)</script>x"));
        assertThat(echoed.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void events_tell_what_changed() throws Exception {
        HttpResponse<InputStream> stream = client.send(
                HttpRequest.newBuilder(uri("/events"))
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(dataOf(lines, "tick").get("replay").asBoolean()).isTrue();
            server.publish(List.of(Row.builder(new RowKey(
                            Measurement.AIR_HOUR,
                            SampleCity.CITY,
                            SampleCity.HOUR_END - Hours.HOUR,
                            SampleCity.HOUR_END,
                            ""))
                    .build()));
            JsonNode change = dataOf(lines, "changed").at("/changes/0");
            assertThat(change.get("measurement").asText()).isEqualTo("air_hour");
            assertThat(change.at("/subject/id").asText()).isEqualTo("beijing");
            assertThat(change.get("from").asText()).isEqualTo("2020-02-12T15:00:00+08:00");
        }
    }

    @Test
    void a_page_that_goes_away_ends_its_stream_and_no_request_fails() throws Exception {
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(logged);
        try {
            for (int page = 0; page < 5; page++) {
                HttpResponse<InputStream> stream = client.send(
                        HttpRequest.newBuilder(uri("/events"))
                                .header("Accept", "text/event-stream")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
                stream.body().close();
            }
            Row row = Row.builder(new RowKey(Measurement.AIR_HOUR, SampleCity.CITY, 0, Hours.HOUR, ""))
                    .build();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                server.publish(List.of(row)); // the first write after it has gone finds out
                return get("/metrics").body().contains("microgram_events_clients 0.0");
            });
        } finally {
            root.detachAppender(logged);
        }
        assertThat(logged.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    @Test
    void tells_watchers_how_it_is() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/health/fresh").statusCode()).isEqualTo(200);
        state = new PlatformState(
                false,
                Instant.parse("2020-02-12T12:00:00Z"),
                Optional.of(Instant.parse("2020-02-12T08:00:00Z")),
                false,
                "backfill 12 %",
                new PlatformState.Conservation(10, 7, 1, 1, 0));
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body()).contains("backfill 12 %");
        JsonNode fresh = json.readTree(get("/health/fresh").body());
        assertThat(fresh.get("freshness").asText()).isEqualTo("gone");
        assertThat(fresh.get("ageMinutes").asLong()).isEqualTo(240);
        assertThat(fresh.get("conserved").asBoolean()).isFalse();
        assertThat(get("/metrics").body())
                .contains("microgram_values_read_total 10.0")
                .contains("microgram_values_total{outcome=\"refused\"} 1.0")
                .contains("microgram_newest_age_seconds 14400.0");
    }

    private JsonNode dataOf(BufferedReader lines, String event) throws Exception {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("event: " + event)) {
                return json.readTree(lines.readLine().substring("data: ".length()));
            }
        }
        throw new AssertionError("the stream ended before " + event);
    }

    private HttpResponse<String> refuses(String path, int status, String words) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode body = json.readTree(response.body());
        assertThat(body.get("found").asText()).isNotBlank();
        assertThat(body.get("expected").asText()).isNotBlank();
        assertThat(body.get("todo").asText()).isNotBlank();
        assertThat(response.body()).contains(words);
        return response;
    }

    private JsonNode read(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path.replace("北京", encode("北京")));
    }

    private static String asset(String name) throws Exception {
        try (InputStream in = WebServer.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
