package org.microgram.standards.account;

import java.time.LocalDate;
import org.microgram.standards.number.Fraction;

/**
 * One valid day of an account.
 *
 * @param value the exact daily value in the indicator's unit; of counts 1 when the day counts, else 0
 * @param over whether the rounded value is over the daily limit in force on the day; of counts whether it counts
 * @param level of the AQI, 1 to 6, or {@link #NO_LEVEL}
 */
public record AccountDay(LocalDate date, Fraction value, boolean over, int level) {

    /** The day has a value and no AQI. */
    public static final int NO_LEVEL = 0;
}
