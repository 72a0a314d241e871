package org.microgram.messages.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The oracle's own exact number: numerator over positive denominator, in lowest terms. */
record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {

    static final Ratio ZERO = new Ratio(BigInteger.ZERO, BigInteger.ONE);

    static Ratio of(BigInteger numerator, long denominator) {
        BigInteger below = BigInteger.valueOf(denominator);
        BigInteger common = numerator.gcd(below);
        return new Ratio(numerator.divide(common), below.divide(common));
    }

    Ratio plus(Ratio other) {
        BigInteger above = numerator.multiply(other.denominator).add(other.numerator.multiply(denominator));
        BigInteger below = denominator.multiply(other.denominator);
        BigInteger common = above.gcd(below);
        return new Ratio(above.divide(common), below.divide(common));
    }

    Ratio over(long divisor) {
        BigInteger below = denominator.multiply(BigInteger.valueOf(divisor));
        BigInteger common = numerator.gcd(below);
        return new Ratio(numerator.divide(common), below.divide(common));
    }

    Ratio minus(Ratio other) {
        return plus(new Ratio(other.numerator.negate(), other.denominator));
    }

    Ratio times(Ratio other) {
        BigInteger above = numerator.multiply(other.numerator);
        BigInteger below = denominator.multiply(other.denominator);
        BigInteger common = above.gcd(below);
        return new Ratio(above.divide(common), below.divide(common));
    }

    Ratio times(long factor) {
        return times(whole(factor));
    }

    /** @param divisor not zero */
    Ratio over(Ratio divisor) {
        int sign = divisor.numerator.signum();
        BigInteger above = divisor.denominator.multiply(BigInteger.valueOf(sign));
        return times(new Ratio(above, divisor.numerator.abs()));
    }

    static Ratio whole(long number) {
        return new Ratio(BigInteger.valueOf(number), BigInteger.ONE);
    }

    BigDecimal rounded(int decimals, RoundingMode mode) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, mode);
    }

    @Override
    public int compareTo(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** As rows print exact values. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
