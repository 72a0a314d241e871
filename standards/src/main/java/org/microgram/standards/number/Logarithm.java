package org.microgram.standards.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Natural logarithm and powers of ten to any number of decimals, with an error that is known: no binary floating point, so that
 * the digit that is published can be proven (docs/decisions/0013).
 *
 * <p><b>How.</b> Whole numbers counted in units of 2<sup>−bits</sup>, with ten decimals more than are asked for. Each step of a
 * series cuts off less than one unit, and no series here takes as many as 10⁹ steps' worth of such cuts; so the result is within
 * 10<sup>−digits</sup>.
 */
public final class Logarithm {

    private static final int GUARD = 10;

    /** ln 10 in units, for the few precisions that are ever asked for. */
    private static final Map<Integer, BigInteger> LN_TEN = new ConcurrentHashMap<>();

    private Logarithm() {}

    /**
     * ln x, within 10<sup>−digits</sup>: ln x = 2 artanh((m − 1) / (m + 1)) + k ln 2 with x = m 2<sup>k</sup> and m between ½ and
     * 2.
     *
     * @throws ArithmeticException when x is not greater than zero
     */
    public static BigDecimal ln(Fraction x, int digits) {
        if (x.numerator().signum() <= 0) {
            throw new ArithmeticException("there is no logarithm of " + x + "; ask only for what is greater than zero");
        }
        int k = x.numerator().bitLength() - x.denominator().bitLength();
        BigInteger top = k < 0 ? x.numerator().shiftLeft(-k) : x.numerator();
        BigInteger bottom = k > 0 ? x.denominator().shiftLeft(k) : x.denominator();
        int bits = bits(digits);
        BigInteger y = top.subtract(bottom).shiftLeft(bits).divide(top.add(bottom));
        BigInteger third = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(3));
        BigInteger ofTwo = artanh(third, bits).multiply(BigInteger.valueOf(k));
        return decimal(artanh(y, bits).add(ofTwo).shiftLeft(1), bits, digits);
    }

    /**
     * 10<sup>−x</sup> within 10<sup>−digits</sup>, as 10<sup>−k</sup> e<sup>−f ln 10</sup> with k the whole part of x and f the
     * rest.
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
        int bits = bits(digits);
        BigInteger lnTen = LN_TEN.computeIfAbsent(digits, Logarithm::lnTen);
        BigInteger z = lnTen.multiply(parts[1]).divide(x.denominator());
        BigInteger sum = BigInteger.ZERO;
        BigInteger term = BigInteger.ONE.shiftLeft(bits);
        for (int j = 1; term.signum() != 0; j++) {
            sum = j % 2 == 0 ? sum.subtract(term) : sum.add(term);
            term = term.multiply(z).shiftRight(bits).divide(BigInteger.valueOf(j));
        }
        return decimal(sum, bits, digits).movePointLeft(k);
    }

    /** y + y³/3 + y⁵/5 + …, for |y| at most 1/3. */
    private static BigInteger artanh(BigInteger y, int bits) {
        BigInteger square = y.multiply(y).shiftRight(bits);
        BigInteger sum = BigInteger.ZERO;
        BigInteger power = y.abs();
        for (int odd = 1; power.signum() != 0; odd += 2) {
            sum = sum.add(power.divide(BigInteger.valueOf(odd)));
            power = power.multiply(square).shiftRight(bits);
        }
        return y.signum() < 0 ? sum.negate() : sum;
    }

    private static BigInteger lnTen(int digits) {
        int bits = bits(digits);
        BigDecimal ln = ln(Fraction.of(10), digits + GUARD);
        return ln.unscaledValue().shiftLeft(bits).divide(BigInteger.TEN.pow(ln.scale()));
    }

    /** Enough for {@code digits + GUARD} decimals: ten is 2 to the 3.322, and 61/18 is 3.389. */
    private static int bits(int digits) {
        return (digits + GUARD) * 61 / 18 + 1;
    }

    private static BigDecimal decimal(BigInteger units, int bits, int digits) {
        int scale = digits + GUARD;
        return new BigDecimal(units.multiply(BigInteger.TEN.pow(scale)).shiftRight(bits), scale);
    }
}
