package org.microgram.dashboard.explain.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.dashboard.explain.Evaluator;
import org.microgram.dashboard.explain.HistoryEntry;
import org.microgram.dashboard.explain.Language;
import org.microgram.dashboard.explain.Receipt;
import org.microgram.dashboard.explain.ReceiptJson;
import org.microgram.dashboard.explain.ReceiptText;
import org.microgram.messages.network.Network;
import org.microgram.messages.oracle.RandomReadings;
import org.microgram.messages.oracle.RandomSamples;
import org.microgram.messages.oracle.WaterOracle;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.WaterParameter;
import org.microgram.store.MemoryStore;
import org.microgram.store.Store;

@DisplayName("A receipt of a section")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaterExplainerTest {

    private static final Network NETWORK = RandomSamples.network();
    private static final List<Measurement> FIGURES = List.of(
            Measurement.WATER_SAMPLE,
            Measurement.WATER_DAY,
            Measurement.WATER_MONTH,
            Measurement.WATER_TO_DATE,
            Measurement.WATER_YEAR);

    /** 12:00 of 1 April 2021 at the plain river. */
    private static final long NOON = 1_617_249_600L;

    @RepeatedTest(2)
    void says_of_every_figure_what_the_oracle_says_and_can_be_counted_again_from_its_own_json(RepetitionInfo repetition)
            throws Exception {
        Random random = RandomReadings.seeded(repetition.getCurrentRepetition());
        List<SectionMessage> samples = new RandomSamples(random, 12).reviewed();
        WaterExplainer explainer = explainer(samples);
        int explained = 0;
        for (Row row : WaterOracle.rows(samples, NETWORK).values()) {
            if (!FIGURES.contains(row.measurement()) || random.nextInt(9) > 0) {
                continue;
            }
            for (WaterParameter each : WaterFields.COLUMNS) {
                Receipt receipt = explain(explainer, row, each.code());
                if (row.has(each.column())) {
                    assertThat(new BigDecimal(receipt.value()))
                            .as(receipt.key())
                            .isEqualByComparingTo(BigDecimal.valueOf(row.number(each.column()), Scaled.DIGITS));
                    if (each != WaterParameter.PH || row.measurement() == Measurement.WATER_SAMPLE) {
                        assertThat(Evaluator.evaluate(new ObjectMapper().readTree(ReceiptJson.print(receipt))))
                                .as(receipt.key())
                                .isEqualByComparingTo(new BigDecimal(receipt.value()));
                    }
                    explained++;
                } else {
                    assertThat(receipt.value() == null || receipt.value().startsWith("<"))
                            .as(receipt.key())
                            .isTrue();
                }
            }
            for (String field : List.of("class", "class_realtime")) {
                Receipt receipt = explain(explainer, row, field);
                assertThat(receipt.value())
                        .as(receipt.key())
                        .isEqualTo(row.has(field) ? Long.toString(row.number(field)) : null);
            }
        }
        assertThat(explained).isGreaterThan(50);
    }

    @RepeatedTest(2)
    void was_as_of_any_moment_what_it_would_be_if_nothing_had_come_since(RepetitionInfo repetition) {
        Random random = RandomReadings.seeded(100 + repetition.getCurrentRepetition());
        List<SectionMessage> samples = new RandomSamples(random, 8).reviewed();
        WaterExplainer explainer = explainer(samples);
        for (int i = 0; i < 12; i++) {
            SectionMessage any = samples.get(random.nextInt(samples.size()));
            long moment = any.arrival();
            WaterExplainer then = explainer(
                    samples.stream().filter(each -> each.arrival() <= moment).toList());
            String day = ChinaTime.date(any.day()).toString();
            for (String key : List.of(
                    any.section() + " water_day CODMn " + day,
                    any.section() + " water_month class " + day.substring(0, 7),
                    any.section() + " water_year DO " + day.substring(0, 4))) {
                Receipt was = then.explain(key, OptionalLong.empty()).orElseThrow();
                assertThat(explainer.explain(key, OptionalLong.of(moment)).orElseThrow())
                        .usingRecursiveComparison()
                        .ignoringFields("asOf")
                        .isEqualTo(was);
            }
        }
    }

    @Test
    void names_both_values_of_a_correction_with_both_arrivals_and_so_does_its_history() {
        SectionSample first = sample(NOON, 2, Map.of(WaterParameter.CODMN, 5_840_000L));
        SectionSample corrected = sample(NOON, 4, Map.of(WaterParameter.CODMN, 5_380_000L));
        WaterExplainer explainer = explainer(List.of(corrected, first));
        String key = "s-plain water_sample CODMn 2021-04-01T12:00";

        assertThat(explain(explainer, key).inputs())
                .extracting(Receipt.Input::value, Receipt.Input::use, Receipt.Input::noteEn)
                .containsExactly(
                        tuple("5.84", "excluded", "arrived 2021-04-01 14:00:00"),
                        tuple("5.38", "used", "arrived 2021-04-01 16:00:00"));
        assertThat(explainer.history(key))
                .extracting(HistoryEntry::asOf, HistoryEntry::value, HistoryEntry::restated)
                .containsExactly(
                        tuple("2021-04-01T14:00:00+08:00", "5.84", false),
                        tuple("2021-04-01T16:00:00+08:00", "5.38", true));
        assertThat(explainer.history("s-plain water_month class 2021-04"))
                .extracting(HistoryEntry::causeEn)
                .as("class III before and after: the class did not move")
                .containsExactly("inputs arrived");
        assertThat(explainer.history("s-plain water_month CODMn 2021-04"))
                .extracting(HistoryEntry::exact, HistoryEntry::causeEn)
                .containsExactly(tuple("5.84", "inputs arrived"), tuple("5.38", "2021-04-01T12:00 CODMn 5.84 → 5.38"));
    }

    @Test
    void shows_both_profiles_where_rounding_decides_the_class() {
        WaterExplainer explainer = explainer(List.of(sample(
                NOON,
                2,
                Map.of(
                        WaterParameter.PH, 9_120_000L,
                        WaterParameter.DO, 8_000_000L,
                        WaterParameter.CODMN, 3_000_000L,
                        WaterParameter.NH3N, 100_000L,
                        WaterParameter.TP, 50_000L))));
        Receipt assessment = explain(explainer, "s-plain water_sample class 2021-04-01T12:00");
        assertThat(assessment.value()).isEqualTo("2");
        assertThat(assessment.judgements())
                .extracting(judgement -> judgement.textEn() + " | " + judgement.verdictEn())
                .contains("profile realtime (unrounded) | worse than V", "  pH 9 / 9.12 | Ⅰ / 劣Ⅴ");
        assertThat(explain(explainer, "s-plain water_sample class_realtime 2021-04-01T12:00")
                        .value())
                .isEqualTo("6");
        assertThat(explain(explainer, "s-plain water_sample pH 2021-04-01T12:00")
                        .judgements())
                .extracting(judgement -> judgement.textZh() + " | " + judgement.verdictZh())
                .contains("GB 3838-2002 表1 第2项: 9 | Ⅰ类", "实时口径 (不修约) 9.12 | 劣Ⅴ类");
    }

    @Test
    void keeps_apart_what_is_not_measured_has_no_value_is_below_detection_or_was_withdrawn() {
        Map<WaterParameter, Long> codes = new EnumMap<>(WaterParameter.class);
        codes.put(WaterParameter.CHLA, SampleValues.NOT_MEASURED);
        codes.put(WaterParameter.DO, SampleValues.NO_VALUE);
        codes.put(WaterParameter.NH3N, SampleValues.code(new Measured.BelowDetection(25_000)));
        codes.put(WaterParameter.TP, SampleValues.WITHDRAWN);
        WaterExplainer explainer = explainer(List.of(coded(NOON, 2, codes)));
        String at = " 2021-04-01T12:00";
        assertThat(cause(explainer, "s-plain water_sample chla" + at)).isEqualTo("not measured at this section (*)");
        assertThat(cause(explainer, "s-plain water_sample DO" + at)).isEqualTo("no value this time (--)");
        assertThat(cause(explainer, "s-plain water_sample TP" + at)).startsWith("withdrawn by");
        assertThat(cause(explainer, "s-plain water_sample TN" + at)).isEqualTo("the sample has no value of it");
        assertThat(cause(explainer, "s-plain water_sample TN 2021-04-01T16:00"))
                .isEqualTo("no such sample was received");
        Receipt below = explain(explainer, "s-plain water_sample NH3-N" + at);
        assertThat(below.value()).isEqualTo("<0.025");
        assertThat(below.exact()).isEqualTo("0.0125");
    }

    @Test
    void says_first_when_the_store_has_another_value() {
        List<SectionSample> samples = List.of(sample(NOON, 2, Map.of(WaterParameter.CODMN, 5_840_000L)));
        MemoryStore store = store(samples);
        store.scan(Measurement.WATER_DAY, List.of(), 0, Long.MAX_VALUE, row -> {
            Row.Builder forged = Row.builder(row.key()).number("codmn", 5_900_000);
            store.write(List.of(forged.text("codmn_exact", "59/10").build()));
        });
        Receipt receipt = explain(new WaterExplainer(store, NETWORK, "0"), "s-plain water_day CODMn 2021-04-01");
        assertThat(receipt.judgements().get(0).textEn())
                .isEqualTo("!! the store has 5.9 = 59/10, counted again from the samples it is 5.8 = 146/25");
    }

    @Test
    void fits_a_terminal_in_both_languages() {
        List<SectionSample> month = new ArrayList<>();
        for (int day = 0; day < 20; day++) {
            month.add(sample(NOON + day * 86_400L, 2, Map.of(WaterParameter.CODMN, 5_000_000L + day * 10_000L)));
        }
        Receipt receipt = explain(explainer(month), "s-plain water_month CODMn 2021-04");
        assertThat(receipt.value()).isEqualTo("5.1");
        assertThat(receipt.formula().textEn()).isEqualTo("101.9 ÷ 20 = 5.095");
        assertThat(ReceiptText.print(receipt, Language.ZH)).contains("自动站有效日 (20 个，至少 10)", "来源", "自动监测");
        assertThat(ReceiptText.print(receipt, Language.EN)).contains("valid days of the station (20, needs 10)");
    }

    @Test
    void tells_who_asks_for_what_there_is_not_what_there_is() {
        WaterExplainer explainer = explainer(List.of());
        for (String wrong : List.of(
                "nowhere water_month CODMn 2021-04",
                "s-plain water_week CODMn 2021-04",
                "s-plain water_month PM2.5 2021-04",
                "s-plain water_month CODMn 2021-04-01",
                "s-plain water_to_date CODMn 2021-04-29",
                "s-plain water_sample CODMn 2021-04-01",
                "s-plain water_year CODMn 20")) {
            assertThatThrownBy(() -> explain(explainer, wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("Found:", "Expected", "Do:");
        }
        assertThat(explain(explainer, "s-plain water_month CODMn 2021-04").status())
                .isEqualTo("none");
        assertThat(explain(explainer, "s-plain water_month class 2021-04").status())
                .isEqualTo("none");
    }

    private static Receipt explain(WaterExplainer explainer, Row row, String parameter) {
        String first = ChinaTime.date(ChinaTime.dayOf(row.key().startSecond())).toString();
        String interval =
                switch (row.measurement()) {
                    case WATER_SAMPLE ->
                        java.time.LocalDateTime.ofEpochSecond(row.key().startSecond(), 0, ChinaTime.OFFSET)
                                + (row.key().variant().isEmpty() ? "" : "/manual");
                    case WATER_DAY -> first;
                    case WATER_MONTH -> first.substring(0, 7);
                    case WATER_YEAR -> first.substring(0, 4);
                    default ->
                        ChinaTime.date(ChinaTime.dayOf(row.key().endSecond() - 1))
                                .toString();
                };
        return explain(
                explainer, row.subject().id() + " " + row.measurement().code() + " " + parameter + " " + interval);
    }

    private static Receipt explain(WaterExplainer explainer, String key) {
        Receipt receipt = explainer.explain(key, OptionalLong.empty()).orElseThrow();
        assertThat(explainer.explain(receipt.key(), OptionalLong.empty()))
                .as("asks for itself")
                .contains(receipt);
        return receipt;
    }

    private static String cause(WaterExplainer explainer, String key) {
        return explain(explainer, key).inputs().get(0).causeEn();
    }

    private static WaterExplainer explainer(List<? extends SectionMessage> samples) {
        return new WaterExplainer(store(samples), NETWORK, "0");
    }

    private static MemoryStore store(List<? extends SectionMessage> samples) {
        MemoryStore store = new MemoryStore();
        write(store, samples);
        return store;
    }

    private static void write(Store store, List<? extends SectionMessage> samples) {
        store.write(List.copyOf(WaterOracle.rows(samples, NETWORK).values()));
    }

    private static SectionSample sample(long second, int hoursLater, Map<WaterParameter, Long> scaled) {
        Map<WaterParameter, Long> codes = new EnumMap<>(WaterParameter.class);
        scaled.forEach((parameter, value) -> codes.put(parameter, SampleValues.code(new Measured.Value(value))));
        return coded(second, hoursLater, codes);
    }

    private static SectionSample coded(long second, int hoursLater, Map<WaterParameter, Long> codes) {
        Version version =
                new Version(ReviewState.RAW, Rank.HOUR, (second + hoursLater * 3600L) * 1000, "cnemc-water-csv", 0);
        return new SectionSample(
                "s-plain",
                second,
                false,
                version,
                "",
                "t",
                "",
                "",
                new SampleValues(codes, Optional.empty(), Optional.empty()),
                "");
    }
}
