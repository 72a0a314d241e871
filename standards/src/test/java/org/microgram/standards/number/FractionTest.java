package org.microgram.standards.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@DisplayName("An exact fraction")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FractionTest {

    @Test
    void is_in_lowest_terms_with_the_sign_above() {
        assertThat(Fraction.of(6, -8)).hasToString("-3/4").isEqualTo(Fraction.of(-3, 4));
        assertThat(Fraction.of(0, -8)).isEqualTo(Fraction.ZERO);
        assertThat(Fraction.of(84, 2)).hasToString("42");
    }

    @Test
    void of_scaled_sums_is_in_whole_units() {
        assertThat(Fraction.ofScaled(7_684_410_000L, 178)).hasToString("768441/17800");
        assertThat(Fraction.ofScaled(7_684_410_000L, 178).toSixDecimals()).isEqualTo("43.170843");
    }

    @Test
    void needs_a_denominator() {
        assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(ArithmeticException.class);
    }

    @RepeatedTest(50)
    void keeps_the_laws_of_arithmetic(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition() * 0x9E3779B97F4A7C15L);
        Fraction a = any(random);
        Fraction b = any(random);
        Fraction c = any(random);
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.plus(b).times(c)).isEqualTo(a.times(c).plus(b.times(c)));
        assertThat(a.dividedBy(7).times(7)).isEqualTo(a);
        assertThat(Fraction.parse(a.toString())).isEqualTo(a).hasSameHashCodeAs(a);
        assertThat(Integer.signum(a.compareTo(b)))
                .isEqualTo(a.minus(b).numerator().signum());
    }

    private static Fraction any(Random random) {
        return Fraction.of(
                new BigInteger(90, random).subtract(BigInteger.TWO.pow(89)),
                BigInteger.valueOf(1 + random.nextInt(999)));
    }
}
