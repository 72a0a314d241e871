package org.microgram.standards.number;

import java.math.BigDecimal;

/**
 * Decimals as scaled {@code long}s: how concentrations are held, summed and printed, never as binary floating point.
 *
 * <p>A concentration is counted in millionths of its unit (µg/m³; CO: mg/m³), so 42.5 µg/m³ is {@code 42_500_000}.
 */
public final class Scaled {

    /** Decimal digits behind the point of a scaled concentration. */
    public static final int DIGITS = 6;

    /** One unit (µg/m³; CO: mg/m³) as a scaled concentration. */
    public static final long ONE = 1_000_000L;

    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Scaled() {}

    /** Ten to the power {@code exponent}, 0 to 18. */
    public static long powerOfTen(int exponent) {
        return POWERS[exponent];
    }

    /**
     * Reads a plain decimal exactly.
     *
     * @throws NumberFormatException when the text is no decimal number
     * @throws ArithmeticException when it has more than {@link #DIGITS} decimals or is too large for a {@code long}
     */
    public static long parse(String text) {
        return new BigDecimal(text).setScale(DIGITS).unscaledValue().longValueExact();
    }

    /** Prints a number of {@code digits} scaled digits with trailing zeros removed: 42500000 at 6 is {@code 42.5}. */
    public static String print(long scaled, int digits) {
        BigDecimal plain = BigDecimal.valueOf(scaled, digits).stripTrailingZeros();
        return plain.signum() == 0 ? "0" : plain.toPlainString();
    }

    /** Prints with exactly the given decimals: 420 at 1 is {@code 42.0}. */
    public static String printFixed(long scaled, int digits) {
        return BigDecimal.valueOf(scaled, digits).toPlainString();
    }
}
