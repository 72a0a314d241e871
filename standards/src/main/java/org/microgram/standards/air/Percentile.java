package org.microgram.standards.air;

import org.microgram.standards.number.Fraction;

/**
 * A percentile of daily values: HJ 663, annex A. {@code k = 1 + (n − 1) · p}, {@code s = ⌊k⌋}, the value
 * {@code X(s) + (X(s+1) − X(s)) · (k − s)} over the values sorted ascending.
 */
public final class Percentile {

    private Percentile() {}

    /**
     * @param sorted ascending; units as wanted in the result
     * @param count how many of them count, at least one
     * @param percent 90, 95, 98
     */
    public static Fraction of(long[] sorted, int count, int percent) {
        long hundredths = (long) (count - 1) * percent;
        int s = (int) (hundredths / 100);
        long rest = hundredths % 100;
        long low = sorted[s];
        if (rest == 0) {
            return Fraction.of(low);
        }
        return Fraction.of(
                Math.addExact(Math.multiplyExact(low, 100), Math.multiplyExact(sorted[s + 1] - low, rest)), 100);
    }
}
