package org.microgram.standards.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.Validity;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/**
 * The hour's mean of values of 1 to 59 minutes: valid from 45 minutes on (GB 3095 table 4; for particles a house rule).
 *
 * <p>A pure function of the set of values: each interval is weighted by its minutes; where intervals overlap, the shorter ones count, of
 * equally long ones the earlier. A value that was withdrawn takes its minutes with it: they are not filled from a longer interval.
 *
 * @param scaled the mean, rounded once half-even to a millionth of the unit; meaningful when {@code valid}
 * @param minutes minutes with a value
 * @param needed minutes it needs
 */
public record HourOfMinutes(long scaled, int minutes, int needed) {

    private static final int MINUTES = 60;

    /**
     * One value; of several for the same minutes, the one that counts.
     *
     * @param from first minute, 0 to 59
     * @param length how many, 1 to 59
     * @param scaled the concentration or {@link HourValues#TOMBSTONE}
     */
    public record Piece(int from, int length, long scaled) {

        public Piece {
            if (from < 0 || length < 1 || length >= MINUTES || from + length > MINUTES) {
                throw new IllegalArgumentException(
                        "minutes " + from + " to " + (from + length) + " are not a part of an hour");
            }
        }
    }

    private static final Comparator<Piece> FINEST_FIRST =
            Comparator.comparingInt(Piece::length).thenComparingInt(Piece::from);

    /** Of all values of a pollutant in one hour, in any order. */
    public static HourOfMinutes of(Pollutant pollutant, List<Piece> pieces) {
        List<Piece> sorted = new ArrayList<>(pieces);
        sorted.sort(FINEST_FIRST);
        boolean[] taken = new boolean[MINUTES];
        long sum = 0;
        int minutes = 0;
        for (Piece piece : sorted) {
            if (take(taken, piece) && HourValues.isValue(piece.scaled())) {
                sum = Math.addExact(sum, Math.multiplyExact(piece.scaled(), (long) piece.length()));
                minutes += piece.length();
            }
        }
        long mean = minutes == 0
                ? HourValues.ABSENT
                : Fraction.of(sum, minutes * Scaled.ONE).rounded(Scaled.DIGITS, Rounding.HALF_EVEN);
        return new HourOfMinutes(mean, minutes, Validity.minutesOfHour(pollutant));
    }

    /** The hour's mean when it is valid. */
    public Optional<Long> valid() {
        return minutes >= needed ? Optional.of(scaled) : Optional.empty();
    }

    /** Takes the minutes of a piece when all of them are free. */
    private static boolean take(boolean[] taken, Piece piece) {
        for (int minute = piece.from(); minute < piece.from() + piece.length(); minute++) {
            if (taken[minute]) {
                return false;
            }
        }
        for (int minute = piece.from(); minute < piece.from() + piece.length(); minute++) {
            taken[minute] = true;
        }
        return true;
    }
}
