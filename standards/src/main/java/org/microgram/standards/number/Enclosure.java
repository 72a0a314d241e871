package org.microgram.standards.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A number that is known up to an error: the true one lies within {@code error} of {@code value}. A logarithm has no last digit;
 * what is published of one is only given out when every number of its enclosure rounds to it.
 *
 * @param error not negative
 */
public record Enclosure(BigDecimal value, BigDecimal error) {

    /** The half-even rounding to {@code digits} decimals, when all numbers of the enclosure share it. */
    public Optional<Rounded> rounded(int digits) {
        BigDecimal low = value.subtract(error).setScale(digits, RoundingMode.HALF_EVEN);
        BigDecimal high = value.add(error).setScale(digits, RoundingMode.HALF_EVEN);
        return low.equals(high)
                ? Optional.of(new Rounded(low.unscaledValue().longValueExact(), digits))
                : Optional.empty();
    }
}
