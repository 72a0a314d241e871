package org.microgram.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.messages.RandomMessages;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;

/** The contract, and at length what only many rows show. */
public abstract class LongStoreContract extends StoreContract {

    @Test
    void holds_ten_thousand_subjects() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(hour(Subject.station("s" + (10_000 + i)), 1, i));
        }
        store.write(rows);
        store.flush();

        assertThat(all(Measurement.AIR_HOUR)).isEqualTo(rows);
        assertThat(store.latest(Measurement.AIR_HOUR, Subject.station("s19999")))
                .hasValue(rows.get(9_999));
    }

    @RepeatedTest(3)
    void agrees_with_a_plain_map_over_any_writes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition()); // the repetition is the seed
        MemoryStore oracle = new MemoryStore();
        List<RowKey> keys = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            keys.add(anyKey(random));
        }
        for (int batch = 0; batch < 5; batch++) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                rows.add(RandomMessages.row(random, keys.get(random.nextInt(keys.size()))));
            }
            store.write(rows);
            oracle.write(rows);
            if (random.nextBoolean()) {
                store.flush();
            }
        }
        store.flush();

        for (Measurement measurement : Measurement.stored()) {
            List<Row> expected = new ArrayList<>();
            oracle.scan(measurement, Set.of(), 0, FOREVER, expected::add);
            assertThat(all(measurement)).isEqualTo(expected);
            for (RowKey key : keys) {
                assertThat(store.latest(key.measurement(), key.subject()))
                        .isEqualTo(oracle.latest(key.measurement(), key.subject()));
            }
        }
    }

    private static RowKey anyKey(Random random) {
        List<Measurement> all = Measurement.stored();
        long start = MIDNIGHT + random.nextInt(3000) * HOUR; // a few months: every month has eighty files a table
        return new RowKey(
                all.get(random.nextInt(all.size())),
                random.nextBoolean()
                        ? Subject.station(RandomMessages.text(random))
                        : Subject.area(RandomMessages.text(random)),
                start,
                start + random.nextInt(1, 9000) * HOUR,
                RandomMessages.text(random));
    }
}
