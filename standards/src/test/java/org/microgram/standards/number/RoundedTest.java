package org.microgram.standards.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("GB/T 8170—2008 — a rounded number")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoundedTest {

    @ParameterizedTest(name = "{0} to {1} decimals is {2}")
    @CsvSource({
        "0.0034, 3, 0.003", "0.0035, 3, 0.004", "0.0045, 3, 0.004", "0.00005, 3, 0.00005", "0.00006, 3, 0.00006",
        "-0.00005, 3, -0.00005", "0.0005, 3, 0.0005", "0.0004999, 3, 0.0005", "0.000096, 3, 0.00010", "0, 3, 0.000"
    })
    void keeps_its_first_significant_digit_where_zero_would_say_that_nothing_is_there(
            String value, int digits, String expected) {
        assertThat(Rounded.keepingSomething(exact(value), digits)).hasToString(expected);
    }

    @Test
    void is_zero_where_no_rule_keeps_something() {
        assertThat(Rounded.of(exact("0.00005"), 3)).hasToString("0.000");
    }

    @Test
    void ranks_by_value_and_is_written_with_its_decimals() {
        assertThat(Rounded.of(exact("27"), 1)).hasToString("27.0");
        assertThat(Rounded.of(exact("27"), 1)).isEqualByComparingTo(Rounded.of(27));
        assertThat(Rounded.of(exact("27.04"), 2)).isGreaterThan(Rounded.of(27));
        assertThat(Rounded.of(exact("-8.5"), 1).exact()).isEqualTo(Fraction.of(-17, 2));
    }

    private static Fraction exact(String value) {
        return Fraction.of(new BigDecimal(value).movePointRight(9).longValueExact(), 1_000_000_000L);
    }
}
