package org.microgram.standards.account;

import java.util.Collection;
import java.util.Optional;
import org.microgram.standards.number.Fraction;

/**
 * Some valid days taken together: how many, and their exact sum.
 *
 * @param days how many valid days
 * @param sum of their values, in the indicator's unit; of counts how many of them count
 */
public record Part(int days, Fraction sum) {

    /** No day at all. */
    public static final Part NOTHING = new Part(0, Fraction.ZERO);

    static Part of(Collection<AccountDay> days) {
        return days.isEmpty() ? NOTHING : new Part(days.size(), Sums.of(days));
    }

    /** Empty without a day. */
    public Optional<Fraction> mean() {
        return days == 0 ? Optional.empty() : Optional.of(sum.dividedBy(days));
    }

    Part plus(Part other) {
        return other.days == 0 ? this : days == 0 ? other : new Part(days + other.days, sum.plus(other.sum));
    }
}
