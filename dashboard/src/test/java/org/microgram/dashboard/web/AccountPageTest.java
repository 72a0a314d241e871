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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.dashboard.query.AccountJson;
import org.microgram.dashboard.query.AccountView;
import org.microgram.dashboard.query.GivenTarget;
import org.microgram.dashboard.query.Views;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.network.Target;
import org.microgram.messages.network.Targets;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.JudgedAt;
import org.microgram.standards.account.MeanAccount;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.views.Span;
import org.microgram.store.MemoryStore;
import org.microgram.store.Store;

@DisplayName("The page of the account")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class AccountPageTest extends InChromium {

    private static final LocalDate AS_OF = LocalDate.of(2019, 2, 10);
    private static final Target TARGET = target("example", Indicator.PM25_MEAN, 42);
    private static final List<Target> OF_DAYS = List.of(
            target("good", Indicator.GOOD_DAYS, 205),
            target("heavy", Indicator.HEAVY_DAYS, 20),
            target("ozone", Indicator.O3_P90, 150));

    private static WebServer server;
    private static AccountView view;
    private static Network network;
    private static Store store;

    @BeforeAll
    static void open() {
        network = org.microgram.dashboard.SampleCity.network();
        store = new MemoryStore();
        org.microgram.dashboard.SampleCity.write(store, network, org.microgram.dashboard.SampleCity.readings(7));
        Targets targets = new Targets(
                10, Stream.concat(Stream.of(TARGET), OF_DAYS.stream()).toList());
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
        open("&lang=" + lang, "#/account");
    }

    private void open(String query, String hash) {
        page.navigate("about:blank");
        page.navigate(origin + "/?through=" + AS_OF + query + hash);
        page.waitForSelector("body[data-account='" + AS_OF + "']");
    }

    private static Target target(String id, Indicator indicator, int value) {
        return new Target(
                id,
                Subject.area("beijing"),
                Span.year(2019),
                indicator,
                Fraction.of(value),
                value + " " + indicator.unit(),
                JudgedAt.halfEven(0),
                List.of(),
                "a test",
                true);
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
        at.locator("#account .cost-days .day[tabindex='0']").focus();
        at.keyboard().press("?");
        assertThat(at.locator("#receipt .paper, #receipt article")).isVisible();
    }

    @Test
    void shows_of_good_days_heavy_days_and_ozone_the_figures_that_the_command_writes() {
        for (Target target : OF_DAYS) {
            Map<String, Object> json = view.of(target, Optional.of(AS_OF)).json();
            Locator panel = page.locator("#account .other-target[data-target='" + target.id() + "']");
            List<Locator> figures = panel.locator("[data-account]").all();
            assertThat(figures).hasSizeGreaterThan(3);
            for (Locator figure : figures) {
                Object value = json.get(figure.getAttribute("data-account"));
                assertThat(figure.getAttribute("data-value"))
                        .as(target.id() + " " + figure.getAttribute("data-account"))
                        .isEqualTo(value == null ? "" : value.toString());
            }
        }
        Map<String, Object> good = view.of(OF_DAYS.get(0), Optional.of(AS_OF)).json();
        Locator panel = page.locator("[data-target='good']");
        assertThat(panel.locator(".mark.yes")).hasCount((Integer) good.get("count"));
        assertThat(panel.locator(".mark.no")).hasCount((Integer) good.get("evaluated") - (Integer) good.get("count"));
        assertThat(panel.locator(".mark.missing")).hasCount(((List<?>) good.get("missing_days")).size());
        assertThat(panel.locator(".mark.to-come")).hasCount((Integer) good.get("r"));
    }

    @Test
    void makes_a_target_of_ozone_the_pages_own_by_its_button_and_walks_its_days_and_has_them_as_a_table_by_T() {
        Map<String, Object> ozone = view.of(OF_DAYS.get(2), Optional.of(AS_OF)).json();
        page.locator("[data-target='ozone'] .panel-head button").click();
        Locator hero = page.locator("#account-hero[data-target='ozone']");
        assertThat(hero.locator(".bar.over")).hasCount((Integer) ozone.get("over"));
        assertThat(hero.locator(".bar.free")).hasCount((Integer) ozone.get("left"));
        assertThat(page.url()).contains("target=ozone");
        assertThat(hero.locator(".account-sentence").textContent())
                .contains("还可有 " + ozone.get("left") + " 天任意高", "至多 " + ozone.get("highest_others") + " µg/m³");
        assertThat(page.locator("[data-target='example'] .other-sentence").textContent())
                .contains(json(AS_OF).get("spent") + " / 42 枚");
        hero.locator(".bar[tabindex='0']").focus();
        page.keyboard().press("ArrowRight");
        assertThat((String) page.evaluate("document.activeElement.getAttribute('aria-label')"))
                .startsWith("第 2 高");
        page.keyboard().press("t");
        assertThat(hero.locator("tbody tr")).hasCount((Integer) ozone.get("over"));
    }

    @Test
    void opens_a_day_by_Enter_into_the_stored_hours_of_its_members_and_Escape_goes_back() {
        page.locator("#account .cost-days .day[tabindex='0']").focus();
        page.keyboard().press("Enter");
        page.waitForSelector("#account-day[data-day='" + AS_OF + "']");
        assertThat(page.url()).contains("day=" + AS_OF);
        Locator panel = page.locator("#account-day");
        List<String> members = network.members("beijing", AS_OF);
        assertThat(panel.locator("tbody tr")).hasCount(members.size());
        Map<String, String> shown = new TreeMap<>();
        for (Object each : (List<?>) panel.locator("td:not(.mean) button.hour")
                .evaluateAll("cells => cells.map(cell => [cell.dataset.figure, cell.dataset.value])")) {
            List<?> pair = (List<?>) each;
            shown.put(pair.get(0).toString(), pair.get(1).toString());
        }
        assertThat(shown).isEqualTo(storedHours(members, AS_OF)).hasSize(24 * (members.size() + 1));
        assertThat(panel.locator("tbody td[data-pull]:not([data-pull=''])")).hasCount((int)
                members.stream().filter(id -> isValid(id, AS_OF)).count());

        Locator first = panel.locator("button.hour[tabindex='0']");
        String from = first.getAttribute("data-figure");
        assertThat(first).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        assertThat((String) page.evaluate("document.activeElement.dataset.figure"))
                .isNotEqualTo(from)
                .endsWith("T02");
        page.keyboard().press("Enter");
        assertThat(page.locator("#receipt")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#receipt")).isHidden();
        assertThat(panel).isVisible();
        page.keyboard().press("Escape");
        assertThat(panel).isHidden();
        assertThat((String) page.evaluate("document.activeElement.dataset.date"))
                .isEqualTo(AS_OF.toString());
        assertThat(page.url()).doesNotContain("day=");
    }

    @Test
    void opens_a_day_of_the_address_with_those_who_were_members_on_it_and_scrolls_inside_on_a_telephone() {
        page.setViewportSize(390, 844);
        open("&day=2019-02-09", "#/account"); // 古城 joined a day later
        page.waitForSelector("#account-day[data-day='2019-02-09']");
        assertThat(page.locator("#account-day tbody tr")).hasCount(4);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        assertThat((Boolean) page.locator(".day-scroll").evaluate("box => box.scrollWidth > box.clientWidth"))
                .isTrue();
        APIResponse wrong = page.request().get(origin + "/api/account/day?day=30.2.2019");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("\"expected\"");
    }

    @Test
    void holds_a_unit_or_a_station_without_a_target_against_the_concentration_that_stands_there() {
        for (Subject subject : List.of(Subject.area("dongcheng"), Subject.station("1003A"))) {
            page.selectOption("#account-subject", subject.id());
            assertThat(page.locator("#account h1")).containsText(name(subject));
            Target given = GivenTarget.parse("42", subject, Span.year(2019), "").orElseThrow();
            Map<String, Object> json = view.of(given, Optional.of(AS_OF)).json();
            assertThat(page.locator("#account-sentence").textContent())
                    .contains(json.get("spent") + " / 42 枚", json.get("allowed") + " µg/m³");
            assertThat(page.url()).contains("subject=" + subject.id(), "target=42");
        }
        assertThat(page.locator("#account-stations")).hasCount(0);
    }

    private static String name(Subject subject) {
        return new Subjects(network).nameZh(subject);
    }

    /** As {@code query} prints them: of a station as received, of the city rounded; nothing where there is none. */
    private static Map<String, String> storedHours(List<String> members, LocalDate day) {
        List<Subject> subjects = Stream.concat(
                        members.stream().map(Subject::station), Stream.of(Subject.area("beijing")))
                .toList();
        Map<String, String> values = new TreeMap<>();
        for (Subject subject : subjects) {
            for (int hour = 1; hour <= 24; hour++) {
                values.put("%s air_hour PM2.5 %sT%02d".formatted(subject.id(), day, hour), "");
            }
        }
        store.scan(Measurement.AIR_HOUR, subjects, ChinaTime.startOf(day), ChinaTime.startOf(day.plusDays(1)), row -> {
            long hour = (row.key().endSecond() - ChinaTime.startOf(day)) / 3600;
            if (row.has("pm25")) {
                values.put(
                        "%s air_hour PM2.5 %sT%02d".formatted(row.subject().id(), day, hour),
                        Scaled.print(row.number("pm25"), Scaled.DIGITS));
            }
        });
        return values;
    }

    private static boolean isValid(String station, LocalDate day) {
        List<String> status = new ArrayList<>();
        store.scan(
                Measurement.AIR_DAY,
                List.of(Subject.station(station)),
                ChinaTime.startOf(day),
                ChinaTime.startOf(day.plusDays(1)),
                row -> status.add(row.text("pm25_status")));
        return status.contains("ok");
    }

    @Test
    void tells_who_asks_for_what_there_is_not_what_there_is() {
        Map<String, Integer> wrong = Map.of(
                "subject=nowhere", 404,
                "target=none", 404,
                "subject=beijing&as-of=2018-06-30", 404,
                "as-of=30.6.2019", 400,
                "what-if=ten", 400);
        wrong.forEach((asked, status) -> {
            APIResponse answer = page.request().get(origin + "/api/account?" + asked);
            assertThat(answer.status()).as(asked).isEqualTo(status);
            assertThat(answer.text()).as(asked).contains("\"found\"", "\"expected\"", "\"todo\"");
        });
    }

    @Test
    void opens_the_receipt_of_a_figure_of_a_configured_target_and_of_no_other() {
        Locator allowed = page.locator("#account-hero [data-account='allowed']");
        assertThat(allowed).hasAttribute("data-figure", "beijing air_account example:allowed " + AS_OF);
        assertThat(page.locator("[data-target='ozone'] [data-account='highest_each']"))
                .hasAttribute("data-figure", "beijing air_account ozone:each_may " + AS_OF);
        allowed.click();
        assertThat(page.locator("#receipt")).isVisible();
        assertThat(page.url()).contains("explain=beijing%20air_account%20example%3Aallowed%20" + AS_OF);
        complaints.removeIf(each -> each.contains("404")); // the receipts of this sample know no account

        open("&lang=zh&target=50", "#/account");
        assertThat(page.locator("#account-hero [data-account='allowed']")).hasCount(1);
        assertThat(page.locator("#account-hero [data-account='allowed'][data-figure]"))
                .hasCount(0);
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
