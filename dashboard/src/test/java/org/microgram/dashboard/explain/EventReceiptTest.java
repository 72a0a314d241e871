package org.microgram.dashboard.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.dashboard.SampleCity;
import org.microgram.dashboard.explain.view.FigureExplainer;
import org.microgram.dashboard.export.FiguresFile;
import org.microgram.messages.network.ExceptionalEvent;
import org.microgram.messages.network.ExceptionalEvent.State;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.PublishedBases;
import org.microgram.standards.air.Pollutant;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

@DisplayName("A receipt of a figure that a confirmed dust event touches")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventReceiptTest {

    @TempDir
    static Path directory;

    private static Store store;
    private static Network network;
    private static FigureExplainer explainer;

    @BeforeAll
    static void write_a_city_with_a_long_and_a_short_event() {
        network = SampleCity.network()
                .with(
                        List.of(
                                event("dust-1", "2019-02-12T08:00", "2019-02-12T12:00"),
                                event("dust-2", "2019-02-14T08:00", "2019-02-14T08:00")),
                        "4f1c0a77");
        store = QuestDbStore.open(directory);
        SampleCity.write(store, network, SampleCity.readings(3));
        explainer = new FigureExplainer(store, network, PublishedBases.NONE, "0.1.0");
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void of_a_station_s_day_marks_the_hours_names_the_event_and_gives_what_is_left() {
        Receipt day = explain("1003A air_day PM2.5 2019-02-12");
        assertThat(day.status()).isEqualTo("ok");
        assertThat(day.inputs())
                .filteredOn(input -> input.noteEn() != null)
                .extracting(Receipt.Input::nameEn)
                .containsExactly("09:00", "10:00", "11:00", "12:00", "13:00");
        assertThat(lines(day))
                .anyMatch(line ->
                        line.startsWith("without dust ") && line.endsWith("too few, the day is out of the means"))
                .anyMatch(
                        line -> line.equals(
                                "dust event dust-1 (notice 7): PM2.5 2019-02-12 09:00 – 2019-02-12 13:00 / confirmed by he.lin, out of the means"))
                .noneMatch(line -> line.startsWith("!!"));
        assertThat(ReceiptText.print(day, Language.ZH)).contains("沙尘事件 dust-1", "he.lin 确认");
        assertThat(lines(explain("1003A air_day PM10 2019-02-12"))).noneMatch(line -> line.contains("dust"));
    }

    @Test
    void of_a_station_s_month_leaves_the_hours_out_of_its_strips_and_has_the_other_mean_beside_it() {
        Receipt month = explain("1003A air_month PM2.5 2019-02");
        Receipt.Input lost = input(month, "02-12");
        assertThat(lost.use()).isEqualTo("excluded");
        assertThat(lost.strip().substring(8, 13)).isEqualTo("xxxxx");
        assertThat(lost.causeEn()).startsWith("without dust event dust-1: ").endsWith("fewer than 20");
        assertThat(lost.noteEn()).contains("; with dust ");
        Receipt.Input shorter = input(month, "02-14");
        assertThat(shorter.use()).isEqualTo("used");
        assertThat(shorter.strip().charAt(8)).isEqualTo('x');
        assertThat(shorter.noteEn()).contains("dust-2", "; with dust ");
        agrees(month);
    }

    @Test
    void of_a_city_s_month_percentile_and_quarter_agrees_with_the_rows() {
        for (String key : List.of(
                "beijing air_month PM2.5 2019-02",
                "beijing air_month PM2.5_P95 2019-02",
                "beijing air_to_date PM2.5 2019-02-28",
                "beijing air_quarter PM2.5 2019-01")) {
            Receipt receipt = explain(key);
            assertThat(input(receipt, "02-12").use()).as(key).isEqualTo("excluded");
            assertThat(lines(receipt)).as(key).anyMatch(line -> line.startsWith("with dust"));
            assertThat(lines(receipt)).as(key).anyMatch(line -> line.contains("dust event dust-2 (notice 7)"));
            agrees(receipt);
        }
    }

    @Test
    void of_days_at_or_under_the_limit_counts_the_days_of_events() {
        Receipt attaining = explain("beijing air_month attaining_PM2.5 2019-02");
        assertThat(input(attaining, "02-12").use()).isEqualTo("used");
        agrees(attaining);
    }

    @Test
    void is_of_figures_that_the_file_of_figures_has_both_of() throws IOException {
        StringWriter out = new StringWriter();
        new FiguresFile(store, network).write(YearMonth.of(2019, 2), out);
        List<String> city = out.toString()
                .lines()
                .filter(line -> line.startsWith("area,beijing,") && line.contains(",PM2.5,"))
                .toList();
        assertThat(city)
                .filteredOn(line -> line.contains(",mean_less_events,day,"))
                .hasSize(2);
        assertThat(city)
                .filteredOn(line -> line.contains(",mean_with_events,month,"))
                .hasSize(1);
        assertThat(city)
                .filteredOn(line -> line.contains(",p95_with_events,month,"))
                .hasSize(1);
        String mean = city.stream()
                .filter(line -> line.contains(",mean,month,"))
                .findFirst()
                .orElseThrow();
        assertThat(mean).contains(explain("beijing air_month PM2.5 2019-02").exact());
    }

    /** Its inputs that count are as many as it says, and it is what the store has. */
    private static void agrees(Receipt receipt) {
        assertThat(receipt.inputs().stream().filter(input -> input.use().equals("used")))
                .hasSize(receipt.had());
        assertThat(lines(receipt)).noneMatch(line -> line.startsWith("!!"));
    }

    private static Receipt.Input input(Receipt receipt, String name) {
        return receipt.inputs().stream()
                .filter(each -> each.nameEn().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(Receipt receipt) {
        return receipt.judgements().stream()
                .map(line -> line.textEn() + " / " + line.verdictEn())
                .toList();
    }

    private static Receipt explain(String key) {
        return explainer.explain(key, OptionalLong.empty()).orElseThrow();
    }

    private static ExceptionalEvent event(String id, String from, String to) {
        return new ExceptionalEvent(
                id,
                "beijing",
                List.of(),
                ExceptionalEvent.parse(from).orElseThrow(),
                ExceptionalEvent.parse(to).orElseThrow(),
                List.of(Pollutant.PM25),
                State.CONFIRMED,
                "notice 7",
                "li.wei",
                "",
                "",
                "he.lin",
                "2019-03-01T09:00:00+08:00",
                "",
                Map.of());
    }
}
