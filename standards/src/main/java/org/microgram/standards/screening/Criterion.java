package org.microgram.standards.screening;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Scaled;

/**
 * A rule for one pollutant with its numbers, the days it is for, and why the numbers are what they are.
 *
 * @param from first day
 * @param to last day; {@link #OPEN} while there is none
 * @param numbers in the order of {@link Rule#numbers()}; {@link #NONE} for one that is not given
 * @param reason why; as {@code config/screening.yaml} gives it
 */
public record Criterion(Rule rule, Pollutant pollutant, LocalDate from, LocalDate to, List<Long> numbers, String reason)
        implements Serializable {

    /** The last day of a criterion that holds until further notice. */
    public static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    /** A number that is not given. */
    public static final long NONE = Long.MIN_VALUE;

    public Criterion {
        numbers = List.copyOf(numbers);
        if (numbers.size() != rule.numbers().size()) {
            throw new IllegalArgumentException(rule.code() + " needs the numbers " + rule.numbers());
        }
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    long number(int index) {
        return numbers.get(index);
    }

    /** The numbers as a person reads them: {@code by 300, times 3}. */
    public String print() {
        return print(rule.numbers(), numbers);
    }

    static String print(List<Rule.Number> of, List<Long> numbers) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            Rule.Number number = of.get(i);
            if (numbers.get(i) != NONE) {
                parts.add(number.key() + " "
                        + (number.kind() == Rule.Kind.COUNT
                                ? Long.toString(numbers.get(i))
                                : Scaled.print(numbers.get(i), Scaled.DIGITS)));
            }
        }
        return String.join(", ", parts);
    }
}
