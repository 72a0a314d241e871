package org.microgram.ingest.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.ValueNote;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;

@DisplayName("One value as it was sent")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadValueTest {

    private static final long START_2019 = 1_549_926_000L;

    @ParameterizedTest
    @ValueSource(strings = {"N", "S", "n", ""})
    void counts_when_its_flag_is_valid_or_there_is_none(String flag) {
        ReadValue value = ReadValue.of(sent(Pollutant.PM25, "42.5", "ug/m3", flag, ""));
        assertThat(value.scaled()).isEqualTo(42_500_000);
        assertThat(value.note().flag()).isEqualTo(flag.toUpperCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"F", "M", "D", "C", "T", "B", "d"})
    void withdraws_its_interval_when_its_flag_is_not_valid_and_stays_in_the_note(String flag) {
        ReadValue value = ReadValue.of(sent(Pollutant.PM25, "99999", "ug/m3", flag, ""));
        assertThat(value.scaled()).isEqualTo(HourValues.TOMBSTONE);
        assertThat(value.note().sent()).isEqualTo("99999");
        assertThat(ReadValue.of(sent(Pollutant.PM25, "", "", flag, "")).scaled())
                .isEqualTo(HourValues.TOMBSTONE);
    }

    @ParameterizedTest
    @CsvSource({
        "BAD_FIELD,    1,    ug/m3, X, ''",
        "BAD_FIELD,    1,    ug/m3, '', 0",
        "BAD_FIELD,    1,    ug/m3, '', low",
        "BAD_FIELD,    <1,   ug/m3, '', 2",
        "NOT_A_NUMBER, <,    ug/m3, '', ''",
        "NOT_A_NUMBER, <0,   ug/m3, '', ''",
        "NOT_A_NUMBER, 1e2,  ug/m3, '', ''",
        "NOT_A_NUMBER, 1.0000001, ug/m3, '', ''",
        "BAD_UNIT,     1,    g/m3,  '', ''",
        "OUT_OF_RANGE, -1,   ug/m3, '', ''",
        "OUT_OF_RANGE, 5000, ppb,   '', ''",
    })
    void is_refused_with_its_reason(Reason reason, String value, String unit, String flag, String limit) {
        assertThat(ReadValue.of(sent(Pollutant.O3, value, unit, flag, limit)).reason())
                .isEqualTo(reason);
    }

    @Test
    void is_kept_below_its_detection_limit_and_not_marked_at_it() {
        assertThat(ReadValue.of(sent(Pollutant.SO2, "1", "ppb", "", "2")).note().below())
                .isEqualTo(ValueNote.BELOW_KEPT);
        assertThat(ReadValue.of(sent(Pollutant.SO2, "2", "ppb", "", "2")).note().below())
                .isEmpty();
    }

    @RepeatedTest(50)
    void in_ppb_is_the_decimal_quotient_rounded_once(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        BigDecimal ppb = BigDecimal.valueOf(random.nextInt(500_000), 3);
        BigDecimal expected =
                ppb.multiply(new BigDecimal("47.997")).divide(new BigDecimal("24.4654"), 6, RoundingMode.HALF_EVEN);
        ReadValue value = ReadValue.of(sent(Pollutant.O3, ppb.toPlainString(), "ppb", "", ""));
        assertThat(BigDecimal.valueOf(value.scaled(), 6)).isEqualByComparingTo(expected);
        assertThat(value.note().sent()).isEqualTo(ppb.toPlainString());
    }

    @ParameterizedTest
    @CsvSource({"6.333333333333333, 6333333", "1e-05, 10", "7.0, 7000000", "2.5E1, 25000000"})
    void may_be_binary_floating_point_where_its_publisher_computes_so(String text, long scaled) {
        assertThat(ReadValue.ofFloating(sent(Pollutant.PM25, text, "ug/m3", "", ""))
                        .scaled())
                .isEqualTo(scaled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1e999", "0x10", "1,5", "--1"})
    void is_no_number_in_other_spellings(String text) {
        assertThat(ReadValue.ofFloating(sent(Pollutant.PM25, text, "ug/m3", "", ""))
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
    }

    private static SentValue sent(Pollutant pollutant, String value, String unit, String flag, String limit) {
        return new SentValue(pollutant, START_2019, value, unit, flag, "", limit);
    }
}
