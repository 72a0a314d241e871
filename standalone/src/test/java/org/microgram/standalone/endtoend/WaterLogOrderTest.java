package org.microgram.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.messages.network.Section;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.FiguresCodec;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.water.AffectedWaterRows;
import org.microgram.messages.water.WaterRows;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.samples.SectionDay;

@DisplayName("The four-hourly log of the Hai basin, with its resends and corrections")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaterLogOrderTest {

    private static List<SectionSample> log;
    private static List<String> asItArrived;

    @BeforeAll
    static void read() throws IOException {
        log = WaterPiece.samples(WaterPiece.LOG);
        log.sort(Comparator.comparingLong(each -> each.version().receivedAt()));
        asItArrived = new Live().send(log).bytes();
    }

    @Test
    void sorted_by_section_and_moment_gives_the_bytes_that_it_gives_as_it_arrived() {
        List<SectionSample> sorted = new ArrayList<>(log);
        sorted.sort(Comparator.comparing(SectionSample::section)
                .thenComparingLong(SectionSample::second)
                .thenComparing(each -> -each.version().receivedAt()));
        assertThat(sorted).isNotEqualTo(log);
        assertThat(new Live().send(sorted).bytes()).isEqualTo(asItArrived);
    }

    @RepeatedTest(3)
    void gives_the_same_bytes_in_any_order(RepetitionInfo repetition) {
        List<SectionSample> shuffled = new ArrayList<>(log);
        Collections.shuffle(shuffled, new Random(repetition.getCurrentRepetition()));
        assertThat(new Live().send(shuffled).bytes()).isEqualTo(asItArrived);
    }

    @Test
    void counts_its_corrections_as_revisions() {
        assertThat(new Live().send(log).rows.values())
                .filteredOn(row -> row.measurement() == Measurement.WATER_SAMPLE)
                .anyMatch(row -> row.number("revision") > 0)
                .anyMatch(row -> row.number("revision") == 0);
    }

    @Test
    void writes_nothing_when_it_is_sent_again() {
        Live live = new Live().send(log);
        assertThat(live.written).isPositive();
        long before = live.written;
        assertThat(live.send(log).written).isEqualTo(before);
    }

    /** Sections' ledgers to which each sample comes alone, as it does live: rows are made anew after every one. */
    private static final class Live {

        private final Map<String, Map<Integer, SectionDay>> days = new HashMap<>();
        private final SortedMap<RowKey, Row> rows = new TreeMap<>();
        private long written;

        Live send(List<SectionSample> samples) {
            Map<String, WaterRows> makers = new HashMap<>();
            for (Section section : Piece.BEIJING.water().sections()) {
                makers.put(section.id(), new WaterRows(section, Piece.BEIJING));
            }
            for (SectionSample each : samples) {
                Map<Integer, SectionDay> blocks = days.computeIfAbsent(each.section(), id -> new HashMap<>());
                int day = ChinaTime.dayOf(each.second());
                SectionDay before = blocks.getOrDefault(day, SectionDay.empty(day));
                SectionDay after = before.apply(each.second(), each.byHand(), each.version(), each.values())
                        .block();
                if (after != before) {
                    blocks.put(day, after);
                    new AffectedWaterRows(makers.get(each.section()))
                            .of(blocks::get, new TreeSet<>(Set.of(day)), this::write);
                }
            }
            return this;
        }

        private void write(Row row) {
            written += row.equals(rows.put(row.key(), row)) ? 0 : 1;
        }

        List<String> bytes() {
            return rows.values().stream()
                    .map(row -> HexFormat.of().formatHex(FiguresCodec.encode(row)))
                    .toList();
        }
    }
}
