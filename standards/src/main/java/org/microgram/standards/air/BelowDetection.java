package org.microgram.standards.air;

import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

/** What enters a mean for a value below the detection limit of its instrument ({@code below-detection.csv}). */
public final class BelowDetection {

    private static final Fraction TIMES_LIMIT = Table.read("below-detection.csv").stream()
            .filter(row -> row.get("form").equals("less_than"))
            .map(row -> MolarVolume.exact(row.get("times_limit")))
            .findFirst()
            .orElseThrow();

    private BelowDetection() {}

    /**
     * Of a value that was sent as "less than": half the limit, by the rule of 2007 for ambient air. A number under the limit needs nothing: it
     * stays as it is.
     *
     * @param limit the number behind the sign, in any unit
     */
    public static Fraction ofLessThan(Fraction limit) {
        return limit.times(TIMES_LIMIT);
    }
}
