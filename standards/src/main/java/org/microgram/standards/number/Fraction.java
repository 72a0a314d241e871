package org.microgram.standards.number;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * An exact rational number in lowest terms with a positive denominator: every mean from the area day upward.
 *
 * <p>Written {@code 7684410000/178}, or {@code 42} when it is whole. Concentrations are in whole units (µg/m³; CO: mg/m³), not scaled.
 */
public final class Fraction implements Comparable<Fraction>, Serializable {

    private static final long serialVersionUID = 1;

    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Fraction(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** The quotient in lowest terms. */
    public static Fraction of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("a fraction needs a denominator other than zero");
        }
        if (numerator.signum() == 0) {
            return ZERO;
        }
        BigInteger gcd = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            gcd = gcd.negate();
        }
        return new Fraction(numerator.divide(gcd), denominator.divide(gcd));
    }

    public static Fraction of(long numerator, long denominator) {
        return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Fraction of(long whole) {
        return of(whole, 1);
    }

    /** A sum of scaled concentrations over a count of them, in whole units. */
    public static Fraction ofScaled(long scaledSum, long count) {
        return of(BigInteger.valueOf(scaledSum), BigInteger.valueOf(count).multiply(BigInteger.valueOf(Scaled.ONE)));
    }

    /** Reads what {@link #toString} wrote. */
    public static Fraction parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? of(new BigInteger(text), BigInteger.ONE)
                : of(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    }

    public BigInteger numerator() {
        return numerator;
    }

    public BigInteger denominator() {
        return denominator;
    }

    public Fraction plus(Fraction other) {
        return of(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    public Fraction times(Fraction other) {
        return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Fraction times(long factor) {
        return of(numerator.multiply(BigInteger.valueOf(factor)), denominator);
    }

    public Fraction dividedBy(long divisor) {
        return of(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
    }

    public Fraction dividedBy(Fraction divisor) {
        return of(numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    /**
     * Rounds once to {@code digits} decimals; the result counts units of ten to the minus {@code digits}: 42.0969… at 1 is 421.
     */
    public long rounded(int digits, Rounding rounding) {
        return rounding.divide(numerator.multiply(BigInteger.TEN.pow(digits)), denominator)
                .longValueExact();
    }

    /** To six decimals half-even, trailing zeros kept off: how {@code value_exact} is shown. */
    public String toSixDecimals() {
        return Scaled.print(rounded(6, Rounding.HALF_EVEN), 6);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction that
                && numerator.equals(that.numerator)
                && denominator.equals(that.denominator);
    }

    @Override
    public int hashCode() {
        return numerator.hashCode() * 31 + denominator.hashCode();
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
