package org.microgram.standards.water;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.microgram.standards.Faults;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

/**
 * One row of GB 3838, table 1: what a parameter must keep to in each class.
 *
 * <p><b>Units.</b> Those of the parameter; exact.
 *
 * @param forRivers whether it holds for rivers
 * @param forLakes whether it holds for lakes and reservoirs
 * @param byClass its numbers for class I to V: one each; of pH least and greatest, of temperature rise and drop
 */
record Bound(
        WaterParameter parameter,
        boolean forRivers,
        boolean forLakes,
        Direction direction,
        List<List<Fraction>> byClass,
        String clause,
        String confidence) {

    /** How a value keeps to a limit. */
    enum Direction {
        AT_MOST,
        AT_LEAST,
        WITHIN,
        /** Not of a value but of its change; nothing is classed by it. */
        CHANGE
    }

    private static final List<String> COLUMNS = List.of("I", "II", "III", "IV", "V");

    static Bound of(Table.Row row) {
        String water = row.get("water");
        List<List<Fraction>> byClass = COLUMNS.stream()
                .map(column -> List.of(row.get(column).split(" ")).stream()
                        .map(WaterRules::exact)
                        .toList())
                .toList();
        Bound bound = new Bound(
                WaterParameter.of(row.get("parameter")),
                !water.equals("lake"),
                !water.equals("river"),
                Direction.valueOf(row.get("direction").toUpperCase(Locale.ROOT)),
                byClass,
                row.get("clause"),
                row.get("confidence"));
        int numbers = bound.direction == Direction.WITHIN || bound.direction == Direction.CHANGE ? 2 : 1;
        if (byClass.stream().anyMatch(cell -> cell.size() != numbers)) {
            Faults.FATAL.add(
                    row.file(),
                    row.line(),
                    "the cells of " + row.get("direction") + " hold " + numbers + " numbers each.",
                    "write them with a blank between.");
        }
        return bound;
    }

    boolean holdsFor(SectionType type) {
        return type.isLake() ? forLakes : forRivers;
    }

    /** The best class whose limit the value keeps; worse than V when it keeps none; empty when nothing is classed by it. */
    Optional<WaterClass> classOf(Fraction value) {
        if (direction == Direction.CHANGE) {
            return Optional.empty();
        }
        for (WaterClass each : WaterClass.ALL) {
            if (each == WaterClass.WORSE_THAN_V || keeps(value, byClass.get(each.ordinal()))) {
                return Optional.of(each);
            }
        }
        throw new IllegalStateException("the last class takes everything");
    }

    /** The single number of a class; empty for pH and temperature, and for what is worse than V. */
    Optional<Fraction> limit(WaterClass of) {
        boolean single = direction == Direction.AT_MOST || direction == Direction.AT_LEAST;
        return single && of != WaterClass.WORSE_THAN_V
                ? Optional.of(byClass.get(of.ordinal()).get(0))
                : Optional.empty();
    }

    /** Which number of a class a value breaks; empty when it keeps to the class, or nothing is classed by it. */
    Optional<BrokenLimit> broken(Fraction value, WaterClass target) {
        if (direction == Direction.CHANGE || target == WaterClass.WORSE_THAN_V) {
            return Optional.empty();
        }
        List<Fraction> limits = byClass.get(target.ordinal());
        if (keeps(value, limits)) {
            return Optional.empty();
        }
        boolean above =
                direction == Direction.AT_MOST || (direction == Direction.WITHIN && value.compareTo(limits.get(1)) > 0);
        return Optional.of(new BrokenLimit(above ? limits.get(limits.size() - 1) : limits.get(0), above));
    }

    /** Whether a change keeps the first number when it is a rise, the second when it is a fall. */
    boolean keepsChange(Fraction change) {
        List<Fraction> riseAndFall = byClass.get(0);
        return change.compareTo(riseAndFall.get(0)) <= 0
                && Fraction.ZERO.minus(change).compareTo(riseAndFall.get(1)) <= 0;
    }

    private boolean keeps(Fraction value, List<Fraction> limits) {
        return switch (direction) {
            case AT_MOST -> value.compareTo(limits.get(0)) <= 0;
            case AT_LEAST -> value.compareTo(limits.get(0)) >= 0;
            case WITHIN -> value.compareTo(limits.get(0)) >= 0 && value.compareTo(limits.get(1)) <= 0;
            case CHANGE -> false;
        };
    }
}
