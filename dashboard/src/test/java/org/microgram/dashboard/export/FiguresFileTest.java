package org.microgram.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.dashboard.SampleCity;
import org.microgram.dashboard.explain.ReadingExplainer;
import org.microgram.dashboard.web.Comparison;
import org.microgram.messages.network.Network;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

@DisplayName("An export")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FiguresFileTest {

    static final Network NETWORK = SampleCity.network();

    @TempDir
    static Path directory;

    static Store store;

    @BeforeAll
    static void open() {
        store = QuestDbStore.open(directory);
        SampleCity.write(store, NETWORK, SampleCity.readings(7));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void of_a_month_holds_its_days_the_month_and_the_year_to_date_of_every_subject() throws IOException {
        List<String> lines = export("2019-02").lines().toList();
        assertThat(lines.get(0))
                .isEqualTo(
                        "subject_kind,subject_id,subject_name,figure,period,period_start,parameter,value,value_exact,"
                                + "unit,valid_count,required_count,status,edition,profile,revision");
        // 28 days × 7 figures, and 18 + 3 for the month and for the year to date.
        assertThat(lines).filteredOn(l -> l.startsWith("area,beijing,北京,")).hasSize(28 * 7 + 2 * 21);
        assertThat(lines)
                .filteredOn(l -> l.contains(",year_to_date,2019-01-01,"))
                .hasSize(7 * 21);
        assertThat(lines).noneMatch(l -> l.contains(",year,"));
        assertThat(figures(lines, 3))
                .containsExactly(
                        "aqi",
                        "attaining_days",
                        "evaluated_days",
                        "good_days",
                        "heavy_days",
                        "mda8",
                        "mean",
                        "p90_mda8",
                        "p95",
                        "p98");
    }

    @Test
    void gives_the_value_that_the_receipt_explains() throws IOException {
        ReadingExplainer explainer = new ReadingExplainer(store, NETWORK, "0.1.0");
        var receipt = explainer
                .explain("beijing air_month PM2.5 2019-02", OptionalLong.empty())
                .orElseThrow();
        assertThat(export("2019-02"))
                .contains("area,beijing,北京,mean,month,2019-02-01,PM2.5," + receipt.value() + "," + receipt.exact()
                        + ",µg/m³," + receipt.had() + ",25,ok,GB 3095-2012,archive," + receipt.revision() + "\n");
    }

    @Test
    void of_december_holds_the_year_and_the_year_to_date_of_the_last_day_that_has_a_row() throws IOException {
        List<String> lines = export("2019-12").lines().toList();
        assertThat(figures(lines, 4)).containsExactly("year", "year_to_date");
    }

    @Test
    void gives_the_same_bytes_each_time() throws IOException {
        assertThat(export("2019-01")).isEqualTo(export("2019-01"));
    }

    @Test
    void holds_published_figures_against_ours_and_says_which_days_lack() throws IOException {
        List<PublishedFigure> published = PublishedFigure.read(new StringReader("""
                        # notes
                        subject,figure,period,parameter,value,unit,source
                        beijing,mean,2019-01..2019-02,PM2.5,46,µg/m³,"the city, 2019"
                        beijing,mean_base_mee,2019-01..2019-02,PM2.5,47,µg/m³,the ministry
                        beijing,good_days,2019-01..2019-02,AQI,40,d,the city
                        beijing,mean,2020,PM2.5,38,µg/m³,the city
                        atlantis,mean,2019,PM2.5,38,µg/m³,an area that this network lacks
                        """));
        List<Comparison> lines = new Published(store, NETWORK, published).compare();
        assertThat(lines).hasSize(5);
        Comparison first = lines.get(0);
        assertThat(first.whatZh()).isEqualTo("北京 2019 年 1–2 月 PM2.5 平均");
        assertThat(first.published()).isEqualTo("46 µg/m³");
        assertThat(first.oursKey()).isEqualTo("beijing air_to_date PM2.5 2019-02-28");
        assertThat(new BigDecimal(first.difference())).isNotZero();
        assertThat(first.reasonEn())
                .contains("another published figure of the same period is 47")
                .contains("1 day without a valid PM2.5 (02-26)");
        assertThat(lines.get(2).reasonEn()).contains("of 59 days evaluated");
        assertThat(lines.subList(3, 5)).allMatch(line -> line.ours() == null);
    }

    static String export(String month) throws IOException {
        StringWriter out = new StringWriter();
        new FiguresFile(store, NETWORK).write(YearMonth.parse(month), out);
        return out.toString();
    }

    static Set<String> figures(List<String> lines, int column) {
        Set<String> values = new TreeSet<>();
        lines.stream().skip(1).forEach(l -> values.add(l.split(",")[column]));
        return values;
    }
}
