package org.microgram.dashboard.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.dashboard.review.OneStation;
import org.microgram.dashboard.review.Order;
import org.microgram.dashboard.review.Review;
import org.microgram.dashboard.review.Span;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.readings.ValueNote;
import org.microgram.messages.readings.ValueNotes;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

@DisplayName("A receipt")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReceiptOfReviewTest {

    @TempDir
    Path directory;

    private Store store;
    private OneStation station;

    @BeforeEach
    void open() {
        store = QuestDbStore.open(directory);
        station = new OneStation(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void says_what_was_sent_besides_a_value_and_what_was_done_to_it() {
        Version version = new Version(ReviewState.RAW, Rank.HOUR, station.now(), "readings-csv", 1);
        ValueNotes notes = ValueNotes.of(Map.of(
                Pollutant.O3,
                ValueNote.converted("20", "ppb", "239985/122327"),
                Pollutant.SO2,
                new ValueNote("N", "<2", "ug/m3", "", "UV fluorescence", "2", ValueNote.BELOW_HALF, 0)));
        long[] values = new long[Pollutant.COUNT];
        java.util.Arrays.fill(values, HourValues.ABSENT);
        values[Pollutant.O3.ordinal()] = 39_236_636;
        values[Pollutant.SO2.ordinal()] = Scaled.ONE;
        station.enter(List.of(new StationRecord(
                "s1", OneStation.FIRST, 3600, version, "", "t", "", "", HourValues.of(values), notes)));

        assertThat(explain("s1 air_hour O3 2019-02-12T01").inputs())
                .singleElement()
                .satisfies(input -> {
                    assertThat(input.noteEn()).isEqualTo("sent as 20 ppb × 239985/122327");
                    assertThat(input.noteZh()).isEqualTo("原值 20 ppb × 239985/122327");
                });
        String text = ReceiptText.print(explain("s1 air_hour SO2 2019-02-12T01"), Language.EN);
        assertThat(text.replaceAll("\\s+", " "))
                .contains("sent as <2 ug/m3", "detection limit 2 ug/m3", "half of it enters", "method UV fluorescence");
        // Of what nothing is noted, nothing is said.
        assertThat(explain("s1 air_hour PM2.5 2019-02-12T01").inputs().get(0).noteZh())
                .isNull();
    }

    @Test
    void says_how_many_values_are_in_each_state_and_who_locked_the_day() {
        Review review = new Review(store);
        Span day = Span.days("s1", OneStation.DAY, OneStation.DAY);
        for (String person : List.of("李工", "王工", "李工")) {
            station.enter(review.pass(new Order(person, station.now(), person + station.now), day));
        }
        station.enter(review.lock(new Order("张主任", station.now(), "lock"), day, "终审入库"));
        String text = ReceiptText.print(explain("s1 air_day PM2.5 2019-02-12"), Language.ZH);
        assertThat(text).contains("未审/初审/复审/终审 0/0/0/23", "张主任: 终审入库");
    }

    private Receipt explain(String key) {
        return new ReadingExplainer(store, OneStation.network(), "0")
                .explain(key, OptionalLong.empty())
                .orElseThrow();
    }
}
