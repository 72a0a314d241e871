package org.microgram.dashboard.screening;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one rule flags of one pollutant, or of one parameter of water.
 *
 * @param parameter its code
 * @param flagged values that it flags
 * @param leftOut of these, those that count in no figure now
 * @param values all values that it looked at: of the stations, of neighbours those of the city's members; of water those of the sections
 * @param numbers what the newest criterion says: {@code by 300, times 3}
 */
public record ScreeningShare(
        String parameter,
        String rule,
        int version,
        long flagged,
        long leftOut,
        long values,
        String numbers,
        String reason) {

    private static final int DECIMALS = 4;

    /** The share in percent, to four decimals. */
    public String percent() {
        return values == 0
                ? ""
                : BigDecimal.valueOf(flagged)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(values), DECIMALS, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }
}
