package org.microgram.standalone.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.ReadingSink;
import org.microgram.ingest.cnemc.WaterCsvReader;
import org.microgram.messages.oracle.BasinOracle;
import org.microgram.messages.oracle.WaterOracle;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.WaterParameter;

/**
 * A piece of what the page of the China National Environmental Monitoring Centre showed of the Hai basin (public; no licence stated): nine sections
 * of the two collections, a log of five days with its resends and corrections, and a daily file of two months.
 */
final class WaterPiece {

    private static final Path FOLDER = Path.of("src/test/resources/water");

    static final Path LOG = FOLDER.resolve("log-2021-04.csv");
    static final Path DAILY = FOLDER.resolve("daily-2020-05.csv");

    private WaterPiece() {}

    /** The log with its rows in another order. */
    static Path shuffledLog(Path folder, Random random) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(LOG));
        Collections.shuffle(lines.subList(1, lines.size()), random);
        return Files.write(folder.resolve("shuffled.csv"), lines);
    }

    /** What the reader makes of a file; of no batch. */
    static List<SectionSample> samples(Path file) throws IOException {
        List<SectionSample> samples = new ArrayList<>();
        new WaterCsvReader().read(List.of(file), ReadContext.of(Piece.BEIJING, ""), new ReadingSink() {
            @Override
            public void accept(StationRecord record) {
                throw new AssertionError("no file of water has " + record);
            }

            @Override
            public void accept(SectionSample sample) {
                samples.add(sample);
            }

            @Override
            public void refuse(Refusal refusal) {}
        });
        return samples;
    }

    /** A final decision that a sample has no valid pH. */
    static SectionSample withdrawingPh(SectionSample of) {
        return new SectionSample(
                of.section(),
                of.second(),
                of.byHand(),
                new Version(ReviewState.FINAL, Rank.AUDITED, of.version().receivedAt() + 1, "audit", 1),
                "",
                of.trace(),
                "wang",
                "电极故障",
                new SampleValues(Map.of(WaterParameter.PH, SampleValues.WITHDRAWN), Optional.empty(), Optional.empty()),
                "");
    }

    /** Every row that samples amount to, of sections and of what is assessed by them. */
    static SortedMap<RowKey, Row> expected(List<SectionSample> samples) {
        SortedMap<RowKey, Row> rows = new TreeMap<>(WaterOracle.rows(samples, Piece.BEIJING));
        rows.putAll(BasinOracle.rows(samples, Piece.BEIJING));
        return rows;
    }

    static SortedMap<RowKey, Row> ofWater(SortedMap<RowKey, Row> rows) {
        SortedMap<RowKey, Row> water = new TreeMap<>();
        rows.forEach((key, row) -> {
            if (key.measurement().isOfWater()) {
                water.put(key, row);
            }
        });
        return water;
    }
}
