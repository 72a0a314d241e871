package org.microgram.messages.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Section;
import org.microgram.messages.oracle.RandomReadings;
import org.microgram.messages.oracle.RandomSamples;
import org.microgram.messages.oracle.RowsDiffer;
import org.microgram.messages.oracle.WaterOracle;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.LockRows;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.samples.SectionDay;

@DisplayName("The ledgers of sections")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaterLedgerTest {

    private static final Network NETWORK = RandomSamples.network();

    @RepeatedTest(8)
    void end_with_the_rows_of_the_naive_oracle_whatever_the_order_the_doubles_and_the_corrections(
            RepetitionInfo repetition) {
        Random random = RandomReadings.seeded(repetition.getCurrentRepetition());
        List<SectionMessage> messages = new RandomSamples(random, 20 + random.nextInt(80)).reviewed();
        Ledgers ledgers = new Ledgers();
        int values = 0;
        for (int at = 0; at < messages.size(); ) {
            int size = random.nextInt(10) == 0 ? 1 : 1 + random.nextInt(400);
            List<SectionMessage> batch = messages.subList(at, Math.min(messages.size(), at + size));
            ledgers.apply(batch);
            values += batch.stream().mapToInt(WaterLedgerTest::values).sum();
            at += size;
        }
        RowsDiffer.assertEqual(ledgers.rows, WaterOracle.rows(messages, NETWORK));
        assertThat(ledgers.used + ledgers.duplicate).isEqualTo(values);
    }

    @RepeatedTest(3)
    void write_nothing_new_when_everything_is_received_again_in_another_order(RepetitionInfo repetition) {
        Random random = RandomReadings.seeded(500 + repetition.getCurrentRepetition());
        List<SectionMessage> messages = new RandomSamples(random, 30).reviewed();
        Ledgers ledgers = new Ledgers();
        ledgers.apply(messages);

        List<SectionMessage> again = new ArrayList<>(messages);
        Collections.shuffle(again, random);
        SortedMap<RowKey, Row> before = new TreeMap<>(ledgers.rows);
        int used = ledgers.used;
        // Each lock event has its row again, and the same: two people may lock at one moment.
        SortedMap<RowKey, Row> written = ledgers.apply(again);
        assertThat(written.keySet()).allMatch(key -> key.measurement() == Measurement.LOCK);
        assertThat(ledgers.used).isEqualTo(used);
        RowsDiffer.assertEqual(ledgers.rows, before);
    }

    @RepeatedTest(3)
    void write_for_one_correction_exactly_the_difference_of_two_full_recomputations(RepetitionInfo repetition) {
        Random random = RandomReadings.seeded(900 + repetition.getCurrentRepetition());
        RandomSamples made = new RandomSamples(random, 40);
        List<SectionMessage> messages = made.reviewed();
        List<SectionSample> samples = messages.stream()
                .filter(SectionSample.class::isInstance)
                .map(SectionSample.class::cast)
                .toList();
        Ledgers ledgers = new Ledgers();
        ledgers.apply(messages);
        SortedMap<RowKey, Row> before = WaterOracle.rows(messages, NETWORK);
        for (int i = 0; i < 3; i++) {
            SectionSample correction = made.correctionOf(samples.get(random.nextInt(samples.size())));
            messages.add(correction);
            SortedMap<RowKey, Row> after = WaterOracle.rows(messages, NETWORK);
            RowsDiffer.assertEqual(ledgers.apply(List.of(correction)), RowsDiffer.difference(before, after));
            before = after;
        }
    }

    @Test
    void meet_in_the_random_samples_all_that_they_are_to_withstand() {
        List<Row> rows = new ArrayList<>();
        for (int days : List.of(100, 8, 9)) {
            List<SectionMessage> messages = new RandomSamples(RandomReadings.seeded(days), days).reviewed();
            rows.addAll(WaterOracle.rows(messages, NETWORK).values());
        }
        Set<String> met = new TreeSet<>();
        for (Row row : rows) {
            met.add(row.measurement().code());
            if (row.measurement() == Measurement.WATER_READING || row.measurement() == Measurement.LOCK) {
                continue;
            }
            met.add(row.has("state") && row.number("state") == ReviewState.FINAL.ordinal() ? "final" : "");
            met.add(row.text("attained"));
            met.add(String.valueOf(row.text("not_assessed")));
            met.add(row.number("revision") > 0 ? "revised" : "as first said");
            met.add(row.number("class") < 6 && row.number("class_realtime") == 6 ? "rounding leaves worse than V" : "");
            if (row.measurement() == Measurement.WATER_SAMPLE && row.has("flags")) {
                met.addAll(List.of(row.text("flags").split(" ")));
            }
            met.add(row.measurement() == Measurement.WATER_MONTH ? String.valueOf(row.text("tp_source")) : "");
        }
        assertThat(met)
                .contains("lock", "final", "water_sample", "water_day", "water_month", "water_to_date", "water_year")
                .contains("attained", "missed", "too_few", "no_target", "not_assessed")
                .contains("not_monitored", "no_value", "null", "revised", "as first said")
                .contains("rounding leaves worse than V", "automatic", "manual", "automatic_short")
                .contains("TP:zero", "DO:saturation", "NH3-N:nh3n_over_tn", "TN:nh3n_over_tn", "CODMn:range")
                .contains("DO:jump", "pH:stuck");
    }

    private static int values(SectionMessage message) {
        return message instanceof SectionSample sample ? sample.values().count() : 0;
    }

    /** The ledgers without a job: what has changed since the last sending is made from before and from now. */
    private static final class Ledgers {

        private final Map<String, Map<Integer, SectionDay>> blocks = new HashMap<>();
        private final SortedMap<RowKey, Row> rows = new TreeMap<>();
        private int used;
        private int duplicate;

        SortedMap<RowKey, Row> apply(List<? extends SectionMessage> batch) {
            SortedMap<RowKey, Row> written = new TreeMap<>();
            for (Section section : NETWORK.water().sections()) {
                Map<Integer, SectionDay> now = blocks.computeIfAbsent(section.id(), id -> new HashMap<>());
                Map<Integer, SectionDay> then = new HashMap<>(now);
                TreeSet<Integer> changed = new TreeSet<>();
                for (SectionMessage each : batch) {
                    if (each.section().equals(section.id())) {
                        enter(each, now, written).ifPresent(changed::add);
                    }
                }
                AffectedWaterRows affected = new AffectedWaterRows(new WaterRows(section, NETWORK));
                SortedMap<RowKey, Row> before = new TreeMap<>();
                affected.of(then::get, changed, row -> before.put(row.key(), row));
                affected.of(now::get, changed, row -> {
                    if (!row.equals(before.get(row.key()))) {
                        written.put(row.key(), row);
                    }
                });
            }
            rows.putAll(written);
            return written;
        }

        /** The day, when its block is another one now. */
        private Optional<Integer> enter(
                SectionMessage message, Map<Integer, SectionDay> blocks, SortedMap<RowKey, Row> written) {
            SectionDay before = blocks.getOrDefault(message.day(), SectionDay.empty(message.day()));
            SectionDay after;
            Row row;
            if (message instanceof DayLock lock) {
                after = before.apply(lock.event());
                row = LockRows.row(lock);
                written.put(row.key(), row);
            } else {
                SectionSample sample = (SectionSample) message;
                SectionDay.Applied applied =
                        before.apply(sample.second(), sample.byHand(), sample.version(), sample.values());
                used += applied.used();
                duplicate += applied.duplicate();
                after = applied.block();
                row = SampleRows.row(sample);
            }
            if (after == before) {
                return Optional.empty();
            }
            written.put(row.key(), row);
            blocks.put(message.day(), after);
            return Optional.of(message.day());
        }
    }
}
