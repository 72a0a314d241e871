package org.microgram.ingest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.microgram.messages.readings.Refusal;
import org.microgram.standards.air.PhysicalRange;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;

/**
 * Reads concentrations from bytes, exactly and without garbage: {@code 42}, {@code 1.3}, {@code -2}. No exponents, no signs but minus, no
 * names of numbers; at most six decimals, as more would have to be rounded.
 */
public final class Decimals {

    /** The text is no plain decimal. */
    public static final long NOT_A_NUMBER = Long.MIN_VALUE;

    /** Whole parts stop growing here: far beyond every physical range, and scaled still within a {@code long}. */
    private static final long MOST = 1_000_000_000_000L;

    private Decimals() {}

    /**
     * The scaled number in {@code bytes[from, to)}; one whose whole part is too large for a {@code long} is given as one that is out of
     * every range.
     */
    public static long parse(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (negative) {
            at++;
        }
        int wholeFrom = at;
        long whole = 0;
        while (at < to && isDigit(bytes[at])) {
            whole = Math.min(whole * 10 + (bytes[at] - '0'), MOST);
            at++;
        }
        if (at == wholeFrom) {
            return NOT_A_NUMBER;
        }
        long scaled = whole * Scaled.ONE;
        if (at < to) {
            if (bytes[at] != '.' || at + 1 == to) {
                return NOT_A_NUMBER;
            }
            at++;
            for (long unit = Scaled.ONE / 10; at < to; unit /= 10) {
                if (!isDigit(bytes[at]) || (unit == 0 && bytes[at] != '0')) {
                    return NOT_A_NUMBER;
                }
                scaled += (bytes[at] - '0') * unit;
                at++;
            }
        }
        return negative ? -scaled : scaled;
    }

    public static long parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    /** A plain decimal of at most six digits behind the point; nothing for any other text. */
    public static Optional<Fraction> exact(String text) {
        long scaled = parse(text);
        return scaled == NOT_A_NUMBER ? Optional.empty() : Optional.of(Fraction.of(scaled, Scaled.ONE));
    }

    /**
     * A number as programs print binary floating point: any decimals, an exponent. Nothing for any other text, or for one of a size that no
     * concentration has.
     */
    public static Optional<Fraction> floating(String text) {
        if (!text.matches("-?\\d{1,30}(\\.\\d{1,40})?([eE][+-]?\\d{1,2})?")) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        BigDecimal whole = number.setScale(Math.max(0, number.scale()));
        BigInteger denominator = BigInteger.TEN.pow(whole.scale());
        return Optional.of(Fraction.of(whole.unscaledValue(), denominator));
    }

    /** Why a parsed value of a pollutant cannot be used; null when it can. */
    public static Refusal.Reason fault(Pollutant pollutant, long scaled) {
        if (scaled == NOT_A_NUMBER) {
            return Refusal.Reason.NOT_A_NUMBER;
        }
        return PhysicalRange.of(pollutant).contains(scaled) ? null : Refusal.Reason.OUT_OF_RANGE;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
