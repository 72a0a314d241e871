package org.microgram.dashboard.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

@DisplayName("The page of the rivers in a real Chromium")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RiversPageTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    private static Path directory;

    private static Store store;
    private static WebServer server;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void open() {
        if (!Files.isExecutable(CHROMIUM)) {
            String todo = CHROMIUM + " is missing: apt-get install chromium fonts-noto-cjk";
            if ("true".equals(System.getenv("CI"))) {
                fail(todo);
            }
            assumeTrue(false, todo);
        }
        store = QuestDbStore.open(directory);
        SampleRivers.fill(store); // and no air: the page of the rivers needs none
        server = new WebServer(
                new WebServer.Sources(
                        store,
                        SampleRivers.network(),
                        new SampleReceipts(),
                        SampleCity::comparisons,
                        SampleCity::state),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                WebServer.LOOPBACK,
                0);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
            server.close();
            store.close();
        }
    }

    @BeforeEach
    void openPage() {
        context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1920, 1080).setReducedMotion(ReducedMotion.REDUCE));
        page = context.newPage();
        page.setDefaultTimeout(10_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(origin())) {
                complaints.add("asked elsewhere: " + request.url());
            }
        });
    }

    @AfterEach
    void nothing_was_complained_about() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void every_section_is_there_once_with_the_class_of_its_row() {
        go("/#/rivers", "2021-04");
        assertThat(page.locator("#rivers .stop")).hasCount(6);
        List<Row> rows = new ArrayList<>();
        store.scan(
                Measurement.WATER_MONTH,
                List.of(),
                Hours.startOfDay(SampleRivers.LAST.withDayOfMonth(1)),
                Hours.startOfDay(SampleRivers.LAST.plusMonths(1).withDayOfMonth(1)),
                rows::add);
        assertThat(rows).hasSize(4);
        for (Row row : rows) {
            assertThat(stop(row.subject().id())).hasAttribute("data-value", Long.toString(row.number("class")));
        }
        assertThat(stop("s-mute")).containsText("本月无数据");
        assertThat(stop("s-closed")).containsText("未运行");
        assertThat(page.locator("#rivers-lines [data-river=main] .stop .stop-name"))
                .hasText(new String[] {"上游桥", "下游桥"});
        assertThat(page.locator("#rivers-lines [data-river=side] .join")).containsText("汇入 干流");
        assertThat(page.locator("#rivers-tray .stop")).hasCount(3);
    }

    @Test
    void the_sentence_on_top_counts_and_names_what_is_worse_than_v() {
        go("/#/rivers", "2021-04");
        assertThat(page.locator("#rivers-sentence"))
                .hasText("2021-04:已评价 3 个断面,1 个达到Ⅰ–Ⅲ类,劣Ⅴ类 1 个:支流口。另有 1 个有效数据不足、2 个未评价,共 6 个。");
    }

    @Test
    void a_class_is_told_by_its_sign_and_its_outline_and_not_by_colour_alone() {
        go("/#/rivers", "2021-04");
        assertThat(stop("s-side").locator(".this-month text")).hasText("劣Ⅴ");
        assertThat(stop("s-side").locator(".this-month polygon")).hasCount(2);
        assertThat(stop("s-upper").locator(".this-month polygon")).hasCount(1);
        assertThat(stop("s-few").locator(".this-month.unsure")).hasCount(1);
        assertThat(stop("s-upper").locator(".this-month.unsure")).hasCount(0);
        assertThat(stop("s-lower").locator(".before")).hasCount(3);
        assertThat(stop("s-lower")).containsText("高锰酸盐指数(0.4)"); // 8.5 of 6
        assertThat(stop("s-lower")).hasClass("stop missed");
    }

    @Test
    void the_account_opens_by_keyboard_and_shows_what_the_server_answers() {
        go("/#/rivers", "2021-04");
        stop("s-upper").focus();
        page.keyboard().press("ArrowRight");
        assertThat(stop("s-lower")).isFocused();
        page.keyboard().press("Enter");
        assertThat(account("s-lower year CODMn keep")).hasAttribute("data-value", "5.45");
        assertThat(account("s-lower year CODMn keep")).hasAttribute("title", "5.45125");
        assertThat(account("s-lower month CODMn keep")).hasAttribute("data-value", "1.18");
        assertThat(page.locator("#section-account")).containsText("2021-04 8.5 (0.207083)");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Enter");
        assertThat(page.locator("#section-account")).containsText("没有一项超出目标");
        stop("s-mute").click();
        assertThat(page.locator("#section-account")).containsText("没有目标");
    }

    @Test
    void the_month_is_part_of_the_address_and_another_is_a_step_away() {
        go("/?month=2021-02#/rivers", "2021-02");
        assertThat(page.locator("#rivers-sentence")).containsText("2021-02");
        page.locator(".rivers-picker button").first().click();
        page.waitForSelector("body[data-rivers='2021-01']");
        assertThat(page.url()).contains("month=2021-01").endsWith("#/rivers");
        assertThat(stop("s-closed")).hasAttribute("data-value", "1");
    }

    @Test
    void english_says_all_of_it_too() {
        go("/?lang=en#/rivers", "2021-04");
        assertThat(page.locator("#rivers-sentence"))
                .hasText("2021-04: of 3 sections assessed 1 reach I–III, 1 are worse than V: s-side."
                        + " 1 more have too few data, 2 are not assessed; 6 in all.");
        stop("s-side").click();
        assertThat(account("s-side year NH3-N mean")).hasAttribute("data-value", "2.60");
        assertThat(page.locator("#rivers").innerText()).doesNotContain("目标").doesNotContain("断面");
        page.locator("#head .language").click();
        assertThat(page.locator("#rivers-sentence")).containsText("已评价");
    }

    @ParameterizedTest
    @CsvSource({"1920,1080", "1366,768", "390,844"})
    void fits_the_wall_the_desk_and_the_hand(int width, int height) {
        page.setViewportSize(width, height);
        go("/#/rivers", "2021-04");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "rivers-" + width + ".png"))
                .setFullPage(true));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    private Locator stop(String section) {
        return page.locator("#rivers .stop[data-section='" + section + "']");
    }

    private Locator account(String key) {
        return page.locator("#section-account [data-account='" + key + "']");
    }

    private void go(String path, String month) {
        page.navigate(origin() + path);
        page.waitForSelector("body[data-rivers='" + month + "']");
    }

    private static String origin() {
        return "http://127.0.0.1:" + server.port();
    }
}
