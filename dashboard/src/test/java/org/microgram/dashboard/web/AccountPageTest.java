package org.microgram.dashboard.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microgram.dashboard.query.AccountJson;
import org.microgram.dashboard.query.AccountView;
import org.microgram.dashboard.query.Views;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.network.Target;
import org.microgram.messages.network.Targets;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.JudgedAt;
import org.microgram.standards.account.MeanAccount;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.views.Span;
import org.microgram.store.MemoryStore;
import org.microgram.store.Store;

@DisplayName("The page of the account")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class AccountPageTest extends InChromium {

    private static final LocalDate AS_OF = LocalDate.of(2019, 2, 10);
    private static final Target TARGET = new Target(
            "example",
            Subject.area("beijing"),
            Span.year(2019),
            Indicator.PM25_MEAN,
            Fraction.of(42),
            "42 µg/m³",
            JudgedAt.halfEven(0),
            List.of(),
            "a test",
            true);

    private static WebServer server;
    private static AccountView view;

    @BeforeAll
    static void open() {
        Network network = org.microgram.dashboard.SampleCity.network();
        Store store = new MemoryStore();
        org.microgram.dashboard.SampleCity.write(store, network, org.microgram.dashboard.SampleCity.readings(7));
        Targets targets = new Targets(10, List.of(TARGET));
        view = new AccountView(store, new Views(store, network, PublishedBases.NONE), network, targets);
        server = new WebServer(
                new Sources(
                        store,
                        network,
                        new SampleReceipts(),
                        SampleCity::comparisons,
                        SampleCity::state,
                        PublishedBases.NONE,
                        targets,
                        Reviewing.LOOKING),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                WebServer.LOOPBACK,
                0);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void go() {
        origin = "http://127.0.0.1:" + server.port();
        open("zh");
    }

    private void open(String lang) {
        page.navigate(origin + "/?through=" + AS_OF + "&lang=" + lang + "#/account");
        page.waitForSelector("body[data-account='" + AS_OF + "']");
    }

    private static Map<String, Object> json(LocalDate asOf) {
        MeanAccount account = view.account(TARGET, Optional.of(asOf));
        return AccountJson.of(TARGET, account, Optional.empty(), view.pulls(TARGET.subject(), account));
    }

    @Test
    void shows_the_figures_of_the_account_as_the_command_writes_them() {
        Map<String, Object> json = json(AS_OF);
        assertThat(page.locator("#account-sentence").textContent())
                .contains(json.get("spent") + " / 42 枚", "余 " + json.get("r") + " 天", json.get("allowed") + " µg/m³");
        for (String figure : List.of("allowed", "margin_judged", "allowed_had_they_been_as_their_month")) {
            Locator shown = page.locator("[data-account='" + figure + "']");
            if (shown.count() > 0) {
                assertThat(shown.getAttribute("data-value")).as(figure).isEqualTo(String.valueOf(json.get(figure)));
            }
        }
        List<?> months = (List<?>) json.get("months");
        for (Object each : months) {
            Map<?, ?> month = (Map<?, ?>) each;
            assertThat(page.locator("strong[data-month='" + month.get("month") + "']"))
                    .hasAttribute("data-value", month.get("cost").toString());
        }
        for (Object each : (List<?>) json.get("stations")) {
            Map<?, ?> station = (Map<?, ?>) each;
            assertThat(page.locator(".pulls [data-station='" + station.get("station") + "']"))
                    .hasAttribute("data-value", station.get("pull").toString());
        }
    }

    @Test
    void draws_every_day_that_is_gone_with_its_cost_or_as_missing_and_every_coin() {
        Map<String, Object> json = json(AS_OF);
        assertThat(page.locator("#account .day[data-cost]")).hasCount((Integer) json.get("n"));
        assertThat(page.locator("#account .day.missing")).hasCount(((List<?>) json.get("missing_days")).size());
        assertThat(page.locator("#account .day")).hasCount(365);
        assertThat(page.locator("#account .coin:not(.over)")).hasCount(42);
        assertThat(page.locator("#account .coins").getAttribute("data-coins"))
                .isEqualTo(String.join(
                        " ",
                        ((List<?>) json.get("coins"))
                                .stream().map(Object::toString).toList()));
        assertThat(page.locator("#account .coins").getAttribute("aria-label"))
                .as("those who cannot see the coins are told the sentence")
                .isEqualTo(page.locator("#account-sentence").textContent());
    }

    @Test
    void goes_a_day_back_by_the_left_arrow_and_shows_a_table_for_the_runway_by_T() {
        page.locator("#account h1").click();
        page.keyboard().press("ArrowLeft");
        page.waitForSelector("body[data-account='" + AS_OF.minusDays(1) + "']");
        assertThat(page.url()).contains("through=" + AS_OF.minusDays(1));
        assertThat(page.locator("#account-sentence").textContent())
                .contains(json(AS_OF.minusDays(1)).get("allowed").toString());
        page.keyboard().press("t");
        assertThat(page.locator("#account-runway table tbody tr")).hasCount(12);
    }

    @Test
    void is_complete_in_English_and_on_a_telephone_and_opens_the_receipt_of_a_day_by_the_keyboard() {
        page.setViewportSize(390, 844);
        open("en");
        Page at = page;
        assertThat(at.locator("#account-sentence").textContent()).contains("coins spent");
        assertThat((Boolean) at.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing has to be scrolled sideways")
                .isTrue();
        at.locator("#account .day[tabindex='0']").focus();
        at.keyboard().press("Enter");
        assertThat(at.locator("#receipt .paper, #receipt article")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({
        "subject=nowhere,404",
        "target=none,404",
        "subject=beijing&as-of=2018-06-30,404",
        "as-of=30.6.2019,400",
        "what-if=ten,400"
    })
    void tells_who_asks_for_what_there_is_not_what_there_is(String asked, int status) {
        APIResponse answer = page.request().get(origin + "/api/account?" + asked);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).contains("\"found\"", "\"expected\"", "\"todo\"");
    }

    @Test
    void puts_the_coins_on_the_first_page_with_a_link_to_the_account() {
        page.navigate("about:blank");
        page.navigate(origin + "/");
        page.waitForSelector("#coins .coin");
        assertThat(page.locator("#coins .account-sentence")).isVisible();
        assertThat(new BigDecimal(page.locator("#coins .coin").count())).isGreaterThanOrEqualTo(new BigDecimal(42));
        page.locator("#coins h2 a").click();
        page.waitForSelector("#account-hero");
    }
}
