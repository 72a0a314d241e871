package org.microgram.standards.screening;

import java.util.List;
import org.microgram.standards.air.Pollutant;

/** The criteria of one day, found by rule and pollutant without a search. */
final class DayCriteria {

    private final Criterion[] found = new Criterion[Rule.ALL.size() * Pollutant.COUNT];
    private final boolean empty;
    private final boolean alters;
    private final boolean comparesNeighbours;

    DayCriteria(List<Criterion> criteria) {
        boolean anyAlters = false;
        boolean anyNeighbours = false;
        for (Criterion each : criteria) {
            int at = each.rule().ordinal() * Pollutant.COUNT + each.pollutant().ordinal();
            if (found[at] != null) {
                throw new IllegalArgumentException("two criteria for the same days: " + found[at] + ", " + each);
            }
            found[at] = each;
            anyAlters |= each.rule() == Rule.CEILING || (each.rule() == Rule.LOW && each.number(1) != Criterion.NONE);
            anyNeighbours |= each.rule() == Rule.NEIGHBOURS;
        }
        empty = criteria.isEmpty();
        alters = anyAlters;
        comparesNeighbours = anyNeighbours;
    }

    /** Null when the day has none. */
    Criterion of(Rule rule, int pollutant) {
        return found[rule.ordinal() * Pollutant.COUNT + pollutant];
    }

    boolean isEmpty() {
        return empty;
    }

    /** Whether any of them can change what counts. */
    boolean alters() {
        return alters;
    }

    boolean comparesNeighbours() {
        return comparesNeighbours;
    }
}
