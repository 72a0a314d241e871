package org.microgram.dashboard.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microgram.dashboard.query.Query;

@DisplayName("The page of a section in a real Chromium")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SectionPageTest extends OnTheRivers {

    @Test
    void the_page_of_a_section_opens_by_keyboard_and_the_way_back_leads_to_where_one_was() {
        go("/#/rivers", "2021-04");
        stop("s-upper").locator(".stop-signs").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        page.waitForSelector("body[data-section='s-lower']");
        assertThat(page.url()).endsWith("?month=2021-04#/section/s-lower");
        assertThat(page.locator("#section-name")).isFocused();
        assertThat(page.locator("#section-sentence")).hasText("截至 2021-04:当年累计Ⅳ类(轻度污染),本月Ⅳ类(轻度污染);目标Ⅲ类,未达标。");
        assertThat(page.locator("#section-account [data-account='s-lower year CODMn keep']"))
                .hasAttribute("data-value", "5.45");
        page.goBack();
        page.waitForSelector("body[data-rivers='2021-04']");
        assertThat(stop("s-lower").locator(".stop-signs")).isFocused();
    }

    @ParameterizedTest
    @CsvSource({
        "s-lower,2021-04,water_month",
        "s-few,2021-04,water_sample",
        "s-side,2021-04,water_to_date",
        "s-closed,2021-04&day=2021-01-15,/manual",
        "s-upper,2021-04,water_day",
        "s-lower,2021-12,water_year"
    })
    void every_figure_of_a_section_is_what_query_writes(String section, String month, String among) {
        openSection(section, month, "&table=1");
        Map<String, String> queried = QueriedFigures.of(new Query(parts.store(), SampleRivers.network()), section);
        List<Map<String, String>> shown = shown();
        assertThat(shown).hasSizeGreaterThan(40).anyMatch(figure -> figure.get("key")
                .contains(among));
        for (Map<String, String> figure : shown) {
            String key = figure.get("key");
            String expected = queried.getOrDefault(key, "");
            if (figure.get("value").isEmpty() || expected.isEmpty()) {
                // a sample below detection shows its limit, which is no value
                assertThat(figure.get("text").startsWith("<") ? "" : figure.get("value"))
                        .as(key)
                        .isEqualTo(expected);
            } else {
                assertThat(new BigDecimal(figure.get("value"))).as(key).isEqualByComparingTo(expected);
            }
            assertThat(figure.get("receipt")).isEqualTo(key);
        }
    }

    @Test
    void nothing_is_dropped_from_the_drawing_of_a_year() {
        openSection("s-few", "2021-04");
        assertThat(page.locator("[data-month]").and(page.locator("#section-strip li")))
                .hasCount(12);
        assertThat(page.locator("#section-strip .to-come")).hasCount(8);
        assertThat(marks("NH3-N", "day-dots")).isEqualTo(12); // four days a month; the 2nd is below detection
        assertThat(marks("NH3-N", "day-below")).isEqualTo(4);
        assertThat(marks("TP", "day-dots")).isEqualTo(12); // the 3rd has no value
        assertThat(marks("TP", "day-no-value")).isEqualTo(4);
        assertThat(page.locator("[data-parameter=TP] .month-bar.few")).hasCount(4);
        assertThat(page.locator("#without-data")).containsText("总氮");
        openSection("s-lower", "2021-04");
        assertThat(marks("CODMn", "day-dots")).isEqualTo(110);
        assertThat(page.locator("[data-parameter=CODMn] .month-bar:not(.few)")).hasCount(4);
        assertThat(page.locator("[data-parameter=CODMn] .limit.of-target")).hasCount(1);
        assertThat(page.locator("[data-parameter=CODMn] .limit-mark.of-target")).hasText("Ⅲ 6");
    }

    @Test
    void both_profiles_are_shown_where_they_differ_with_what_decides() {
        openSection("s-few", "2021-04");
        Locator month = page.locator("[data-card=water_month]");
        assertThat(month.locator(".profile")).hasCount(2);
        assertThat(month).containsText("由 pH 定类");
        assertThat(month).containsText("有效数据不足");
        openSection("s-lower", "2021-04");
        assertThat(page.locator("[data-card=water_month] .profile")).hasCount(1);
    }

    @Test
    void what_was_below_detection_not_measured_or_without_value_is_told_apart_in_the_samples_of_a_day() {
        openSection("s-few", "2021-04", "&day=2021-04-02");
        Locator samples = page.locator("#section-samples");
        assertThat(samples.locator("[data-key='s-few water_sample NH3-N 2021-04-02T08:00']"))
                .hasText("<0.025");
        assertThat(samples.locator("[data-absent='*']")).hasCount(1); // TN
        assertThat(samples.locator("[data-absent='--']")).hasCount(0);
        assertThat(samples).containsText("维护");
        page.locator("#samples-after").click();
        assertThat(samples.locator("h2")).hasText("2021-04-03 的样品");
        assertThat(samples.locator("[data-absent='--']")).hasCount(1); // TP
        assertThat(samples).containsText("缺 总磷");
        assertThat(page.url()).contains("day=2021-04-03");
    }

    @Test
    void a_figure_opens_its_receipt_by_enter_and_one_without_says_so() {
        openSection("s-few", "2021-04");
        Locator chart = page.locator("[data-parameter=CODMn] .chart");
        chart.focus();
        page.keyboard().press("ArrowLeft");
        assertThat(chart).hasAttribute("data-key", "s-few water_day CODMn 2021-04-03");
        page.keyboard().press("Enter");
        assertThat(page.locator("#receipt [data-receipt='s-few water_day CODMn 2021-04-03']"))
                .isVisible();
        assertThat(page.url()).contains("#/section/s-few&explain=");
        page.keyboard().press("Escape");
        assertThat(page.locator("#receipt")).isHidden();
        assertThat(chart).isFocused();
        page.locator("[data-card=water_month] [data-key*=' class_realtime ']").press("Enter");
        assertThat(page.locator("#receipt")).containsText("没有找到这个数的小票");
        complaints.removeIf(text -> text.contains("404"));
    }

    @Test
    void a_section_in_english_says_all_of_it_too() {
        openSection("s-few", "2021-04", "&lang=en");
        assertThat(page.locator("#section").innerText())
                .doesNotContain("目标")
                .doesNotContain("断面")
                .doesNotContain("样品")
                .doesNotContain("月");
        assertThat(page.locator("#section-sentence")).containsText("too few valid data");
    }

    @ParameterizedTest
    @CsvSource({"1920,1080", "1366,768", "390,844"})
    void a_section_fits_the_wall_the_desk_and_the_hand(int width, int height) {
        page.setViewportSize(width, height);
        openSection("s-lower", "2021-04");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "section-" + width + ".png"))
                .setFullPage(true));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, String>> shown() {
        return (List<Map<String, String>>)
                page.evaluate(
                        "[...document.querySelectorAll('#section [data-key]')]"
                                + ".map(e => ({key: e.dataset.key, value: e.dataset.value, receipt: e.dataset.figure, text: e.textContent}))");
    }

    /** How many places a path of the drawing marks. */
    private int marks(String parameter, String kind) {
        String path = page.locator("[data-parameter='" + parameter + "'] .chart-lines ." + kind)
                .getAttribute("d");
        return (int) path.chars().filter(each -> each == 'M').count();
    }
}
