package org.microgram.standards.number;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * A number as it is published: rounded once, with its decimals. 27.0 is not 27: it says how far it was rounded.
 *
 * @param unscaled in units of its last decimal
 * @param digits its decimals
 */
public record Rounded(long unscaled, int digits) implements Comparable<Rounded>, Serializable {

    /** Rounds half-even (GB/T 8170). */
    public static Rounded of(Fraction exact, int digits) {
        return new Rounded(exact.rounded(digits, Rounding.HALF_EVEN), digits);
    }

    /**
     * Rounds half-even; but what would become zero keeps its first significant digit, because "0" would say that nothing is there.
     *
     * <p><b>Source.</b> 环办监测函〔2020〕82号 on top of GB/T 8170: 0.00005 at three decimals stays 0.00005.
     */
    public static Rounded keepingSomething(Fraction exact, int digits) {
        Rounded rounded = of(exact, digits);
        if (rounded.unscaled != 0 || exact.equals(Fraction.ZERO)) {
            return rounded;
        }
        BigInteger numerator = exact.numerator().abs();
        int first = digits;
        while (numerator.multiply(BigInteger.TEN.pow(first)).compareTo(exact.denominator()) < 0) {
            first++;
        }
        return of(exact, first);
    }

    public static Rounded of(long whole) {
        return new Rounded(whole, 0);
    }

    public Fraction exact() {
        return Fraction.of(unscaled, Scaled.powerOfTen(digits));
    }

    /** The same number counted in units of a later decimal. */
    public long at(int moreDigits) {
        return Math.multiplyExact(unscaled, Scaled.powerOfTen(moreDigits - digits));
    }

    /** By value: 27 and 27.0 are equal in rank. */
    @Override
    public int compareTo(Rounded other) {
        int most = Math.max(digits, other.digits);
        return Long.compare(at(most), other.at(most));
    }

    /** With all its decimals: {@code 27.0}. */
    @Override
    public String toString() {
        return Scaled.printFixed(unscaled, digits);
    }
}
