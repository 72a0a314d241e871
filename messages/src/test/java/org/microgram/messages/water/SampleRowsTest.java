package org.microgram.messages.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.messages.oracle.RandomReadings;
import org.microgram.messages.oracle.RandomSamples;
import org.microgram.messages.readings.SectionSample;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.WaterParameter;

@DisplayName("What a message said of a sample, as a row")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SampleRowsTest {

    private static final Version VERSION = new Version(ReviewState.RAW, Rank.HOUR, 1_617_267_600_000L, "a.b.csv", 17);

    @RepeatedTest(5)
    void comes_back_as_the_message_it_was(RepetitionInfo repetition) {
        for (SectionSample each :
                new RandomSamples(RandomReadings.seeded(repetition.getCurrentRepetition()), 12).samples()) {
            assertThat(SampleRows.sample(SampleRows.row(each))).isEqualTo(each);
        }
    }

    @Test
    void keeps_its_author_reason_and_notes_and_parameters_that_have_no_column() {
        SectionSample byHand = new SectionSample(
                "s-river",
                1_617_235_200L,
                true,
                VERSION,
                "",
                "t",
                "wang",
                "采样瓶污染",
                new SampleValues(
                        Map.of(
                                WaterParameter.CU,
                                SampleValues.code(new Measured.Value(10_000)),
                                WaterParameter.HG,
                                SampleValues.code(new Measured.BelowDetection(40)),
                                WaterParameter.DO,
                                SampleValues.WITHDRAWN,
                                WaterParameter.TN,
                                SampleValues.NOT_MEASURED),
                        Optional.empty(),
                        Optional.empty()),
                "method=GB 11892-89");
        assertThat(SampleRows.row(byHand).text("others")).isEqualTo("DO:withdrawn TN:* Cu=0.01 Hg<0.00004");
        assertThat(SampleRows.sample(SampleRows.row(byHand))).isEqualTo(byHand);
    }

    @Test
    void has_a_key_that_does_not_change_between_releases_and_is_another_for_other_values_or_another_hand() {
        SectionSample ofStation = sample(false, WaterParameter.CODMN, 5_380_000);
        assertThat(SampleRows.row(ofStation).key().variant())
                .isEqualTo("0.1.1617267600000.17..4a76da6c8af1b5b4.a.b.csv")
                .isNotEqualTo(SampleRows.row(sample(true, WaterParameter.CODMN, 5_380_000))
                        .key()
                        .variant())
                .isNotEqualTo(SampleRows.row(sample(false, WaterParameter.CODMN, 5_390_000))
                        .key()
                        .variant())
                .isNotEqualTo(SampleRows.row(sample(false, WaterParameter.TN, 5_380_000))
                        .key()
                        .variant());
    }

    private static SectionSample sample(boolean byHand, WaterParameter parameter, long scaled) {
        return new SectionSample(
                "s-river",
                1_617_235_200L,
                byHand,
                VERSION,
                "",
                "",
                "",
                "",
                new SampleValues(
                        Map.of(parameter, SampleValues.code(new Measured.Value(scaled))),
                        Optional.empty(),
                        Optional.empty()),
                "");
    }
}
