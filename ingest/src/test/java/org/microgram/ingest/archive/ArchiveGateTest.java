package org.microgram.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.ingest.Collected;
import org.microgram.messages.oracle.NaiveOracle;
import org.microgram.messages.oracle.PlainJob;
import org.microgram.messages.oracle.RowsDiffer;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

@DisplayName("The public archive")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArchiveGateTest {

    private static final long FROM = ChinaTime.startOf(LocalDate.of(2019, 1, 1));
    private static final long TO = ChinaTime.startOf(LocalDate.of(2019, 4, 1));
    private static final int BATCH = 15_000;

    @TempDir
    Path dir;

    @Test
    void three_months_of_it_shuffled_doubled_and_corrected_end_in_the_rows_of_the_naive_oracle() throws IOException {
        Random random = new Random(20190101);
        List<StationRecord> records = disturbed(random, FROM, TO, 2019);
        PlainJob job = new PlainJob(Collected.BEIJING);
        long values = 0;
        for (int at = 0; at < records.size(); at += BATCH) {
            List<StationRecord> batch = records.subList(at, Math.min(records.size(), at + BATCH));
            job.apply(batch);
            values += batch.stream().mapToInt(r -> r.values().count()).sum();
        }
        SortedMap<RowKey, Row> expected = NaiveOracle.rows(records, Collected.BEIJING);
        RowsDiffer.assertEqual(job.rows(), expected);
        assertThat(job.used() + job.duplicate()).isEqualTo(values);

        // One hour of one station once more, with another value.
        long start = ChinaTime.startOf(LocalDate.of(2019, 2, 12)) + 7 * 3600;
        StationRecord wrong = records.stream()
                .filter(r -> r.startSecond() == start && r.values().get(Pollutant.PM25) != HourValues.ABSENT)
                .findFirst()
                .orElseThrow();
        StationRecord correction = record(
                wrong,
                new Version(ReviewState.FINAL, Rank.AUDITED, (start + 86_400) * 1000, "submission", 1),
                HourValues.only(Pollutant.PM25, 123_000_000));
        List<Row> written = job.apply(List.of(correction));
        records.add(correction);
        RowsDiffer.assertEqual(
                byKey(written), RowsDiffer.difference(expected, NaiveOracle.rows(records, Collected.BEIJING)));
        System.out.println(records.size() + " records, " + expected.size() + " rows equal; one correction wrote "
                + written.size());
    }

    @Test
    @Tag("proof")
    void two_years_of_it_shuffled_doubled_and_corrected_end_in_the_rows_of_the_naive_oracle() throws IOException {
        List<StationRecord> records = disturbed(new Random(2), Long.MIN_VALUE, Long.MAX_VALUE, 2019, 2020);
        ArchiveLedger ledger = ArchiveLedger.of(records);
        // The oracle gives one subject after the other; two years of all of them at once would not fit.
        SortedMap<RowKey, Row> ofSubject = new TreeMap<>();
        long[] count = new long[2];
        NaiveOracle.each(records, Collected.BEIJING, row -> {
            if (row.measurement() == Measurement.READING) {
                return;
            }
            if (!ofSubject.isEmpty() && !ofSubject.firstKey().subject().equals(row.subject())) {
                compare(ledger, ofSubject, count);
            }
            ofSubject.put(row.key(), row);
        });
        compare(ledger, ofSubject, count);
        System.out.println(records.size() + " records, " + count[0] + " subjects, " + count[1] + " rows equal");
        // A station that closed before has no row; every area has.
        long reporting = records.stream().map(StationRecord::station).distinct().count();
        assertThat(count[0]).isEqualTo(reporting + Collected.BEIJING.areas().size());
    }

    private static void compare(ArchiveLedger ledger, SortedMap<RowKey, Row> expected, long[] count) {
        RowsDiffer.assertEqual(ledger.rows(expected.firstKey().subject()), expected);
        count[0]++;
        count[1] += expected.size();
        expected.clear();
    }

    private List<StationRecord> disturbed(Random random, long from, long to, int... years) throws IOException {
        List<StationRecord> records = new ArrayList<>();
        for (StationRecord record : ArchiveLedger.records(dir, years)) {
            if (record.startSecond() < from || record.startSecond() >= to) {
                continue;
            }
            records.add(record);
            Version v = record.version();
            switch (random.nextInt(100)) {
                case 0 ->
                    records.add(record(
                            record,
                            new Version(v.state(), v.rank(), v.receivedAt() - 1, v.source(), v.seq()),
                            wrong(record.values())));
                case 1 -> records.add(record);
                case 2 ->
                    records.add(record(
                            record,
                            new Version(ReviewState.FIRST, Rank.AUDITED, v.receivedAt() + 1, "audit", v.seq()),
                            HourValues.only(Pollutant.ALL.get(random.nextInt(6)), HourValues.TOMBSTONE)));
                default -> {}
            }
        }
        Collections.shuffle(records, random);
        return records;
    }

    private static HourValues wrong(HourValues values) {
        long[] wrong = new long[Pollutant.COUNT];
        for (int p = 0; p < wrong.length; p++) {
            wrong[p] = HourValues.isValue(values.get(p)) ? values.get(p) * 10 : values.get(p);
        }
        return HourValues.of(wrong);
    }

    private static StationRecord record(StationRecord like, Version version, HourValues values) {
        return new StationRecord(
                like.station(), like.startSecond(), StationRecord.HOUR, version, "", like.trace(), "", "", values);
    }

    private static SortedMap<RowKey, Row> byKey(Collection<Row> rows) {
        SortedMap<RowKey, Row> byKey = new TreeMap<>();
        rows.forEach(row -> byKey.put(row.key(), row));
        return byKey;
    }
}
