package org.microgram.standards.account;

import java.util.List;
import java.util.Optional;
import org.microgram.standards.number.Fraction;

/**
 * The same months of an earlier year, parted at the same date.
 *
 * @param year the calendar year in which they end
 * @param before valid days up to the same date; 29 February is among them in a leap year
 * @param rest valid days after it
 */
public record EarlierYear(int year, List<AccountDay> before, List<AccountDay> rest) {

    /** Of the valid days up to the same date; empty when there is none. */
    public Optional<Fraction> meanBefore() {
        return Sums.mean(before);
    }

    /** Of the valid days after it; empty when there is none. */
    public Optional<Fraction> meanRest() {
        return Sums.mean(rest);
    }

    /** Mean of all its valid days. */
    public Optional<Fraction> mean() {
        return valid() == 0 ? Optional.empty() : Optional.of(sum().dividedBy(valid()));
    }

    public int valid() {
        return before.size() + rest.size();
    }

    public Fraction sum() {
        return Sums.of(before).plus(Sums.of(rest));
    }

    /** What part of its sum it had by the same date; empty when its sum is nothing. */
    public Optional<Fraction> shareBefore() {
        Fraction sum = sum();
        return sum.equals(Fraction.ZERO)
                ? Optional.empty()
                : Optional.of(Sums.of(before).dividedBy(sum));
    }
}
