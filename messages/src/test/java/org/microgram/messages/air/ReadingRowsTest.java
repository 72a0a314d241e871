package org.microgram.messages.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.messages.RandomMessages;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

@DisplayName("A reading as a row")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingRowsTest {

    static final Version VERSION = new Version(ReviewState.RAW, Rank.HOUR, 1_549_933_200_000L, "a.b.csv", 17);

    @RepeatedTest(200)
    void comes_back_as_the_record_it_was_but_for_its_batch(RepetitionInfo repetition) {
        StationRecord any = RandomMessages.record(new Random(repetition.getCurrentRepetition()));
        StationRecord record = new StationRecord(
                any.station(),
                any.startSecond() / 2,
                any.lengthSeconds(),
                any.version(),
                "",
                any.trace(),
                any.author(),
                any.reason(),
                any.values(),
                any.notes());
        assertThat(ReadingRows.record(ReadingRows.row(record))).isEqualTo(record);
    }

    @Test
    void keeps_apart_two_versions_of_one_hour_and_two_values_of_one_version() {
        Version dotted = new Version(ReviewState.RAW, Rank.HOUR, 1_549_933_200_000L, "csv", 17);
        HourValues forty = HourValues.only(Pollutant.PM25, 40_000_000);
        assertThat(ReadingRows.variant(VERSION, forty))
                .isNotEqualTo(ReadingRows.variant(dotted, forty))
                .isNotEqualTo(ReadingRows.variant(VERSION, HourValues.only(Pollutant.PM25, 41_000_000)))
                .isNotEqualTo(ReadingRows.variant(VERSION, HourValues.only(Pollutant.PM25, HourValues.TOMBSTONE)))
                .isNotEqualTo(ReadingRows.variant(VERSION, HourValues.only(Pollutant.PM10, 40_000_000)))
                .isEqualTo(ReadingRows.variant(VERSION, HourValues.only(Pollutant.PM25, 40_000_000)));
    }

    @Test
    void has_a_key_that_does_not_change_between_releases() {
        assertThat(ReadingRows.variant(VERSION, HourValues.only(Pollutant.PM25, 40_000_000)))
                .isEqualTo("0.1.1549933200000.17.558cf724dd35fdb1.a.b.csv");
    }
}
