package org.microgram.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.dashboard.SampleCity;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

@DisplayName("A query")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QueryTest {

    static final long HOUR_24 = ChinaTime.startOf(LocalDate.parse("2019-02-12")) + 23 * 3600;

    @TempDir
    static Path directory;

    static Store store;
    static Query query;

    @BeforeAll
    static void open() {
        Network network = SampleCity.network();
        store = QuestDbStore.open(directory);
        SampleCity.write(
                store,
                network,
                List.of(
                        reading("1003A", HOUR_24, "", "", 42_500_000, HourValues.TOMBSTONE),
                        reading("1003A", HOUR_24 + 3600, "@li", "=HYPERLINK(\"http://x\")", 40_000_000, 100_000_000),
                        reading("1001A", HOUR_24, "", "two, three", 38_000_000, HourValues.ABSENT)));
        query = new Query(store, network);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void gives_the_readings_exactly_and_no_cell_that_a_spreadsheet_would_run() throws IOException {
        assertThat(csv("reading", List.of("东四", "1001A"), "2019-02-12", "2019-02-13"))
                .isEqualTo("""
                        subject_kind,subject_id,subject_name,period_start,period_end,pm25,pm10,so2,no2,co,o3,withdrawn,state,rank,received_at,source,seq,author,reason,trace,notes
                        station,1001A,万寿西宫,2019-02-12T23:00:00+08:00,2019-02-13T00:00:00+08:00,38,,,,0.3,,0,0,1,1549987500000,file.csv,430551,,"two, three",t,
                        station,1003A,东四,2019-02-12T23:00:00+08:00,2019-02-13T00:00:00+08:00,42.5,,,,0.3,,2,0,1,1549987500000,file.csv,430551,,,t,
                        station,1003A,东四,2019-02-13T00:00:00+08:00,2019-02-13T01:00:00+08:00,40,100,,,0.3,,0,0,1,1549991100000,file.csv,430552,'@li,"'=HYPERLINK(""http://x"")",t,
                        """);
    }

    @Test
    void judges_days_by_another_edition_and_leaves_their_concentrations() throws IOException {
        StringWriter again = new StringWriter();
        query.write("air_day", List.of("1003A"), "2019-02-12", "2019-02-12", "HJ 633-2012", again);
        assertThat(again.toString()).isEqualTo(csv("air_day", List.of("1003A"), "2019-02-12", "2019-02-12"));
        StringWriter later = new StringWriter();
        query.write("air_day", List.of("1003A"), "2019-02-12", "2019-02-12", "GB 3095-2026 final", later);
        assertThat(later.toString()).contains(",HJ 633-2026,").doesNotContain("HJ 633-2012", "input_rounding");
        assertThat(later.toString().lines().toList().get(1))
                .startsWith(again.toString()
                        .lines()
                        .toList()
                        .get(1)
                        .substring(
                                0, "station,1003A,东四,2019-02-12T00:00:00+08:00,2019-02-13T00:00:00+08:00,".length()));
    }

    @Test
    void refuses_an_edition_that_is_none_gives_no_index_or_where_there_are_no_days() {
        assertThatThrownBy(() -> query.write("air_day", List.of(), null, null, "HJ 633", new StringWriter()))
                .hasMessageContaining("Found: edition \"HJ 633\"")
                .hasMessageContaining("HJ 633-2026");
        assertThatThrownBy(() -> query.write("air_day", List.of(), null, null, "WHO 2021", new StringWriter()))
                .hasMessageContaining("no index");
        assertThatThrownBy(() -> query.write("air_year", List.of(), null, null, "HJ 633-2026", new StringWriter()))
                .hasMessageContaining("./microgram compare");
    }

    @Test
    void takes_hours_by_the_label_of_their_end() throws IOException {
        assertThat(csv("air_hour", List.of("1003A"), "2019-02-12T24", "2019-02-12T24")
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("station,1003A,东四,2019-02-12T23:00:00+08:00,2019-02-13T00:00:00+08:00,42.5,,");
    }

    @Test
    void without_bounds_and_subjects_gives_every_row() throws IOException {
        assertThat(csv("air_day", List.of(), null, null).lines()).hasSize(1 + 7);
    }

    @Test
    void has_the_columns_that_are_promised_for_an_hour() throws IOException {
        assertThat(csv("air_hour", List.of("beijing"), null, null).lines().findFirst())
                .hasValueSatisfying(header -> assertThat(header)
                        .startsWith("subject_kind,subject_id,subject_name,period_start,period_end,"
                                + "pm25,pm10,so2,no2,co,o3,")
                        .contains(",o3_8h,")
                        .contains(",pm25_24h,pm10_24h,so2_24h,no2_24h,co_24h,")
                        .contains(",aqi,level,primary,inputs_present,profile,revision,"));
    }

    @Test
    void is_refused_with_advice() {
        assertThatThrownBy(() -> csv("air_week", List.of(), null, null)).hasMessageContaining("air_hour, air_day");
        assertThatThrownBy(() -> csv("air_day", List.of("x"), null, null)).hasMessageContaining("config/stations.csv");
        assertThatThrownBy(() -> csv("air_day", List.of(), "12.2.2019", null)).hasMessageContaining("2019-02-12");
        assertThatThrownBy(() -> csv("air_day", List.of(), "2019-02-12T00", null))
                .hasMessageContaining("T24");
        assertThatThrownBy(() -> csv("air_day", List.of(), "2019-02-12", "2019-02-11"))
                .hasMessageContaining("not after");
    }

    static String csv(String measurement, List<String> subjects, String from, String to) throws IOException {
        StringWriter out = new StringWriter();
        query.write(measurement, subjects, from, to, out);
        return out.toString();
    }

    static StationRecord reading(String station, long start, String author, String reason, long pm25, long pm10) {
        long no = HourValues.ABSENT;
        long at = (start + 3900) * 1000;
        return SampleCity.record(
                station,
                start,
                ReviewState.RAW,
                Rank.HOUR,
                at,
                "file.csv",
                author,
                reason,
                pm25,
                pm10,
                no,
                no,
                300_000,
                no);
    }
}
