package org.microgram.dashboard.review;

import java.util.List;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ledger.ReviewState;

/**
 * How far the review of a day of a station, or of a section's samples, is.
 *
 * @param day days since 1970-01-01
 * @param states values in each state, by {@link ReviewState#ordinal()}; withdrawn ones are none
 * @param lowest the least that a value of it has reached; null when it has none
 * @param by who took values to that state
 * @param deadline by when the next review of all its hours is due, milliseconds since 1970 UTC
 * @param lock null while it is open
 * @param seen what a decision on the whole day says that it was decided on
 */
public record ReviewDay(
        Subject subject,
        int day,
        int[] states,
        ReviewState lowest,
        List<String> by,
        long deadline,
        DayLock lock,
        String seen) {}
