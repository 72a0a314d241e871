package org.microgram.flink.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.flink.state.Figure;
import org.microgram.messages.network.Network;
import org.microgram.messages.oracle.RandomReadings;
import org.microgram.messages.oracle.RandomSamples;
import org.microgram.messages.oracle.RowsDiffer;
import org.microgram.messages.oracle.WaterOracle;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.FiguresCodec;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.WaterParameter;

@DisplayName("The ledger of sections")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SectionLedgerTest {

    private static final Network NETWORK = RandomSamples.network();

    @RepeatedTest(6)
    void ends_with_the_rows_of_the_naive_oracle_when_it_is_restored_at_random_moments(RepetitionInfo repetition)
            throws Exception {
        Random random = RandomReadings.seeded(7_000 + repetition.getCurrentRepetition());
        List<SectionSample> samples = new RandomSamples(random, 25).samples();
        SortedMap<RowKey, Row> rows = new TreeMap<>();
        KeyedOneInputStreamOperatorTestHarness<String, SectionSample, Figure> harness = fresh();
        harness.open();
        long tick = 1_000;
        long values = 0;
        for (SectionSample sample : samples) {
            values += sample.values().count();
            harness.processElement(new StreamRecord<>(random.nextInt(20) == 0 ? sample : ofBatch(sample)));
            int what = random.nextInt(80);
            if (what == 0) {
                OperatorSubtaskState state = harness.snapshot(1, 1);
                collect(harness, rows);
                harness.close();
                harness = fresh();
                harness.initializeState(state);
                harness.open();
            } else if (what < 3) {
                tick += 1_000;
                harness.processWatermark(tick);
            }
            collect(harness, rows);
        }
        harness.processWatermark(tick + 1_000);
        collect(harness, rows);
        harness.close();

        long delivered = rows.values().stream()
                .filter(row -> row.measurement() == Measurement.DELIVERY)
                .mapToLong(row -> row.number("used") + row.number("duplicate"))
                .sum();
        assertThat(delivered).isEqualTo(values);
        rows.keySet().removeIf(key -> key.measurement() == Measurement.DELIVERY);
        RowsDiffer.assertEqual(rows, WaterOracle.rows(samples, NETWORK));
    }

    @Test
    void is_behind_a_gate_that_refuses_what_no_section_can_have_sent() {
        SectionSample good = sample("s-river", 1_617_235_200L, Map.of(WaterParameter.PH, 14_000_000L));
        assertThat(refused(good)).isEmpty();
        assertThat(refused(sample("nowhere", good.second(), Map.of()))).containsExactly(Reason.UNKNOWN_SECTION);
        assertThat(refused(sample("s-river", good.second() + 86_400, Map.of()))).containsExactly(Reason.IN_THE_FUTURE);
        assertThat(refused(sample("s-river", -10_000_000_000L, Map.of()))).containsExactly(Reason.BAD_TIME);
    }

    @Test
    void gets_the_other_values_of_a_sample_of_which_one_is_refused() {
        SectionSample sample = sample(
                "s-river", 1_617_235_200L, Map.of(WaterParameter.PH, 14_200_000L, WaterParameter.DO, 8_000_000L));
        List<SectionSample> passed = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        new SectionGate(NETWORK.water()).pass(sample, passed::add, refusals::add);
        assertThat(passed.get(0).values().codes()).containsOnlyKeys(WaterParameter.DO);
        assertThat(refusals)
                .extracting(Refusal::reason, Refusal::values)
                .containsExactly(tuple(Reason.OUT_OF_RANGE, 1));
    }

    private static List<Reason> refused(SectionSample sample) {
        List<Reason> reasons = new ArrayList<>();
        new SectionGate(NETWORK.water()).pass(sample, passed -> {}, refusal -> reasons.add(refusal.reason()));
        return reasons;
    }

    private static SectionSample sample(String section, long second, Map<WaterParameter, Long> scaled) {
        Map<WaterParameter, Long> codes = new TreeMap<>();
        scaled.forEach((p, value) -> codes.put(p, SampleValues.code(new Measured.Value(value))));
        Version version = new Version(ReviewState.RAW, Rank.HOUR, 1_617_240_000_000L, "test", 0);
        return new SectionSample(
                section,
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

    static SectionSample ofBatch(SectionSample of) {
        return new SectionSample(
                of.section(),
                of.second(),
                of.byHand(),
                of.version(),
                "batch",
                of.trace(),
                of.author(),
                of.reason(),
                of.values(),
                of.notes());
    }

    private static void collect(
            KeyedOneInputStreamOperatorTestHarness<String, SectionSample, Figure> harness,
            SortedMap<RowKey, Row> rows) {
        for (Figure figure : harness.extractOutputValues()) {
            Row row = (Row) FiguresCodec.decode(figure.message());
            rows.put(row.key(), row);
        }
        harness.getOutput().clear();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SectionSample, Figure> fresh() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new SectionLedgers(NETWORK), SectionSample::section, Types.STRING, 128, 1, 0);
    }
}
