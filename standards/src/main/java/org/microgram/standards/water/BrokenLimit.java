package org.microgram.standards.water;

import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.number.Scaled;

/**
 * A limit that a value does not keep, and from which side.
 *
 * @param limit in the unit of the parameter, itself still in order
 * @param above whether the value is too great; oxygen is too small, pH can be either
 */
public record BrokenLimit(Fraction limit, boolean above) {

    /**
     * The outermost mean whose published value still keeps the limit, half a unit of its last decimal beyond it: 6.05 for CODMn 6.0.
     * Whether it is itself in order is {@link #edgeIncluded}.
     */
    Fraction edge(WaterParameter parameter) {
        Fraction half =
                Fraction.of(1, 2 * Scaled.powerOfTen(published(parameter).digits()));
        return above ? limit.plus(half) : limit.minus(half);
    }

    /** A tie goes to the even digit: to the limit when its last digit is even, away from it when that is odd. */
    boolean edgeIncluded(WaterParameter parameter) {
        return published(parameter).unscaled() % 2 == 0;
    }

    private Rounded published(WaterParameter parameter) {
        return WaterDecimals.assessment(parameter, limit);
    }
}
