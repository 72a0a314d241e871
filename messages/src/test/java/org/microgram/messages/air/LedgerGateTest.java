package org.microgram.messages.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.microgram.messages.network.Network;
import org.microgram.messages.oracle.NaiveOracle;
import org.microgram.messages.oracle.PlainJob;
import org.microgram.messages.oracle.RandomReadings;
import org.microgram.messages.oracle.RowsDiffer;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.AirFields;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.screening.Rule;

@DisplayName("The ledgers")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class LedgerGateTest {

    private static final int DAYS = 10;

    @RepeatedTest(40)
    void end_with_the_rows_of_the_naive_oracle_whatever_the_order_the_doubles_and_the_corrections(
            RepetitionInfo repetition) {
        Random random = RandomReadings.seeded(repetition.getCurrentRepetition());
        RandomReadings readings = new RandomReadings(random, DAYS);
        Network network = readings.network();
        List<StationRecord> records = readings.records();

        PlainJob job = new PlainJob(network);
        long values = inBatches(records, job, random);

        RowsDiffer.assertEqual(job.rows(), NaiveOracle.rows(records, network));
        assertThat(job.used() + job.duplicate()).isEqualTo(values);
    }

    @RepeatedTest(25)
    void end_with_the_rows_of_the_naive_oracle_when_days_are_locked_and_opened_again_among_it(
            RepetitionInfo repetition) {
        Random random = RandomReadings.seeded(3_000 + repetition.getCurrentRepetition());
        RandomReadings readings = new RandomReadings(random, DAYS);
        Network network = readings.network();
        List<StationMessage> messages = readings.messages();
        PlainJob job = new PlainJob(network);
        for (int at = 0; at < messages.size(); ) {
            int size = random.nextInt(4) == 0 ? 1 + random.nextInt(400) : 1 + random.nextInt(3);
            job.apply(messages.subList(at, Math.min(messages.size(), at + size)));
            at += size;
        }
        RowsDiffer.assertEqual(job.rows(), NaiveOracle.rows(messages, network));
    }

    @Test
    void meet_every_rule_of_screening_in_the_random_readings() {
        Set<Integer> bits = new TreeSet<>();
        int outliers = 0;
        int excluded = 0;
        for (int seed = 1; seed <= 10; seed++) {
            RandomReadings readings = new RandomReadings(RandomReadings.seeded(seed), DAYS);
            Network network = readings.network();
            PlainJob job = new PlainJob(network);
            job.apply(readings.records());
            for (Row row : job.rows().values()) {
                if (row.measurement() == Measurement.AIR_HOUR) {
                    outliers += row.has("outliers") ? 1 : 0;
                    for (Pollutant p : Pollutant.ALL) {
                        long flags = row.has(AirFields.flags(p)) ? row.number(AirFields.flags(p)) : 0;
                        Rule.ALL.stream()
                                .filter(rule -> (flags & rule.flag()) != 0)
                                .forEach(rule -> bits.add(rule.flag()));
                        boolean clipped = (flags & Rule.CEILING.flag()) != 0;
                        excluded += clipped && (row.number("below_minimum") >> p.ordinal() & 1) == 1 ? 1 : 0;
                    }
                }
            }
        }
        assertThat(bits).containsExactly(1, 2, 4, 8, 16, 32);
        assertThat(outliers).isGreaterThan(100);
        assertThat(excluded).isGreaterThan(100);
    }

    @RepeatedTest(12)
    void write_no_figure_when_everything_is_received_again_in_another_order(RepetitionInfo repetition) {
        Random random = RandomReadings.seeded(1_000 + repetition.getCurrentRepetition());
        RandomReadings readings = new RandomReadings(random, DAYS);
        PlainJob job = new PlainJob(readings.network());
        List<StationRecord> records = readings.records();
        job.apply(records);

        Collections.shuffle(records, random);
        // The reading of a resend between two kept versions is written again, as it was.
        SortedMap<RowKey, Row> before = new TreeMap<>(job.rows());
        List<Row> written = job.apply(records);
        assertThat(written).allMatch(row -> row.measurement() == Measurement.READING);
        RowsDiffer.assertEqual(job.rows(), before);
    }

    @RepeatedTest(15)
    void write_for_one_correction_exactly_the_difference_of_two_full_recomputations(RepetitionInfo repetition) {
        Random random = RandomReadings.seeded(2_000 + repetition.getCurrentRepetition());
        RandomReadings readings = new RandomReadings(random, DAYS);
        Network network = readings.network();
        List<StationRecord> records = readings.records();
        PlainJob job = new PlainJob(network);
        job.apply(records);
        SortedMap<RowKey, Row> before = NaiveOracle.rows(records, network);

        for (int i = 0; i < 3; i++) {
            StationRecord correction = readings.correctionOf(records.get(random.nextInt(records.size())));
            records.add(correction);
            SortedMap<RowKey, Row> after = NaiveOracle.rows(records, network);

            RowsDiffer.assertEqual(byKey(job.apply(List.of(correction))), RowsDiffer.difference(before, after));
            before = after;
        }
    }

    /** Batches of one (live) and of many (a backfill between two ticks); gives the number of values in them. */
    private static long inBatches(List<StationRecord> records, PlainJob job, Random random) {
        long values = 0;
        int at = 0;
        while (at < records.size()) {
            int size = random.nextInt(4) == 0 ? 1 + random.nextInt(400) : 1;
            List<StationRecord> batch = new ArrayList<>(records.subList(at, Math.min(records.size(), at + size)));
            job.apply(batch);
            values += batch.stream().mapToInt(r -> r.values().count()).sum();
            at += size;
        }
        return values;
    }

    private static SortedMap<RowKey, Row> byKey(Collection<Row> rows) {
        SortedMap<RowKey, Row> byKey = new TreeMap<>();
        rows.forEach(row -> byKey.put(row.key(), row));
        return byKey;
    }
}
