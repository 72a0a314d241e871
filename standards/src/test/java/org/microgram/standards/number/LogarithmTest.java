package org.microgram.standards.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

@DisplayName("A logarithm of as many decimals as are asked for")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogarithmTest {

    private static final String LN_2 = "0.69314718055994530941723212145817656807550013436025525412068000949339";
    private static final String LN_10 = "2.30258509299404568401799145468436420760110148862877297603332790096757";
    private static final String ROOT_OF_TENTH =
            "0.31622776601683793319988935444327185337195551393252168268575048527925944386392382"; // 10^-0.5

    @Test
    void is_that_of_the_books_for_2_and_10() {
        for (int digits : new int[] {1, 7, 20, 60}) {
            within(Logarithm.ln(Fraction.of(2), digits), LN_2, digits);
            within(Logarithm.ln(Fraction.of(10), digits), LN_10, digits);
            within(Logarithm.ln(Fraction.of(1, 10), digits), "-" + LN_10, digits);
            within(Logarithm.tenToMinus(Fraction.of(1, 2), digits), ROOT_OF_TENTH, digits);
        }
    }

    @Test
    void of_1_is_nothing_and_of_nothing_there_is_none() {
        assertThat(Logarithm.ln(Fraction.of(1), 30)).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(Logarithm.tenToMinus(Fraction.ZERO, 30)).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(Logarithm.tenToMinus(Fraction.of(3), 30)).isEqualByComparingTo("0.001");
        assertThat(Logarithm.tenToMinus(Fraction.of(100), 20)).isEqualByComparingTo(BigDecimal.ZERO);
        assertThatThrownBy(() -> Logarithm.ln(Fraction.ZERO, 10)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Logarithm.tenToMinus(Fraction.of(-1), 10)).isInstanceOf(ArithmeticException.class);
    }

    @RepeatedTest(200)
    void of_a_product_is_the_sum_of_the_logarithms(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Fraction a = Fraction.of(1 + random.nextInt(1_000_000_000), 1 + random.nextInt(1_000_000));
        Fraction b = Fraction.of(1 + random.nextInt(1_000), 1 + random.nextInt(1_000_000_000));
        int digits = 1 + random.nextInt(60);
        BigDecimal sum = Logarithm.ln(a, digits).add(Logarithm.ln(b, digits));
        assertThat(sum.subtract(Logarithm.ln(a.times(b), digits)).abs())
                .isLessThan(BigDecimal.valueOf(3).movePointLeft(digits));
    }

    @RepeatedTest(200)
    void undoes_a_power_of_ten_and_agrees_with_the_machine_as_far_as_that_goes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Fraction x = Fraction.of(random.nextInt(14_000_000), 1_000_000);
        BigDecimal power = Logarithm.tenToMinus(x, 40);
        double machine =
                Math.pow(10, -x.numerator().doubleValue() / x.denominator().doubleValue());
        assertThat(Math.abs(power.doubleValue() - machine)).isLessThanOrEqualTo(machine * 1e-13);

        Fraction exact = Fraction.of(power.unscaledValue(), BigInteger.TEN.pow(power.scale()));
        BigDecimal ratio =
                Logarithm.ln(exact, 40).negate().divide(Logarithm.ln(Fraction.of(10), 40), 24, RoundingMode.HALF_EVEN);
        Fraction back = Fraction.of(ratio.unscaledValue(), BigInteger.TEN.pow(24));
        // The power was off by 1e-40 of itself times up to 1e14.
        assertThat(back.minus(x).toSixDecimals()).isEqualTo("0");
    }

    private static void within(BigDecimal found, String expected, int digits) {
        assertThat(found.subtract(new BigDecimal(expected)).abs()).isLessThan(BigDecimal.ONE.movePointLeft(digits));
    }
}
