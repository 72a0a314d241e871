package org.microgram.standards.screening;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.microgram.standards.water.WaterParameter;

/**
 * A rule for one parameter of water with its numbers, the days it is for, and why the numbers are what they are.
 *
 * @param from first day of sampling
 * @param to last day; {@link Criterion#OPEN} while there is none
 * @param numbers in the order of {@link WaterRule#numbers()}
 * @param reason why; as {@code config/screening.yaml} gives it
 */
public record WaterCriterion(
        WaterRule rule, WaterParameter parameter, LocalDate from, LocalDate to, List<Long> numbers, String reason)
        implements Serializable {

    public WaterCriterion {
        numbers = List.copyOf(numbers);
        if (numbers.size() != rule.numbers().size()) {
            throw new IllegalArgumentException(rule.code() + " needs the numbers " + rule.numbers());
        }
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** How far it looks before and after a sample, hours. */
    public int reachHours() {
        return switch (rule) {
            case JUMP -> Math.toIntExact(number(2));
            case STUCK -> Math.toIntExact((number(0) - 1) * number(2));
            default -> 0;
        };
    }

    long number(int index) {
        return numbers.get(index);
    }

    /** The numbers as a person reads them: {@code by 3, times 2, hours 8}. */
    public String print() {
        return Criterion.print(rule.numbers(), numbers);
    }
}
