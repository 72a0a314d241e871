package org.microgram.dashboard.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microgram.messages.network.NetworkLoader;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterLevel;

@DisplayName("The page of the rivers in a real Chromium")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RiversPageTest extends OnTheRivers {

    @Test
    void every_section_is_there_once_with_the_class_of_its_row() {
        go("/#/rivers", "2021-04");
        assertThat(page.locator("#rivers .stop")).hasCount(6);
        List<Row> rows = rows(List.of());
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
                .hasText("2021-04:有效数据足够的断面 3 个,其中 1 个达到Ⅰ–Ⅲ类,劣Ⅴ类 1 个:支流口。" + "另有 1 个有效数据不足,仅供参考,2 个未评价,共 6 个。");
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
        stop("s-upper").locator(".stop-name").focus();
        page.keyboard().press("ArrowRight");
        assertThat(stop("s-lower").locator(".stop-name")).isFocused();
        page.keyboard().press("Enter");
        assertThat(account("s-lower year CODMn keep")).hasAttribute("data-value", "5.45");
        assertThat(account("s-lower year CODMn keep")).hasAttribute("title", "5.45125");
        assertThat(account("s-lower month CODMn keep")).hasAttribute("data-value", "1.18");
        assertThat(page.locator("#section-account")).containsText("2021-04 8.5 (0.207083)");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Enter");
        assertThat(page.locator("#section-account")).containsText("没有一项超出目标");
        stop("s-mute").locator(".stop-name").click();
        assertThat(page.locator("#section-account")).containsText("没有目标");
    }

    @Test
    void the_month_is_part_of_the_address_and_another_is_a_step_away() {
        go("/?month=2021-02#/rivers", "2021-02");
        assertThat(page.locator("#rivers-sentence")).containsText("2021-02");
        page.locator(".month-picker button").first().click();
        page.waitForSelector("body[data-rivers='2021-01']");
        assertThat(page.url()).contains("month=2021-01").endsWith("#/rivers");
        assertThat(stop("s-closed")).hasAttribute("data-value", "1");
    }

    @Test
    void english_says_all_of_it_too() {
        go("/?lang=en#/rivers", "2021-04");
        assertThat(page.locator("#rivers-sentence"))
                .hasText("2021-04: of 3 sections with enough valid data 1 reach I–III, 1 are worse than V: s-side."
                        + " 1 more have too few data, for reference only; 2 are not assessed; 6 in all.");
        stop("s-side").locator(".stop-name").click();
        assertThat(account("s-side year NH3-N mean")).hasAttribute("data-value", "2.60");
        assertThat(page.locator("#rivers").innerText()).doesNotContain("目标").doesNotContain("断面");
        page.locator("#head .language").click();
        assertThat(page.locator("#rivers-sentence")).containsText("有效数据足够");
    }

    @Test
    void a_row_that_changes_is_seen_without_being_asked_for() {
        go("/#/rivers", "2021-04");
        stop("s-upper").locator(".stop-name").focus();
        Row before = rows(List.of(Subject.section("s-upper"))).get(0);
        Row after = withClass(before, 5);
        try {
            write(after);
            assertThat(stop("s-upper")).hasAttribute("data-value", "5");
            assertThat(stop("s-upper").locator(".stop-name")).isFocused();
            openSection("s-upper", "2021-04");
            assertThat(figure("s-upper water_month class 2021-04").first()).hasAttribute("data-value", "5");
        } finally {
            write(before);
        }
        assertThat(figure("s-upper water_month class 2021-04").first())
                .hasAttribute("data-value", Long.toString(before.number("class")));
    }

    @Test
    void all_173_sections_of_the_configuration_are_listed_with_or_without_data() {
        WebServer whole = new WebServer(
                new Sources(
                        parts.store(),
                        NetworkLoader.load(Path.of("..", "config")),
                        new SampleReceipts(),
                        SampleCity::comparisons,
                        SampleCity::state),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                WebServer.LOOPBACK,
                0);
        try (whole) {
            origin = "http://127.0.0.1:" + whole.port();
            go("/?month=2021-04#/rivers", "2021-04");
            assertThat(page.locator("#rivers .stop")).hasCount(173);
            assertThat(page.locator("#rivers-sentence")).containsText("共 173 个");
            assertThat(new HashSet<>(page.locator("#rivers .stop-signs").all().stream()
                            .map(link -> link.getAttribute("href"))
                            .toList()))
                    .hasSize(173);
        } finally {
            page.navigate("about:blank");
            complaints.removeIf(text -> text.contains("ERR_")); // the connection that the closed server broke
        }
    }

    @Test
    void the_colours_of_the_classes_are_those_of_the_table() {
        go("/#/rivers", "2021-04");
        assertThat(page.locator(".class-legend .diamond")).hasCount(WaterClass.ALL.size());
        for (WaterClass each : WaterClass.ALL) {
            assertThat(page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--water-"
                            + each.number() + "').trim()"))
                    .isEqualTo("rgb(" + WaterLevel.rgb(each) + ")");
        }
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

    private Locator account(String key) {
        return page.locator("#section-account [data-account='" + key + "']");
    }

    /** Of April, in the store now. */
    private static List<Row> rows(List<Subject> subjects) {
        List<Row> rows = new ArrayList<>();
        parts.store()
                .scan(
                        Measurement.WATER_MONTH,
                        subjects,
                        Hours.startOfDay(SampleRivers.LAST.withDayOfMonth(1)),
                        Hours.startOfDay(SampleRivers.LAST.plusMonths(1).withDayOfMonth(1)),
                        rows::add);
        return rows;
    }

    private static Row withClass(Row row, long number) {
        Row.Builder changed = Row.builder(row.key());
        List<Field> fields = row.measurement().fields();
        for (int i = 0; i < fields.size(); i++) {
            if (row.has(i) && fields.get(i).isText()) {
                changed.text(i, row.text(i));
            } else if (row.has(i)) {
                changed.number(i, row.number(i));
            }
        }
        return changed.number("class", number).build();
    }

    private static void write(Row row) {
        parts.store().write(List.of(row));
        parts.store().flush();
        parts.server().publish(List.of(row));
    }
}
