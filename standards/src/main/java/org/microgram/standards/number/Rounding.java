package org.microgram.standards.number;

import java.math.BigInteger;

/**
 * The rounding rules that the standards name. Where each applies is the table of docs/definitions (§2); no other code rounds.
 */
public enum Rounding {
    /** GB/T 8170—2008: to the nearer digit, a tie to the even one (四舍六入五成双). */
    HALF_EVEN,
    /** To the nearer digit, a tie away from zero; as the published record of 2014–2020 shows. */
    HALF_UP,
    /** HJ 633, formula 1: the sub-index is carried to the next integer (向上进位取整数). */
    CEILING;

    /**
     * Rounds the exact quotient {@code numerator / denominator} to an integer.
     *
     * @param denominator greater than zero
     * @throws ArithmeticException when twice the remainder leaves the range of a {@code long}
     */
    public long divide(long numerator, long denominator) {
        long floor = Math.floorDiv(numerator, denominator);
        long rest = numerator - floor * denominator;
        if (rest == 0) {
            return floor;
        }
        return up(Long.compare(rest, denominator - rest), floor % 2 != 0, numerator < 0) ? floor + 1 : floor;
    }

    /** The same over integers of any size. */
    public BigInteger divide(BigInteger numerator, BigInteger denominator) {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        BigInteger floor = parts[0];
        BigInteger rest = parts[1];
        if (rest.signum() < 0) {
            floor = floor.subtract(BigInteger.ONE);
            rest = rest.add(denominator);
        }
        if (rest.signum() == 0) {
            return floor;
        }
        int half = rest.shiftLeft(1).compareTo(denominator);
        return up(half, floor.testBit(0), numerator.signum() < 0) ? floor.add(BigInteger.ONE) : floor;
    }

    private boolean up(int comparedWithHalf, boolean floorIsOdd, boolean negative) {
        return switch (this) {
            case CEILING -> true;
            case HALF_UP -> comparedWithHalf > 0 || (comparedWithHalf == 0 && !negative);
            case HALF_EVEN -> comparedWithHalf > 0 || (comparedWithHalf == 0 && floorIsOdd);
        };
    }
}
