package org.microgram.standards.account;

import java.io.Serializable;
import java.math.BigInteger;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;

/**
 * How a figure is rounded before it is held against its target: a mean of 38.4 µg/m³ attains 38 where it is judged at whole numbers.
 *
 * @param decimals 0 for whole numbers
 */
public record JudgedAt(int decimals, Rounding rounding) implements Serializable {

    /** GB/T 8170: half-even. */
    public static JudgedAt halfEven(int decimals) {
        return new JudgedAt(decimals, Rounding.HALF_EVEN);
    }

    /** Whether the figure, rounded, is at most the target. */
    public boolean attains(Fraction exact, Fraction target) {
        return rounded(exact).compareTo(target) <= 0;
    }

    /** The figure as it is judged. */
    public Fraction rounded(Fraction exact) {
        return Fraction.of(exact.rounded(decimals, rounding), 1).times(step());
    }

    /**
     * The edge of what still rounds to at most the target: 38.5 for 38 at whole numbers. Anything below it attains; the edge itself does when the
     * rounding says so (38.5 becomes 38, but 37.5 becomes 38 too): {@link #attains} knows.
     */
    public Fraction edge(Fraction target) {
        BigInteger steps = floor(target.dividedBy(step()));
        Fraction last = Fraction.of(steps, BigInteger.ONE).times(step());
        return rounding == Rounding.CEILING ? last : last.plus(step().dividedBy(2));
    }

    private Fraction step() {
        return Fraction.of(BigInteger.ONE, BigInteger.TEN.pow(decimals));
    }

    private static BigInteger floor(Fraction number) {
        BigInteger[] parts = number.numerator().divideAndRemainder(number.denominator());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
