package org.microgram.standards.water;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import org.microgram.standards.number.Enclosure;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Logarithm;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.number.Scaled;

/**
 * The mean of pH by the concentration of hydrogen ions: −log10(mean(10^−pH)).
 *
 * <p><b>Rule.</b> The digit given is the half-even rounding of the true number, proven: the number is enclosed, and enclosed more
 * narrowly until all of the enclosure rounds to one digit. Only a number exactly half-way would never come to an end, and whether
 * it is one is decided exactly: powers of ten whose exponents differ by no whole number are linearly independent over the
 * rationals, so the mean is 10^−t only if every pH differs from t by a whole number and the whole powers add up to their count.
 *
 * <p><b>Source.</b> 环办监测函〔2020〕82号. A mean that enters a further one is carried with six decimals: docs/decisions/0013.
 */
public final class PhMean {

    private static final int FIRST_DIGITS = 12;

    private PhMean() {}

    /** The mean of pH values in millionths, itself to the millionth. */
    public static long ofScaled(Collection<Long> scaled) {
        return rounded(scaled, Scaled.DIGITS).unscaled();
    }

    /**
     * @param scaled pH in millionths, at least one
     * @param digits decimals of the result, 0 to 6
     */
    public static Rounded rounded(Collection<Long> scaled, int digits) {
        long least = scaled.stream().mapToLong(Long::longValue).min().orElseThrow();
        if (scaled.stream().allMatch(each -> each == least)) {
            return Rounded.of(Fraction.ofScaled(least, 1), digits);
        }
        for (int precision = FIRST_DIGITS; ; precision *= 2) {
            Enclosure mean = enclosed(scaled, least, precision);
            Optional<Rounded> rounded = mean.rounded(digits);
            if (rounded.isPresent()) {
                return rounded.get();
            }
            Fraction halfWay = halfWay(mean.value(), digits);
            if (isMean(scaled, halfWay)) {
                return Rounded.of(halfWay, digits);
            }
        }
    }

    /**
     * With S = Σ 10^−(pH − least), which is at least 1, the mean is least − log10(S / n). S is off by at most n units of the last
     * digit, the logarithms and their quotient by less than n + 8 more.
     */
    private static Enclosure enclosed(Collection<Long> scaled, long least, int precision) {
        BigDecimal sum = BigDecimal.ZERO;
        for (long each : scaled) {
            sum = sum.add(Logarithm.tenToMinus(Fraction.ofScaled(each - least, 1), precision));
        }
        Fraction mean = WaterRules.exact(sum).dividedBy(scaled.size());
        int digits = precision + 2;
        BigDecimal log = Logarithm.ln(mean, digits)
                .divide(Logarithm.ln(Fraction.of(10), digits), digits, RoundingMode.HALF_EVEN);
        BigDecimal unit = BigDecimal.ONE.movePointLeft(precision);
        return new Enclosure(
                BigDecimal.valueOf(least, Scaled.DIGITS).subtract(log),
                unit.multiply(BigDecimal.valueOf(2L * scaled.size() + 8)));
    }

    /** The number half-way between two roundings that lies next to a value. */
    private static Fraction halfWay(BigDecimal value, int digits) {
        BigDecimal below = value.setScale(digits, RoundingMode.FLOOR);
        return WaterRules.exact(below).plus(Fraction.of(1, 2 * Scaled.powerOfTen(digits)));
    }

    /** Whether Σ 10^(t − pH) is exactly the number of values. */
    private static boolean isMean(Collection<Long> scaled, Fraction t) {
        Fraction sum = Fraction.ZERO;
        for (long each : scaled) {
            Fraction exponent = t.minus(Fraction.ofScaled(each, 1));
            if (!exponent.denominator().equals(BigInteger.ONE)) {
                return false;
            }
            sum = sum.plus(WaterRules.exact("1E" + exponent.numerator()));
        }
        return sum.equals(Fraction.of(scaled.size()));
    }
}
