package org.microgram.standards.number;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Natural logarithm and powers of ten to any number of decimals, with an error that is known: no binary floating point, so that the
 * digit that is published can be proven (docs/decisions/0013).
 *
 * <p><b>How.</b> Whole numbers counted in units of the last of {@code digits + 10} decimals. Each step of a series cuts off less than one
 * unit, and no series here takes as many as 10⁹ steps' worth of such cuts; so the result is within 10<sup>−digits</sup>.
 */
public final class Logarithm {

    private static final int GUARD = 10;

    private static final BigInteger TWO = BigInteger.TWO;

    private Logarithm() {}

    /**
     * ln x, within 10<sup>−digits</sup>: ln x = 2 artanh((m − 1) / (m + 1)) + k ln 2 with x = m 2<sup>k</sup> and m between ½ and 2.
     *
     * @throws ArithmeticException when x is not greater than zero
     */
    public static BigDecimal ln(Fraction x, int digits) {
        if (x.numerator().signum() <= 0) {
            throw new ArithmeticException("there is no logarithm of " + x + "; ask only for what is greater than zero");
        }
        BigInteger one = BigInteger.TEN.pow(digits + GUARD);
        int k = x.numerator().bitLength() - x.denominator().bitLength();
        BigInteger top = k < 0 ? x.numerator().shiftLeft(-k) : x.numerator();
        BigInteger bottom = k > 0 ? x.denominator().shiftLeft(k) : x.denominator();
        BigInteger y = one.multiply(top.subtract(bottom)).divide(top.add(bottom));
        BigInteger ofTwo = artanh(one.divide(BigInteger.valueOf(3)), one).multiply(TWO);
        BigInteger sum = artanh(y, one).multiply(TWO).add(ofTwo.multiply(BigInteger.valueOf(k)));
        return new BigDecimal(sum, digits + GUARD);
    }

    /**
     * 10<sup>−x</sup> within 10<sup>−digits</sup>, as 10<sup>−k</sup> e<sup>−f ln 10</sup> with k the whole part of x and f the rest.
     *
     * @param x not negative
     */
    public static BigDecimal tenToMinus(Fraction x, int digits) {
        if (x.numerator().signum() < 0) {
            throw new ArithmeticException("10 to a positive power is not asked for here: -" + x);
        }
        BigInteger[] parts = x.numerator().divideAndRemainder(x.denominator());
        int k = parts[0].intValueExact();
        if (k > digits + GUARD) {
            return BigDecimal.ZERO; // less than the error that is allowed
        }
        BigInteger one = BigInteger.TEN.pow(digits + GUARD);
        BigInteger lnTen = ln(Fraction.of(10), digits + GUARD).unscaledValue().divide(BigInteger.TEN.pow(GUARD));
        BigInteger z = lnTen.multiply(parts[1]).divide(x.denominator());
        BigInteger sum = BigInteger.ZERO;
        BigInteger term = one;
        for (int j = 1; term.signum() != 0; j++) {
            sum = sum.add(term);
            term = term.multiply(z).divide(one).negate().divide(BigInteger.valueOf(j));
        }
        return new BigDecimal(sum, digits + GUARD).movePointLeft(k);
    }

    /** y + y³/3 + y⁵/5 + …, for |y| at most 1/3. */
    private static BigInteger artanh(BigInteger y, BigInteger one) {
        BigInteger square = y.multiply(y).divide(one);
        BigInteger sum = BigInteger.ZERO;
        BigInteger power = y;
        for (int odd = 1; power.signum() != 0; odd += 2) {
            sum = sum.add(power.divide(BigInteger.valueOf(odd)));
            power = power.multiply(square).divide(one);
        }
        return sum;
    }
}
