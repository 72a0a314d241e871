package org.microgram.standards.water;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import org.microgram.standards.number.Enclosure;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Logarithm;
import org.microgram.standards.number.Scaled;

/**
 * The pH that the values still to come must have on the mean so that the mean of all is a given one: pH is averaged by hydrogen
 * ions ({@link PhMean}), so what is left is the ions of all less the ions there are, which may be less than nothing.
 *
 * <p><b>Rule.</b> To six decimals, proven as in docs/decisions/0013: both ends of what is known of the ions left round to the same
 * digit. They are exactly nothing only when every pH differs from the given one by a whole number, which is decided exactly.
 */
final class PhRest {

    private static final int FIRST_DIGITS = 24;
    private static final Fraction TEN = Fraction.of(10);

    private PhRest() {}

    /**
     * @param scaled pH so far in millionths
     * @param whole the mean that all shall have
     * @param rest how many are to come, at least one
     * @return empty when there are too many hydrogen ions already, whatever comes
     */
    static Optional<Fraction> mean(Collection<Long> scaled, Fraction whole, int rest) {
        if (leavesNothing(scaled, whole, rest)) {
            return Optional.empty();
        }
        Fraction base = scaled.stream()
                .map(each -> Fraction.ofScaled(each, 1))
                .reduce(whole, (one, other) -> one.compareTo(other) < 0 ? one : other);
        int all = scaled.size() + rest;
        for (int precision = FIRST_DIGITS; ; precision *= 2) {
            BigDecimal left = Logarithm.tenToMinus(whole.minus(base), precision).multiply(BigDecimal.valueOf(all));
            for (long each : scaled) {
                left = left.subtract(
                        Logarithm.tenToMinus(Fraction.ofScaled(each, 1).minus(base), precision));
            }
            BigDecimal error =
                    BigDecimal.ONE.movePointLeft(precision).multiply(BigDecimal.valueOf(all + scaled.size()));
            if (left.add(error).signum() <= 0) {
                return Optional.empty();
            }
            if (left.subtract(error).signum() <= 0) {
                continue; // not yet known on which side of nothing it lies
            }
            BigDecimal least = minusLog(left.add(error), rest, precision);
            BigDecimal most = minusLog(left.subtract(error), rest, precision);
            BigDecimal middle = least.add(most).divide(BigDecimal.valueOf(2), precision, RoundingMode.HALF_EVEN);
            BigDecimal either = most.subtract(least).abs().add(BigDecimal.ONE.movePointLeft(precision - 2));
            Optional<Fraction> proven = new Enclosure(middle.add(asDecimal(base)), either)
                    .rounded(Scaled.DIGITS)
                    .map(rounded -> rounded.exact());
            if (proven.isPresent()) {
                return proven;
            }
        }
    }

    /** −log10(ions / rest), within a hundred units of its last decimal. */
    private static BigDecimal minusLog(BigDecimal ions, int rest, int digits) {
        return Logarithm.ln(WaterRules.exact(ions).dividedBy(rest), digits)
                .divide(Logarithm.ln(TEN, digits), digits, RoundingMode.HALF_EVEN)
                .negate();
    }

    /** Whether the ions so far are exactly all that the mean allows. */
    private static boolean leavesNothing(Collection<Long> scaled, Fraction whole, int rest) {
        Fraction ions = Fraction.ZERO;
        for (long each : scaled) {
            Fraction exponent = whole.minus(Fraction.ofScaled(each, 1));
            if (!exponent.denominator().equals(BigInteger.ONE)) {
                return false;
            }
            ions = ions.plus(WaterRules.exact("1E" + exponent.numerator()));
        }
        return ions.equals(Fraction.of(scaled.size() + rest));
    }

    /** The given pH and those so far have six decimals at most. */
    private static BigDecimal asDecimal(Fraction ph) {
        return new BigDecimal(ph.toSixDecimals());
    }
}
