package org.microgram.dashboard.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.access.Role;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

@DisplayName("The review page in a real Chromium")
@ExtendWith(Chromium.class)
class ReviewPageTest extends AtTheReview {

    @TempDir
    Path folder;

    @Override
    Store stationStore() {
        return QuestDbStore.open(folder);
    }

    private static final String PAGE = "/?lang=en&subject=s1&from=2019-02-12&to=2019-02-12#/review";

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void allowForLogIns() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @BeforeEach
    void openPage() {
        context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1366, 768)
                        .setReducedMotion(ReducedMotion.REDUCE));
        page = context.newPage();
        page.setDefaultTimeout(10_000);
        page.onConsoleMessage(message -> {
            // A refusal is an answer; the browser counts it among its errors.
            if (message.type().equals("error") && !message.text().matches(".*status of (409|503).*")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error));
    }

    @AfterEach
    void nothing_was_complained_about() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void shows_the_queue_to_somebody_who_only_looks_and_no_button() {
        open(PAGE);
        assertThat(page.locator("[data-tasks]")).hasAttribute("data-tasks", "99");
        assertThat(page.locator("[data-why=suspect]")).containsText("end of scale");
        assertThat(page.locator("[data-why=missing]").first()).containsText("SO2");
        assertThat(page.locator("[data-act]")).hasCount(0);
        assertThat(page.locator("#review-bar")).containsText("log in to review");
        // The value is a figure like any other.
        page.locator("[data-why=suspect] .figure").click();
        assertThat(page.locator("[data-receipt='s1 air_hour PM10 2019-02-12T10']"))
                .hasAttribute("data-value", "1000");
    }

    @Test
    void takes_decisions_by_keyboard_and_shows_what_the_store_gives_back() throws Exception {
        person("zhao.yi", Role.REVIEWER);
        logIn("zhao.yi");
        open(PAGE);
        Locator clipped = page.locator("[data-why=suspect] input");
        clipped.focus();
        page.keyboard().press("Space");
        assertThat(page.locator("[data-act=invalid]")).isEnabled();
        page.locator("[data-act=invalid]").click();
        assertThat(page.locator(".said")).containsText("a reason first");
        page.locator("[data-why=suspect] input").focus();
        page.keyboard().press("r");
        page.keyboard().type("clipped");
        page.locator("[name=code]")
                .selectOption(
                        "T "
                                + page.evaluate(
                                        "() => [...document.querySelectorAll('[name=code] option')].find(o => o.value.startsWith('T ')).value.slice(2)"));
        page.locator("[data-act=invalid]").click();
        assertThat(page.locator("[data-done='1']")).isVisible();
        assertThat(page.locator("[data-why=suspect]")).hasCount(0);
        assertThat(read(get("/api/explain?key=s1+air_hour+PM10+2019-02-12T10")).toString())
                .contains("zhao.yi", "clipped");
        // The same person is refused the next step, and told why.
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("One 2019-02-12 pass the day"))
                .click();
        assertThat(page.locator(".problems")).containsText("another person must pass it");
    }

    @Test
    void tries_again_under_the_same_key_until_it_was_kept() throws Exception {
        person("zhao.yi", Role.REVIEWER);
        logIn("zhao.yi");
        open(PAGE);
        List<String> keys = new ArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("POST")) {
                keys.add(request.headers().get("idempotency-key"));
            }
        });
        Locator pass =
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("One 2019-02-12 pass the day"));
        lost = true;
        pass.click();
        assertThat(page.locator(".problems")).isVisible();
        pass.click();
        assertThat(page.locator("[data-done='1']")).isVisible();
        assertThat(keys).hasSize(2);
        assertThat(keys.get(0)).isEqualTo(keys.get(1));
    }

    @Test
    void follows_what_others_do() throws Exception {
        open(PAGE);
        String he = token("he", Role.APPROVER);
        var rows = station.sent.size();
        done(act(he, "{\"action\":\"pass\",\"station\":\"s1\",\"from\":\"2019-02-12\"}"));
        assertThat(station.sent.size()).isGreaterThan(rows);
        server.publish(List.copyOf(station.job.rows().values()));
        assertThat(page.locator("#review-days tbody tr")).containsText("first review");
        assertThat(page.locator("[data-why=suspect]")).hasCount(0);
    }

    private void logIn(String name) {
        page.navigate("http://127.0.0.1:" + server.port() + "/login");
        page.locator("#name").fill(name);
        page.locator("#password").fill(PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL("**/");
    }

    private void open(String path) {
        page.navigate("http://127.0.0.1:" + server.port() + path);
        page.locator("#review[data-ready]").waitFor();
    }
}
