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
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.FiguresCodec;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
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
        List<SectionMessage> messages = new RandomSamples(random, 25).reviewed();
        SortedMap<RowKey, Row> rows = new TreeMap<>();
        KeyedOneInputStreamOperatorTestHarness<String, SectionMessage, Figure> harness = fresh();
        harness.open();
        long tick = 1_000;
        long values = 0;
        for (SectionMessage message : messages) {
            values += message instanceof SectionSample sample ? sample.values().count() : 0;
            harness.processElement(new StreamRecord<>(random.nextInt(20) == 0 ? message : ofBatch(message)));
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
        RowsDiffer.assertEqual(rows, WaterOracle.rows(messages, NETWORK));
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
        List<SectionMessage> passed = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        new SectionGate(NETWORK.water()).pass(sample, passed::add, refusals::add);
        assertThat(((SectionSample) passed.get(0)).values().codes()).containsOnlyKeys(WaterParameter.DO);
        assertThat(refusals)
                .extracting(Refusal::reason, Refusal::values)
                .containsExactly(tuple(Reason.OUT_OF_RANGE, 1));
    }

    @Test
    void is_behind_a_gate_that_lets_a_lock_through_as_one_of_a_station_s_day() {
        int day = 18_718;
        long over = ChinaTime.startOf(day + 1) * 1000;
        assertThat(refused(lock("s-river", day, over, "终审"))).isEmpty();
        assertThat(refused(lock("s1", day, over, "终审"))).containsExactly(Reason.UNKNOWN_SECTION);
        assertThat(refused(lock("s-river", day, over - 300_001, "终审"))).containsExactly(Reason.IN_THE_FUTURE);
        assertThat(refused(lock("s-river", day, over, " "))).containsExactly(Reason.NO_AUTHOR);
        assertThat(refused(lock("s-river", -800_000, over, "终审"))).containsExactly(Reason.BAD_TIME);
    }

    private static DayLock lock(String section, int day, long at, String reason) {
        return new DayLock(Subject.section(section), day, true, at, "李工", reason, "", "t");
    }

    private static List<Reason> refused(SectionMessage message) {
        List<Reason> reasons = new ArrayList<>();
        new SectionGate(NETWORK.water()).pass(message, passed -> {}, refusal -> reasons.add(refusal.reason()));
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

    static SectionMessage ofBatch(SectionMessage message) {
        if (message instanceof DayLock lock) {
            return RandomReadings.ofBatch(lock);
        }
        SectionSample of = (SectionSample) message;
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
            KeyedOneInputStreamOperatorTestHarness<String, SectionMessage, Figure> harness,
            SortedMap<RowKey, Row> rows) {
        for (Figure figure : harness.extractOutputValues()) {
            Row row = (Row) FiguresCodec.decode(figure.message());
            rows.put(row.key(), row);
        }
        harness.getOutput().clear();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SectionMessage, Figure> fresh() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new SectionLedgers(NETWORK), SectionMessage::section, Types.STRING, 128, 1, 0);
    }
}
