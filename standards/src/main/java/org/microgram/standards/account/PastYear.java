package org.microgram.standards.account;

import java.util.Optional;
import org.microgram.standards.number.Fraction;

/**
 * The sums of the same months of an earlier year, parted at the same date: an {@link EarlierYear} without its days.
 *
 * @param year the calendar year in which they end
 * @param before up to the same date
 * @param rest after it
 * @param comingMonth of the rest those on the dates of {@link AccountDays#comingMonth}
 */
public record PastYear(int year, Part before, Part rest, Part comingMonth) {

    static PastYear of(AccountDays days, EarlierYear year) {
        return new PastYear(
                year.year(), Part.of(year.before()), Part.of(year.rest()), Part.of(days.comingMonthOf(year)));
    }

    public int valid() {
        return before.days() + rest.days();
    }

    /** What part of its sum it had by the same date; empty when its sum is nothing. */
    Optional<Fraction> shareBefore() {
        Fraction sum = before.sum().plus(rest.sum());
        return sum.equals(Fraction.ZERO)
                ? Optional.empty()
                : Optional.of(before.sum().dividedBy(sum));
    }
}
