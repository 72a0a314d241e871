package org.microgram.standards.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
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

@DisplayName("GB/T 8170—2008 — rounding")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoundingTest {

    @ParameterizedTest(name = "{0} to {1} decimals is {2}")
    @CsvSource({
        "35.5, 0, 36", "60.5, 0, 60", "0.275, 2, 0.28", "0.225, 2, 0.22", "0.0045, 3, 0.004", "0.0035, 3, 0.004",
        "12.1498, 1, 12.1", "1.050, 1, 1.0", "0.35, 1, 0.4", "-3.5, 0, -4", "-2.5, 0, -2", "60.5000001, 0, 61"
    })
    void carries_a_tie_to_the_even_digit(String value, int decimals, String expected) {
        assertThat(rounded(value, decimals, Rounding.HALF_EVEN)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} to {1} decimals is {2}")
    @CsvSource({"60.5, 0, 61", "35.5, 0, 36", "0.25, 1, 0.3", "-2.5, 0, -3", "60.49999, 0, 60"})
    void carries_a_tie_away_from_zero_where_the_published_record_did(String value, int decimals, String expected) {
        assertThat(rounded(value, decimals, Rounding.HALF_UP)).isEqualTo(expected);
    }

    @Test
    void is_done_once_from_the_exact_value_and_never_in_two_steps() {
        // In steps 15.4546 would become 15.455, 15.46, 15.5 and 16.
        assertThat(rounded("15.4546", 0, Rounding.HALF_EVEN)).isEqualTo("15");
    }

    @RepeatedTest(100)
    void agrees_with_decimal_arithmetic_in_all_three_rules(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition() * 0x9E3779B97F4A7C15L);
        long numerator = random.nextInt(4_000_001) - 2_000_000L;
        long denominator = 1 + random.nextInt(repetition.getCurrentRepetition() % 2 == 0 ? 8 : 400);
        assertAgrees(numerator, denominator, Rounding.HALF_EVEN, RoundingMode.HALF_EVEN);
        assertAgrees(numerator, denominator, Rounding.HALF_UP, RoundingMode.HALF_UP);
        assertAgrees(numerator, denominator, Rounding.CEILING, RoundingMode.CEILING);
    }

    private static void assertAgrees(long numerator, long denominator, Rounding rounding, RoundingMode mode) {
        long expected = BigDecimal.valueOf(numerator)
                .divide(BigDecimal.valueOf(denominator), 0, mode)
                .longValueExact();
        assertThat(rounding.divide(numerator, denominator)).isEqualTo(expected);
        assertThat(rounding.divide(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator)))
                .isEqualTo(BigInteger.valueOf(expected));
    }

    private static String rounded(String value, int decimals, Rounding rounding) {
        long scaled = new BigDecimal(value).movePointRight(9).longValueExact();
        return Scaled.printFixed(Fraction.of(scaled, 1_000_000_000L).rounded(decimals, rounding), decimals);
    }
}
