package org.microgram.standalone.endtoend;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.messages.oracle.NaiveOracle;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;

@DisplayName("Rule K1: the order of arrival decides nothing; real readings, doubled, corrected and withdrawn, give")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RandomOrderTest {

    private static final long SEED = 20190212;

    @TempDir
    Path dir;

    @Test
    void the_rows_of_the_naive_oracle_in_two_weeks() throws Exception {
        anyOrder(LocalDate.of(2019, 2, 1), LocalDate.of(2019, 2, 14));
    }

    @Test
    @Tag("proof")
    void the_rows_of_the_naive_oracle_in_two_years() throws Exception {
        anyOrder(LocalDate.of(2019, 1, 1), LocalDate.of(2020, 12, 31));
    }

    private void anyOrder(LocalDate first, LocalDate last) throws Exception {
        Path files = Piece.write(dir.resolve("files"), first, last);
        List<StationRecord> genuine = Piece.records(Piece.ARCHIVE, files);
        Random random = new Random(SEED);
        List<StationRecord> sent = disturbed(genuine, random);
        try (Running running = Running.at(dir.resolve("data"), Piece.BEIJING)) {
            running.keepNothingWritten();
            sent.forEach(running.platform().producer()::send);
            running.settle();

            Referee referee = new Referee(running);
            NaiveOracle.each(sent, Piece.BEIJING, referee::expect);
            referee.assertNothingElse();
            System.out.printf(
                    "random order: %,d records sent of %,d genuine ones, %,d rows equal, %,d written%n",
                    sent.size(),
                    genuine.size(),
                    referee.equal(),
                    running.platform().writer().rowsWritten());
        }
    }

    /** Every hundredth record first wrong, some withdrawn or confirmed by a person, a twentieth sent twice; a few come live. */
    private static List<StationRecord> disturbed(List<StationRecord> genuine, Random random) {
        List<StationRecord> all = new ArrayList<>();
        int n = 0;
        for (StationRecord record : genuine) {
            all.add(as(record, record.version(), n % 2000 == 0 ? "" : "b", record.values()));
            if (n % 100 == 0) {
                all.add(as(record, version(record, Rank.MINUTES, -60_000), "b", plus(record.values(), 7)));
            }
            if (n % 300 == 0) {
                Pollutant pollutant = Pollutant.ALL.get(random.nextInt(Pollutant.COUNT));
                all.add(as(
                        record,
                        version(record, Rank.AUDITED, 86_400_000),
                        "b",
                        HourValues.only(pollutant, HourValues.TOMBSTONE)));
            }
            if (n % 500 == 0) {
                all.add(as(record, version(record, Rank.AUDITED, 172_800_000), "b", plus(record.values(), 3)));
            }
            if (n % 20 == 0) {
                all.add(all.get(random.nextInt(all.size())));
            }
            n++;
        }
        Collections.shuffle(all, random);
        return all;
    }

    private static Version version(StationRecord record, Rank rank, long later) {
        Version genuine = record.version();
        return new Version(
                rank == Rank.AUDITED ? ReviewState.FINAL : genuine.state(),
                rank,
                genuine.receivedAt() + later,
                "desk",
                genuine.seq());
    }

    private static HourValues plus(HourValues values, int units) {
        long[] wrong = new long[Pollutant.COUNT];
        for (Pollutant p : Pollutant.ALL) {
            long value = values.get(p);
            wrong[p.ordinal()] = HourValues.isValue(value) ? value + units * Scaled.ONE : value;
        }
        return HourValues.of(wrong);
    }

    private static StationRecord as(StationRecord record, Version version, String batch, HourValues values) {
        return new StationRecord(
                record.station(),
                record.startSecond(),
                record.lengthSeconds(),
                version,
                batch,
                record.trace(),
                "",
                "",
                values);
    }
}
