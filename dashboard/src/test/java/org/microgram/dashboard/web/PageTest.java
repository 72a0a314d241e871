package org.microgram.dashboard.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

@DisplayName("The page in a real Chromium")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PageTest extends InChromium {

    @TempDir
    private static Path directory;

    private static Store store;

    private volatile PlatformState state = SampleCity.state();
    private WebServer server;

    @BeforeAll
    static void fillStore() {
        store = QuestDbStore.open(directory);
        SampleCity.fill(store);
    }

    @AfterAll
    static void closeStore() {
        store.close();
    }

    @BeforeEach
    void startServer() {
        serve(store);
    }

    @AfterEach
    void stopServer() {
        page.close(); // first, or it complains of its stream
        server.close();
    }

    private void serve(Store shown) {
        server = new WebServer(
                new Sources(shown, SampleCity.network(), new SampleReceipts(), SampleCity::comparisons, () -> state),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                WebServer.LOOPBACK,
                0);
        origin = "http://127.0.0.1:" + server.port();
    }

    @Test
    void every_figure_equals_the_rows_of_the_api() throws Exception {
        open("/");
        JsonNode row = get("/api/rows?measurement=air_hour&subject=beijing&from=2020-02-12&to=2020-02-12")
                .get("rows")
                .get(15);
        assertThat(row.get("period_end").asText()).isEqualTo("2020-02-12T16:00:00+08:00");
        assertThat(valueOf("beijing air_hour AQI 2020-02-12T16")).isEqualTo("244");
        assertThat(valueOf("beijing air_hour PM2.5 2020-02-12T16"))
                .isEqualTo(row.get("pm25").asText());
        assertThat(valueOf("beijing air_hour CO 2020-02-12T16"))
                .isEqualTo(row.get("co").asText());
        assertThat(row.get("pm10").isNull()).isTrue();
        assertThat(valueOf("beijing air_hour PM10 2020-02-12T16")).isEmpty();

        JsonNode days = get("/api/rows?measurement=air_day&subject=beijing&from=2020-01-01&to=2020-12-31")
                .get("rows");
        assertThat(days).isNotEmpty();
        for (JsonNode day : days) {
            String date = day.get("period_start").asText().substring(0, 10);
            assertThat(valueOf("beijing air_day AQI " + date))
                    .as(date)
                    .isEqualTo(day.get("aqi").asText());
        }
        assertThat(page.locator("#calendar .day.missing")).hasCount(1 + 1); // 19 January, and the legend's sample
    }

    @Test
    void a_receipt_opens_by_click_and_by_key_and_closes_with_escape() {
        open("/");
        Locator aqi = page.locator("#now .big-chip");
        aqi.click();
        Locator paper = page.locator("#receipt .paper");
        assertThat(paper).containsText("208.174242 → 208");
        assertThat(paper.locator(".tick")).hasCount(11 * 24);
        assertThat(paper.locator(".tick-m")).hasCount(3);
        assertThat(page.url()).endsWith("#explain=beijing%20air_hour%20AQI%202020-02-12T16");
        page.keyboard().press("Escape");
        assertThat(page.locator("#receipt")).isHidden();
        assertThat(aqi).isFocused();
        assertThat(page.url()).doesNotContain("#");

        page.locator("#now .pollutant .value").first().focus();
        page.keyboard().press("Enter");
        assertThat(paper).hasAttribute("data-receipt", "beijing air_hour PM2.5 2020-02-12T16");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(paper).isVisible();
    }

    @Test
    void a_receipt_is_linked_to_and_its_inputs_are_receipts_again() {
        open("/#explain=beijing%20air_day%20PM2.5%202020-02-12");
        Locator paper = page.locator("#receipt .paper");
        assertThat(paper).hasAttribute("data-receipt", "beijing air_day PM2.5 2020-02-12");
        page.screenshot(shot("receipt-1920"));
        paper.locator(".input").first().click();
        assertThat(paper).hasAttribute("data-receipt", "1003A air_day PM2.5 2020-02-12");
        page.locator("#receipt .back").click();
        assertThat(paper).hasAttribute("data-receipt", "beijing air_day PM2.5 2020-02-12");
    }

    @Test
    void an_unknown_figure_says_what_to_do() {
        open("/");
        page.evaluate("location.hash = 'explain=beijing air_day PM2.5 1999-01-01'");
        assertThat(page.locator("#receipt .paper")).containsText("no figure is called");
        assertThat(page.locator("#receipt .paper")).containsText("./microgram check-config");
        complaints.removeIf(text -> text.contains("404"));
    }

    @Test
    void speaks_chinese_first_and_english_completely() {
        open("/");
        assertThat(page.locator("#now .level-word")).hasText("五级 重度污染");
        assertThat(page.locator(".health")).containsText("数据到 16时 · 35 站中 33 站");
        page.locator(".language").click();
        assertThat(page.locator("#now .level-word")).hasText("level 5, heavily polluted");
        assertThat(page.url()).contains("lang=en");
        page.reload();
        ready();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator(".health")).containsText("data to 16:00 · 33 of 35 stations");
        String text = page.locator("body").innerText().replace("中文", "").replaceAll("北京市生态环境局|生态环境部", "");
        assertThat(text).doesNotContainPattern("\\p{IsHan}");
        page.screenshot(shot("english-1920").setFullPage(true));
    }

    @Test
    void arrows_walk_the_days_and_T_shows_them_as_a_table() {
        open("/");
        page.locator("#calendar .day[data-date='2020-02-12']").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("#calendar .day[data-date='2020-02-11']")).isFocused();
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#calendar .day[data-date='2020-02-04']")).isFocused();
        assertThat(page.locator(".day-detail")).containsText("2020-02-04");
        page.keyboard().press("t");
        assertThat(page.locator("#calendar table")).isVisible();
        assertThat(page.url()).contains("table=1");
        page.locator("#calendar .years button", new Page.LocatorOptions().setHasText("2019"))
                .click();
        assertThat(page.locator("#calendar tbody tr")).hasCount(365);
        page.keyboard().press("t");
        page.screenshot(shot("calendar-2019"));
    }

    @Test
    void arrows_walk_the_hours_of_a_line() {
        open("/");
        Locator line = page.locator("#now .line").first();
        line.focus();
        page.keyboard().press("ArrowLeft");
        assertThat(line).hasAttribute("data-figure", "beijing air_hour PM2.5 2020-02-12T15");
        page.keyboard().press("Home");
        assertThat(line).hasAttribute("data-figure", "beijing air_hour PM2.5 2020-02-11T17");
    }

    @Test
    void shows_what_changed_without_being_asked() {
        open("/");
        Row before = store.latest(Measurement.AIR_HOUR, SampleCity.CITY).orElseThrow();
        Row after = Row.builder(before.key())
                .number("pm25", 201_000_000)
                .number("aqi", 251)
                .number("level", 5)
                .text("primary", "PM2.5")
                .number("inputs_present", 1)
                .build();
        tell(after);
        assertThat(page.locator("#now .big-chip")).hasAttribute("data-value", "251");
        tell(before);
        assertThat(page.locator("#now .big-chip")).hasAttribute("data-value", "244");
    }

    private void tell(Row row) {
        store.write(List.of(row));
        store.flush();
        server.publish(List.of(row));
    }

    @Test
    void before_the_first_hour_it_waits_and_an_old_value_looks_old(@TempDir Path empty) {
        state = new PlatformState(
                false,
                Instant.ofEpochSecond(SampleCity.HOUR_END).plus(Duration.ofHours(2)),
                Optional.of(Instant.ofEpochSecond(SampleCity.HOUR_END)),
                true,
                "",
                PlatformState.Conservation.NOTHING);
        open("/");
        assertThat(page.locator(".clock.stale")).containsText("2 小时前");
        page.screenshot(shot("stale-1920"));
        state = new PlatformState(
                false,
                Instant.ofEpochSecond(SampleCity.HOUR_END).plus(Duration.ofHours(4)),
                state.newest(),
                true,
                "",
                PlatformState.Conservation.NOTHING);
        page.reload();
        ready();
        assertThat(page.locator("#now .big-chip")).hasText("–");

        server.close();
        try (Store fresh = QuestDbStore.open(empty)) {
            serve(fresh);
            open("/");
            assertThat(page.locator("#now")).containsText("等待第一个小时");
            SampleCity.fill(fresh);
            server.publish(
                    List.of(fresh.latest(Measurement.AIR_HOUR, SampleCity.CITY).orElseThrow()));
            assertThat(page.locator("#now .line")).hasCount(6);
            page.navigate("about:blank");
        }
        complaints.clear(); // the connection that the closed server broke
    }

    @ParameterizedTest
    @CsvSource({"1920,1080", "1366,768", "390,844"})
    void fits_the_wall_the_desk_and_the_hand(int width, int height) {
        page.setViewportSize(width, height);
        open("/");
        page.screenshot(shot("page-" + width));
        page.screenshot(shot("page-" + width + "-whole").setFullPage(true));
        int wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
        assertThat(wide).isLessThanOrEqualTo(width);
        if (width == 1920) {
            double bottom = page.locator("#calendar").boundingBox().y
                    + page.locator("#calendar").boundingBox().height;
            assertThat(bottom).isLessThanOrEqualTo(height);
        }
        page.locator("#now .pollutant .value").first().click();
        assertThat(page.locator("#receipt .paper")).isVisible();
        page.screenshot(shot("page-" + width + "-receipt"));
    }

    private String valueOf(String key) {
        return page.locator("[data-figure='" + key + "']").first().getAttribute("data-value");
    }

    private void open(String path) {
        page.navigate(origin + path);
        ready();
    }

    private void ready() {
        page.waitForSelector("body[data-ready=true]");
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(origin + path)).build(), HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(response.body());
    }

    private static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png"));
    }
}
