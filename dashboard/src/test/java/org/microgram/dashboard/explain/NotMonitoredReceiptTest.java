package org.microgram.dashboard.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.dashboard.SampleCity;
import org.microgram.messages.network.Judges;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.NotMonitored;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Table;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.MonitoringPlan;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.screening.Screening;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

@DisplayName("A receipt of a day without a pollutant that the monitoring plan leaves out")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NotMonitoredReceiptTest {

    private static final LocalDate DAY = LocalDate.parse("2026-04-01");

    @TempDir
    Path directory;

    private Store store;
    private ReadingExplainer explainer;

    @BeforeEach
    void write_a_day_of_two_stations_without_CO_of_which_one_need_not_monitor_it() {
        Network plain = SampleCity.network();
        MonitoringPlan.Exemption co =
                new MonitoringPlan.Exemption(Pollutant.CO, LocalDate.parse("2026-03-01"), Table.NO_END, "no. 7");
        Network network = new Network(
                plain.stations(),
                plain.areas(),
                plain.memberships(),
                plain.dailyProfile(),
                Screening.NONE,
                List.of(new NotMonitored(Subject.station("1003A"), co)),
                Judges.NATIONAL,
                plain.hash());
        List<StationRecord> records = new ArrayList<>();
        for (String station : List.of("1003A", "1004A")) {
            for (int hour = 0; hour < 24; hour++) {
                records.add(hour(station, ChinaTime.startOf(DAY) + hour * 3600L));
            }
        }
        store = QuestDbStore.open(directory);
        SampleCity.write(store, network, records);
        explainer = new ReadingExplainer(store, network, "0.1.0");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void has_an_AQI_and_shows_the_pollutant_as_a_stroke_with_the_document() {
        Receipt aqi = explain("1003A air_day AQI 2026-04-01");
        assertThat(aqi.status()).isEqualTo("ok");
        assertThat(aqi.value()).isEqualTo("60");
        assertThat(aqi.inputs())
                .filteredOn(input -> input.nameEn().equals("CO"))
                .singleElement()
                .satisfies(co -> {
                    assertThat(co.value()).isEqualTo("/");
                    assertThat(co.use()).isEqualTo("excluded");
                    assertThat(co.causeEn()).isEqualTo("not in the monitoring plan: no. 7");
                    assertThat(co.causeZh()).isEqualTo("不在监测方案内: no. 7");
                });
        assertThat(ReceiptText.print(aqi, Language.ZH)).contains("/").contains("不在监测方案内");
        assertThat(aqi.judgements()).noneMatch(line -> line.textZh().startsWith("!!"));
    }

    @Test
    void is_withheld_where_the_pollutant_is_in_the_plan_and_missing() {
        Receipt aqi = explain("1004A air_day AQI 2026-04-01");
        assertThat(aqi.status()).isEqualTo("withheld");
        assertThat(aqi.value()).isNull();
    }

    @Test
    void says_of_the_pollutant_itself_that_it_is_published_as_a_stroke() {
        assertThat(explain("1003A air_day CO 2026-04-01").judgements()).anySatisfy(line -> {
            assertThat(line.textEn()).isEqualTo("not in the monitoring plan: no. 7");
            assertThat(line.verdictEn()).isEqualTo("published as /");
        });
        assertThat(explain("1004A air_day CO 2026-04-01").judgements()).isEmpty();
    }

    @Test
    void is_of_a_row_that_names_what_was_left_out() {
        assertThat(row("1003A").text("not_monitored")).isEqualTo("CO");
        assertThat(row("1003A").number("inputs_present")).isEqualTo(5);
        assertThat(row("1004A").text("not_monitored")).isNull();
    }

    private Row row(String station) {
        Row[] found = {null};
        long start = ChinaTime.startOf(DAY);
        store.scan(Measurement.AIR_DAY, Set.of(Subject.station(station)), start, start + 1, row -> found[0] = row);
        return found[0];
    }

    private Receipt explain(String key) {
        return explainer.explain(key, OptionalLong.empty()).orElseThrow();
    }

    private static StationRecord hour(String station, long start) {
        return SampleCity.record(
                station,
                start,
                ReviewState.RAW,
                Rank.HOUR,
                (start + 3700) * 1000,
                "gateway",
                "",
                "",
                40_000_000,
                50_000_000,
                5_000_000,
                20_000_000,
                HourValues.ABSENT,
                80_000_000);
    }
}
