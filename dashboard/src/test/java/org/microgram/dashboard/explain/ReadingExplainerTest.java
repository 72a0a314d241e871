package org.microgram.dashboard.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
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
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.figures.Period;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

@DisplayName("A receipt")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingExplainerTest {

    static final OptionalLong NEWEST = OptionalLong.empty();
    static final Network NETWORK = SampleCity.network();
    static final long HOUR_8 = ChinaTime.startOf(LocalDate.parse("2019-02-12")) + 7 * 3600;
    static final long ENTERED = (HOUR_8 + 30 * 86_400) * 1000;
    static final List<Measurement> MEASUREMENTS = List.of(
            Measurement.AIR_HOUR,
            Measurement.AIR_DAY,
            Measurement.AIR_MONTH,
            Measurement.AIR_TO_DATE,
            Measurement.AIR_YEAR);

    @TempDir
    static Path directory;

    static Store store;
    static ReadingExplainer explainer;

    @BeforeAll
    static void open() {
        store = QuestDbStore.open(directory);
        List<StationRecord> readings = new ArrayList<>(SampleCity.readings(7));
        // One hour of 东四 as first sent, then corrected by a person thirty days later; one of 天坛 withdrawn.
        readings.removeIf(
                r -> r.startSecond() == HOUR_8 && Set.of("1003A", "1004A").contains(r.station()));
        readings.add(raw("1003A", 40));
        readings.add(raw("1004A", 50));
        readings.add(audited("1003A", "零点校准", 70_000_000));
        readings.add(audited("1004A", "仪器故障", HourValues.TOMBSTONE));
        SampleCity.write(store, NETWORK, readings);
        explainer = new ReadingExplainer(store, NETWORK, "0.1.0");
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void of_each_kind_of_figure_holds_what_is_needed_to_recount_it() throws Exception {
        int figures = 0;
        for (String key : oneOfEachKind(40)) {
            Receipt receipt = explain(key);
            assertThat(receipt.key()).isEqualTo(key);
            assertThat(receipt.judgements()).as(key).noneMatch(j -> j.textZh().startsWith("!!"));
            if (receipt.value() == null) {
                assertThat(receipt.formula()).as(key).isNull();
                continue;
            }
            JsonNode json = new ObjectMapper().readTree(ReceiptJson.print(receipt));
            assertThat(Evaluator.evaluate(json)).as(key).isEqualByComparingTo(receipt.value());
            figures++;
        }
        assertThat(figures).isGreaterThan(80);
    }

    @Test
    void has_inputs_that_are_receipts_again_with_the_same_value() {
        Receipt day = explain("beijing air_day PM2.5 2019-02-12");
        assertThat(day.inputs()).hasSize(5).allMatch(input -> input.strip().length() == 24);
        for (Receipt.Input station : day.inputs()) {
            Receipt own = explain(station.key());
            assertThat(own.value()).isEqualTo(station.value());
            assertThat(own.exact()).isEqualTo(station.exact());
            for (Receipt.Input hour : own.inputs()) {
                assertThat(explain(hour.key()).value()).isEqualTo(hour.value());
            }
        }
    }

    @Test
    void says_what_a_figure_was_before_and_after_a_correction() {
        String key = "1003A air_hour PM2.5 2019-02-12T08";
        assertThat(explainer
                        .explain(key, OptionalLong.of(ENTERED - 1))
                        .orElseThrow()
                        .value())
                .isEqualTo("40");
        Receipt now = explain(key);
        assertThat(now.value()).isEqualTo("70");
        assertThat(now.revision()).isOne();
        assertThat(now.revisions())
                .containsExactly(new Receipt.Revision("40", "70", "2019-03-14T07:00:00+08:00", "零点校准", "李工"));
        assertThat(now.inputs()).extracting(Receipt.Input::use).containsExactly("excluded", "used");

        String city = "beijing air_day PM2.5 2019-02-12";
        Receipt before = explainer.explain(city, OptionalLong.of(ENTERED - 1)).orElseThrow();
        assertThat(before.exact()).isNotEqualTo(explain(city).exact());
        assertThat(before.revision()).isLessThan(explain(city).revision());
        assertThat(explain(city).revisions()).last().satisfies(last -> assertThat(last.who())
                .isEqualTo("李工"));
    }

    @Test
    void says_by_whom_and_why_a_value_was_withdrawn() {
        Receipt hour = explain("天坛 air_hour PM2.5 2019-02-12T08");
        assertThat(hour.value()).isNull();
        assertThat(hour.status()).isEqualTo("none");
        assertThat(hour.inputs()).last().satisfies(withdrawn -> {
            assertThat(withdrawn.use()).isEqualTo("missing");
            assertThat(withdrawn.causeZh()).isEqualTo("被 李工 撤回: 仪器故障");
        });
        Receipt day = explain("1004A air_day PM2.5 2019-02-12");
        assertThat(day.inputs().get(7).causeEn()).isEqualTo("withdrawn by 李工: 仪器故障");
    }

    @Test
    void names_a_station_that_is_no_member_on_the_day() {
        assertThat(explain("北京 air_day PM2.5 2019-01-15").inputs()).last().satisfies(input -> {
            assertThat(input.nameZh()).isEqualTo("古城");
            assertThat(input.causeEn()).isEqualTo("not a member on that day");
        });
    }

    @Test
    void of_a_day_without_readings_says_what_is_missing() {
        Receipt day = explain("beijing air_day PM2.5 2019-06-01");
        assertThat(day.status()).isEqualTo("none");
        assertThat(day.value()).isNull();
        assertThat(day.inputs()).hasSize(5).allMatch(input -> input.causeEn().equals("no record received"));
    }

    @Test
    void shouts_when_the_store_holds_another_value(@TempDir Path other) {
        try (Store wrong = QuestDbStore.open(other)) {
            SampleCity.write(wrong, NETWORK, List.of(raw("1003A", 40)));
            Row[] hour = {null};
            Subject dongsi = Subject.station("1003A");
            wrong.scan(Measurement.AIR_HOUR, Set.of(dongsi), HOUR_8, HOUR_8 + 1, row -> hour[0] = row);
            wrong.write(List.of(
                    Row.builder(hour[0].key()).number("pm25", 41_000_000).build()));
            wrong.flush();
            Receipt receipt = new ReadingExplainer(wrong, NETWORK, "0.1.0")
                    .explain("1003A air_hour PM2.5 2019-02-12T08", NEWEST)
                    .orElseThrow();
            assertThat(receipt.judgements().get(0).textEn())
                    .isEqualTo("!! the store has 41, counted again from the readings it is 40");
        }
    }

    @Test
    void judges_by_the_edition_in_force_and_shows_the_next_beside() {
        Receipt day = explain("beijing air_day PM2.5 2019-02-12");
        assertThat(day.judgements()).extracting(Receipt.Judgement::textZh).anySatisfy(text -> assertThat(text)
                .isEqualTo("GB 3095-2012 表1 二级 24 h ≤ 75"));
        assertThat(day.judgements()).extracting(Receipt.Judgement::textEn).anySatisfy(text -> assertThat(text)
                .startsWith("under GB 3095-2026 transition")
                .endsWith("≤ 60"));
    }

    @Test
    void has_a_history_of_each_moment_at_which_it_was_restated() {
        List<HistoryEntry> history = explainer.history("1003A air_hour PM2.5 2019-02-12T08");
        assertThat(history).extracting(HistoryEntry::value).containsExactly("40", "70");
        assertThat(history.get(1).causeZh()).isEqualTo("东四 2019-02-12T08 PM2.5 40 → 70");
        assertThat(history.get(1).who()).isEqualTo("李工");
        String city = "beijing air_month PM2.5 2019-02";
        List<HistoryEntry> month = explainer.history(city);
        assertThat(month.get(month.size() - 1).exact()).isEqualTo(explain(city).exact());
    }

    @Test
    void lists_an_hour_that_arrives_after_the_day_stood_but_not_the_hours_that_made_it(@TempDir Path other) {
        List<StationRecord> day = new ArrayList<>();
        long midnight = HOUR_8 - 7 * 3600;
        for (int hour = 0; hour < 24; hour++) {
            long start = midnight + hour * 3600L;
            boolean late = hour == 5;
            long at = (late ? midnight + 5 * 86_400 : start + 4000) * 1000;
            long no = HourValues.ABSENT;
            long pm25 = late ? 264_000_000 : 24_000_000;
            day.add(SampleCity.record(
                    "1003A",
                    start,
                    ReviewState.RAW,
                    Rank.HOUR,
                    at,
                    late ? "refill" : "gateway",
                    "",
                    "",
                    pm25,
                    no,
                    no,
                    no,
                    no,
                    no));
        }
        try (Store late = QuestDbStore.open(other)) {
            SampleCity.write(late, NETWORK, day);
            ReadingExplainer explainer = new ReadingExplainer(late, NETWORK, "0.1.0");
            String key = "1003A air_day PM2.5 2019-02-12";
            List<HistoryEntry> history = explainer.history(key);
            assertThat(history).extracting(HistoryEntry::value).containsExactly("24", "34");
            assertThat(history).extracting(HistoryEntry::restated).containsExactly(false, true);
            assertThat(history.get(1).causeEn()).isEqualTo("Dongsi 2019-02-12T06 PM2.5 — → 264");
            assertThat(history.get(1).who()).isEqualTo("refill");
            Receipt receipt = explainer.explain(key, NEWEST).orElseThrow();
            assertThat(receipt.revision()).isZero(); // nothing was superseded
            assertThat(receipt.revisions()).hasSize(1);
            assertThat(HistoryText.print(history, Language.ZH)).contains("264").contains("首次收齐");
        }
    }

    @Test
    void fits_into_sixty_columns_in_both_languages() {
        List<String> keys = oneOfEachKind(3);
        for (int i = 0; i < keys.size(); i += 3) {
            Receipt receipt = explain(keys.get(i));
            for (Language lang : Language.values()) {
                assertThat(ReceiptText.print(receipt, lang).lines())
                        .as(receipt.key())
                        .allMatch(line -> Columns.width(line) <= 60);
            }
        }
    }

    @Test
    void is_refused_with_advice_when_the_key_cannot_be_read() {
        assertThatThrownBy(() -> explain("beijing air_day PM2.5")).hasMessageContaining("Expected: four");
        assertThatThrownBy(() -> explain("atlantis air_day PM2.5 2019-02-12"))
                .hasMessageContaining("no station, area or section")
                .hasMessageContaining("stations.csv");
        assertThatThrownBy(() -> explain("beijing air_day PM3 2019-02-12")).hasMessageContaining("PM2.5, PM10");
        assertThatThrownBy(() -> explain("beijing reading PM2.5 2019-02-12")).hasMessageContaining("air_hour");
        assertThatThrownBy(() -> explain("beijing air_hour PM2.5 2019-02-12T00"))
                .hasMessageContaining("T24");
        assertThatThrownBy(() -> explain("beijing air_day PM2.5 2019-02-30")).hasMessageContaining("2019-02-30");
        assertThatThrownBy(() -> explain("beijing air_year PM2.5 19")).hasMessageContaining("such as 2019");
    }

    static Receipt explain(String key) {
        return explainer.explain(key, NEWEST).orElseThrow();
    }

    /** Every parameter of every measurement, in turn of the city and of a station, at a random time. */
    static List<String> oneOfEachKind(long seed) {
        Random random = new Random(seed);
        List<String> keys = new ArrayList<>();
        for (Measurement measurement : MEASUREMENTS) {
            for (Parameter parameter : Parameter.of(measurement)) {
                Subject subject = keys.size() % 2 == 0 ? Subject.area("beijing") : Subject.station("1003A");
                keys.add(any(random, subject, measurement, parameter).text());
            }
        }
        return keys;
    }

    static FigureKey any(Random random, Subject subject, Measurement measurement, Parameter parameter) {
        LocalDate day = SampleCity.FIRST.plusDays(random.nextInt(1, 78));
        return switch (measurement) {
            case AIR_HOUR -> FigureKey.hour(subject, parameter, ChinaTime.startOf(day) + 3600L * random.nextInt(24));
            case AIR_DAY -> FigureKey.day(subject, parameter, (int) day.toEpochDay());
            case AIR_MONTH -> FigureKey.period(subject, parameter, Period.month(day));
            case AIR_TO_DATE -> FigureKey.period(subject, parameter, Period.yearTo(day));
            default -> FigureKey.period(subject, parameter, Period.year(2019));
        };
    }

    static StationRecord raw(String station, long pm25) {
        return record(station, ReviewState.RAW, Rank.HOUR, (HOUR_8 + 4000) * 1000, "", "", pm25 * 1_000_000);
    }

    static StationRecord audited(String station, String reason, long pm25) {
        return record(station, ReviewState.FIRST, Rank.AUDITED, ENTERED, "李工", reason, pm25);
    }

    static StationRecord record(
            String station, ReviewState state, Rank rank, long at, String author, String reason, long pm25) {
        long no = HourValues.ABSENT;
        return SampleCity.record(station, HOUR_8, state, rank, at, "s", author, reason, pm25, no, no, no, no, no);
    }
}
