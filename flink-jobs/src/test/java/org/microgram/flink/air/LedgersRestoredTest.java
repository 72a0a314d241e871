package org.microgram.flink.air;

import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.microgram.flink.state.AreaUpdate;
import org.microgram.flink.state.Figure;
import org.microgram.messages.network.Network;
import org.microgram.messages.oracle.NaiveOracle;
import org.microgram.messages.oracle.RandomReadings;
import org.microgram.messages.oracle.RowsDiffer;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.FiguresCodec;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;

/** Both ledgers in Flink's harness, stopped and restored again and again; ticks, batches and live records as they come. */
@DisplayName("The ledgers, snapshot and restored at random moments,")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class LedgersRestoredTest {

    private static final int DAYS = 8;

    @RepeatedTest(10)
    void end_with_the_rows_of_the_naive_oracle(RepetitionInfo repetition) throws Exception {
        Random random = RandomReadings.seeded(5_000 + repetition.getCurrentRepetition());
        RandomReadings readings = new RandomReadings(random, DAYS);
        Network network = readings.network();
        List<StationMessage> messages = readings.messages();
        try (Ledger<StationMessage> stations =
                        new Ledger<>(() -> new KeepStationLedger(network), StationMessage::station);
                Ledger<AreaUpdate> areas = new Ledger<>(() -> new KeepAreaLedger(network), AreaUpdate::area)) {
            long tick = 1_000;
            for (StationMessage message : messages) {
                stations.send(random.nextInt(4) == 0 ? message : ofBatch(message));
                switch (random.nextInt(120)) {
                    case 0, 1, 2 -> {
                        tick += 1 + random.nextInt(2_000);
                        stations.tick(tick);
                        stations.daysTo(areas);
                        areas.tick(tick);
                    }
                    // Both at one barrier: what the first has sent before it, the second has received.
                    case 3 -> {
                        stations.daysTo(areas);
                        stations.restore();
                        areas.restore();
                    }
                    default -> stations.daysTo(areas);
                }
            }
            stations.tick(tick + 1);
            stations.daysTo(areas);
            areas.tick(tick + 1);

            SortedMap<RowKey, Row> rows = new TreeMap<>(stations.rows);
            rows.putAll(areas.rows);
            RowsDiffer.assertEqual(rows, NaiveOracle.rows(messages, network));
        }
    }

    private static StationMessage ofBatch(StationMessage message) {
        if (message instanceof DayLock lock) {
            return RandomReadings.ofBatch(lock);
        }
        StationRecord record = (StationRecord) message;
        return new StationRecord(
                record.station(),
                record.startSecond(),
                record.lengthSeconds(),
                record.version(),
                "batch",
                record.trace(),
                record.author(),
                record.reason(),
                record.values());
    }

    private interface Made<I> {
        KeyedProcessFunction<String, I, Figure> function();
    }

    /** One operator that can be stopped and restored, and the rows it has sent. */
    private static final class Ledger<I> implements AutoCloseable {

        private final Made<I> made;
        private final KeySelector<I, String> key;
        private final SortedMap<RowKey, Row> rows = new TreeMap<>();
        private KeyedOneInputStreamOperatorTestHarness<String, I, Figure> harness;
        private int daysSent;

        Ledger(Made<I> made, KeySelector<I, String> key) throws Exception {
            this.made = made;
            this.key = key;
            harness = fresh();
            harness.open();
        }

        void send(I element) throws Exception {
            harness.processElement(new StreamRecord<>(element));
            collect();
        }

        void tick(long time) throws Exception {
            harness.processWatermark(time);
            collect();
        }

        void restore() throws Exception {
            OperatorSubtaskState state = harness.snapshot(1, 1);
            harness.close();
            harness = fresh();
            harness.initializeState(state);
            harness.open();
            daysSent = 0;
        }

        /** Hands over the days that this ledger has sent since the last time. */
        void daysTo(Ledger<AreaUpdate> areas) throws Exception {
            var sent = harness.getSideOutput(KeepStationLedger.DAYS);
            if (sent == null) {
                return;
            }
            List<AreaUpdate> updates =
                    sent.stream().skip(daysSent).map(StreamRecord::getValue).toList();
            daysSent = sent.size();
            for (AreaUpdate update : updates) {
                areas.send(update);
            }
        }

        private void collect() {
            for (Figure figure : harness.extractOutputValues()) {
                Row row = (Row) FiguresCodec.decode(figure.message());
                if (row.measurement() != Measurement.DELIVERY) {
                    rows.put(row.key(), row);
                }
            }
            harness.getOutput().clear();
        }

        private KeyedOneInputStreamOperatorTestHarness<String, I, Figure> fresh() throws Exception {
            TypeInformation<String> text = Types.STRING;
            return new KeyedOneInputStreamOperatorTestHarness<>(
                    new KeyedProcessOperator<>(made.function()), key, text, 128, 1, 0);
        }

        @Override
        public void close() throws Exception {
            harness.close();
        }
    }
}
