package org.microgram.standards.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.microgram.standards.number.Fraction;

/** Exact sums and means. */
final class Sums {

    private Sums() {}

    static Fraction of(Collection<AccountDay> days) {
        return total(days.stream().map(AccountDay::value).toList());
    }

    static Fraction total(Collection<Fraction> numbers) {
        return numbers.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    static Optional<Fraction> mean(Collection<AccountDay> days) {
        return days.isEmpty() ? Optional.empty() : Optional.of(of(days).dividedBy(days.size()));
    }

    static Optional<Fraction> meanOf(Collection<Fraction> numbers) {
        return numbers.isEmpty() ? Optional.empty() : Optional.of(total(numbers).dividedBy(numbers.size()));
    }

    /** The middle one, or the mean of the two in the middle; empty when there is none. */
    static Optional<Fraction> median(Collection<Fraction> numbers) {
        List<Fraction> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2));
    }
}
