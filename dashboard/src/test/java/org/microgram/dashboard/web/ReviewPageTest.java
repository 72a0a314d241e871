package org.microgram.dashboard.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.microgram.dashboard.review.OneSection;
import org.microgram.messages.readings.SectionSample;
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

    private static final String WATER = "/?lang=en&subject=s-plain&from=2021-04-01#/review/water";

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

    @Test
    void shows_the_samples_of_a_section_that_wait_and_what_lies_beside_each() {
        enterSamples();
        open(WATER);
        // CODMn three times, NH3-N, TP that is missing, TN; and the samples of 00:00, 04:00 and 20:00 that did not
        // come.
        assertThat(page.locator("[data-tasks]")).hasAttribute("data-tasks", "5");
        assertThat(page.locator("[data-why=suspect]")).containsText("out of range");
        assertThat(page.locator("[data-why=missing]")).containsText("TP");
        assertThat(page.locator("[data-why=hole]")).containsText("3 of 6 samples did not come");
        assertThat(page.locator("[data-why=hole]")).containsText("00:00, 04:00, 20:00");
        assertThat(page.locator("[data-why=hole] input")).hasCount(0);
        Locator beside = page.locator("#review-beside[data-beside='s-plain 2021-04-01T16:00 TN']");
        assertThat(beside.locator("[data-line=lineOwn] [data-value]")).hasAttribute("data-value", "80");
        assertThat(beside.locator("[data-line=lineDownstream] [data-value]")).hasAttribute("data-value", "3");
        assertThat(beside.locator("[data-flags=range]")).containsText("out of range");
        assertThat(beside).containsText("maintenance");
        assertThat(beside.locator("[data-key='s-plain water_sample CODMn 2021-04-01T12:00']"))
                .hasAttribute("data-value", "40");
        // Down one row by keyboard: the panel and the address follow.
        page.locator("[data-why=suspect] input").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#review-beside[data-beside='s-plain 2021-04-01T12:00 TP']"))
                .containsText("no target");
        assertThat(page.url()).contains("row=s-plain+2021-04-01T12%3A00+TP");
        page.reload();
        page.locator("#review-beside[data-beside='s-plain 2021-04-01T12:00 TP']")
                .waitFor();
        // What is merely due is a list of its own, and those that people took another.
        page.locator("[data-reason=due]").click();
        assertThat(page.locator("#review-tasks [data-why=due]")).hasCount(2);
        page.locator("[name=byHand]").selectOption("1");
        assertThat(page.locator("#review-tasks tr:has-text('10:00 by hand')")).hasCount(1);
        page.locator("[data-of=air]").click();
        assertThat(page.locator("#review[data-of=air] h2").first()).hasText("Hours that wait");
        page.goBack();
        assertThat(page.locator("#review[data-of=water] #review-tasks tbody tr"))
                .containsText("10:00 by hand");
    }

    @Test
    void takes_decisions_on_samples_and_tells_who_may_take_the_next_step_before_the_click() throws Exception {
        enterSamples();
        person("zhao.yi", Role.REVIEWER);
        logIn("zhao.yi");
        open(WATER);
        page.locator("[data-why=suspect] input").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#review-rules")).containsText("another person, an approver, does the second");
        page.keyboard().press("r");
        page.keyboard().type("bubbles in the cell");
        page.locator("[name=value]").fill("<0.05");
        page.locator("[data-act=set]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-done='1']")).isVisible();
        assertThat(page.locator("[data-why=suspect]")).hasCount(0);
        SectionSample sent = station.samples.get(station.samples.size() - 1);
        assertThat(List.of(sent.author(), sent.reason())).containsExactly("zhao.yi", "bubbles in the cell");
        JsonNode queue = read(get("/api/review?waters=s-plain&from=2021-04-01"));
        assertThat(task(queue, "2021-04-01T16:00", "TN").get("value").asText()).isEqualTo("<0.05");
        page.locator("[data-reason=due]").click();
        page.locator("#review-tasks tr:has-text('first review') input").check();
        assertThat(page.locator("#review-rules")).containsText("You took it here (first review)");
        assertThat(page.locator("#review-bar [data-act=pass]")).isDisabled();
        assertThat(page.locator("#review-bar [data-act=return]")).isEnabled();
    }

    @Test
    void offers_with_a_day_of_samples_what_the_server_says_is_possible() throws Exception {
        enterSamples();
        String day = "{\"action\":\"pass\",\"section\":\"s-plain\",\"from\":\"2021-04-01\"}";
        done(act(token("zhao", Role.REVIEWER), day));
        person("he.lin", Role.APPROVER);
        logIn("he.lin");
        open(WATER);
        Locator pass = page.locator("#review-days [data-act=pass]");
        pass.click();
        assertThat(page.locator("#review-days tbody tr")).containsText("second review 4second review he.lin");
        assertThat(pass).isDisabled();
        assertThat(page.locator("#review-days .against")).containsText("another person");
        done(act(token("sun", Role.APPROVER), day));
        page.reload();
        assertThat(page.locator("#review-days tbody tr")).containsText("final 4");
        assertThat(pass).hasCount(0);
        boolean locks = page.evaluate(
                        "async () => (await (await fetch('/api/review?waters=s-plain&from=2021-04-01')).json()).may.lock")
                .equals(true);
        assertThat(page.locator("#review-days [data-act=lock]")).hasCount(locks ? 1 : 0);
    }

    private void enterSamples() {
        station.now = (OneSection.NOON + 2 * 86_400) * 1000;
        station.enter(OneSection.samples());
        station.enter(OneSection.suspectSamples());
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
