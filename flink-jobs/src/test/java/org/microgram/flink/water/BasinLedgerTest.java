package org.microgram.flink.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.flink.state.BasinUpdate;
import org.microgram.flink.state.Figure;
import org.microgram.messages.network.Network;
import org.microgram.messages.oracle.BasinOracle;
import org.microgram.messages.oracle.RandomBasins;
import org.microgram.messages.oracle.RandomReadings;
import org.microgram.messages.oracle.RowsDiffer;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.FiguresCodec;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.standards.samples.SectionDay;

@DisplayName("The ledger of rivers, basins, lakes and areas, behind that of sections,")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BasinLedgerTest {

    private static final Network NETWORK = RandomBasins.network();

    @RepeatedTest(2)
    void ends_with_the_rows_of_the_naive_oracle_when_both_are_restored_at_random_moments(RepetitionInfo repetition)
            throws Exception {
        Random random = RandomReadings.seeded(8_000 + repetition.getCurrentRepetition());
        List<? extends SectionMessage> samples = new RandomBasins(random, 25).reviewed();
        Two two = new Two();
        long tick = 1_000;
        for (SectionMessage sample : samples) {
            two.send(random.nextInt(40) == 0 ? sample : SectionLedgerTest.ofBatch(sample));
            int what = random.nextInt(120);
            if (what == 0) {
                two.restore();
            } else if (what < 3) {
                tick += 1_000;
                two.tick(tick);
            }
        }
        two.tick(tick + 1_000);
        two.close();
        RowsDiffer.assertEqual(two.rows, BasinOracle.rows(samples, NETWORK));
    }

    @Test
    void has_the_rows_of_a_live_sample_before_any_tick() throws Exception {
        List<? extends SectionMessage> samples = new RandomBasins(RandomReadings.seeded(8_100), 3).samples();
        Two two = new Two();
        for (SectionMessage sample : samples) {
            two.send(sample);
        }
        two.close();
        RowsDiffer.assertEqual(two.rows, BasinOracle.rows(samples, NETWORK));
    }

    @Test
    void begins_complete_with_the_first_tick_after_a_checkpoint_that_knew_no_rivers_and_basins() throws Exception {
        List<? extends SectionMessage> samples = new RandomBasins(RandomReadings.seeded(8_200), 30).samples();
        Two two = new Two();
        two.sections.close();
        two.sections = fresh(new SectionLedgers(NETWORK));
        two.sections.initializeState(asItWasBefore(samples));
        two.sections.open();

        two.tick(1_000);
        assertThat(two.rows).isNotEmpty();
        RowsDiffer.assertEqual(two.rows, BasinOracle.rows(samples, NETWORK));

        two.rows.clear();
        two.restore();
        two.tick(2_000);
        assertThat(two.handedOn).as("it was handed on once").isZero();
        assertThat(two.rows).isEmpty();
        two.close();
    }

    @Test
    void is_complete_also_where_a_sample_comes_before_that_tick() throws Exception {
        List<? extends SectionMessage> samples = new RandomBasins(RandomReadings.seeded(8_300), 30).samples();
        Two two = new Two();
        two.sections.close();
        two.sections = fresh(new SectionLedgers(NETWORK));
        two.sections.initializeState(asItWasBefore(samples.subList(1, samples.size())));
        two.sections.open();

        two.send(samples.get(0));
        two.tick(1_000);
        two.close();
        RowsDiffer.assertEqual(two.rows, BasinOracle.rows(samples, NETWORK));
    }

    /** A checkpoint of section ledgers that only kept days. */
    private static OperatorSubtaskState asItWasBefore(List<? extends SectionMessage> samples) throws Exception {
        var harness = fresh(new KeyedProcessOperator<>(new DaysAlone()));
        harness.open();
        for (SectionMessage sample : samples) {
            harness.processElement(new StreamRecord<>(sample));
        }
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        return state;
    }

    private static final class DaysAlone extends KeyedProcessFunction<String, SectionMessage, Figure> {

        private transient MapState<Integer, SectionDay> days;

        @Override
        public void open(OpenContext context) {
            days = getRuntimeContext().getMapState(KeepSectionLedger.DAYS);
        }

        @Override
        public void processElement(SectionMessage message, Context context, Collector<Figure> out) throws Exception {
            SectionSample sample = (SectionSample) message;
            SectionDay before = days.contains(sample.day()) ? days.get(sample.day()) : SectionDay.empty(sample.day());
            days.put(
                    sample.day(),
                    before.apply(sample.second(), sample.byHand(), sample.version(), sample.values())
                            .block());
        }
    }

    /** Both ledgers, the one behind the other as in the job. */
    private static final class Two {

        private KeyedOneInputStreamOperatorTestHarness<String, SectionMessage, Figure> sections =
                fresh(new SectionLedgers(NETWORK));
        private KeyedOneInputStreamOperatorTestHarness<String, BasinUpdate, Figure> basins = freshBasins();
        private final SortedMap<RowKey, Row> rows = new TreeMap<>();
        private int handedOn;

        Two() throws Exception {
            sections.open();
            basins.open();
        }

        void send(SectionMessage sample) throws Exception {
            sections.processElement(new StreamRecord<>(sample));
            pass();
        }

        void tick(long tick) throws Exception {
            sections.processWatermark(tick);
            pass();
            basins.processWatermark(tick);
            collect();
        }

        void restore() throws Exception {
            OperatorSubtaskState ofSections = sections.snapshot(1, 1);
            OperatorSubtaskState ofBasins = basins.snapshot(1, 1);
            close();
            sections = fresh(new SectionLedgers(NETWORK));
            sections.initializeState(ofSections);
            sections.open();
            basins = freshBasins();
            basins.initializeState(ofBasins);
            basins.open();
            handedOn = 0;
        }

        void close() throws Exception {
            sections.close();
            basins.close();
        }

        private void pass() throws Exception {
            var updates = sections.getSideOutput(KeepSectionLedger.YEARS);
            while (updates != null && !updates.isEmpty()) {
                handedOn++;
                basins.processElement(updates.poll());
            }
            sections.getOutput().clear();
            collect();
        }

        private void collect() {
            for (Figure figure : basins.extractOutputValues()) {
                Row row = (Row) FiguresCodec.decode(figure.message());
                rows.put(row.key(), row);
            }
            basins.getOutput().clear();
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SectionMessage, Figure> fresh(
            OneInputStreamOperator<SectionMessage, Figure> operator) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(operator, SectionMessage::section, Types.STRING, 128, 1, 0);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, BasinUpdate, Figure> freshBasins() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new KeepBasinLedger(NETWORK)), BasinUpdate::key, Types.STRING, 128, 1, 0);
    }
}
