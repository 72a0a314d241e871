package org.microgram.standards.screening;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.water.WaterSample;

/**
 * The rules of a configuration for water. Immutable; every result is a function of the samples alone.
 *
 * @param criteria of one rule and parameter at most one holds on any day
 */
public record WaterScreening(List<WaterCriterion> criteria) implements Serializable {

    /** No rule at all. */
    public static final WaterScreening NONE = new WaterScreening(List.of());

    private static final int HOURS_OF_DAY = 24;

    public WaterScreening {
        criteria = List.copyOf(criteria);
    }

    /** How many days before and after a day's own its flags depend on. */
    public int reachDays() {
        int hours = criteria.stream().mapToInt(WaterCriterion::reachHours).max().orElse(0);
        return Math.floorDiv(hours + HOURS_OF_DAY - 1, HOURS_OF_DAY);
    }

    /** Some days (since 1970-01-01) and those whose flags depend on one of them. */
    public SortedSet<Integer> withDependent(SortedSet<Integer> days) {
        int reach = reachDays();
        SortedSet<Integer> all = new TreeSet<>();
        for (int day : days) {
            for (int each = day - reach; each <= day + reach; each++) {
                all.add(each);
            }
        }
        return all;
    }

    /**
     * What is suspect in a sample.
     *
     * @param around samples of one section as they count, in order of time: all of the sample's day and of {@link #reachDays} before and after
     * @param index of the sample among them
     */
    public SortedSet<WaterFlag> flags(List<WaterSample> around, int index) {
        WaterSample sample = around.get(index);
        LocalDate day = ChinaTime.date(ChinaTime.dayOf(sample.second()));
        SortedSet<WaterFlag> flags = new TreeSet<>();
        for (WaterCriterion each : criteria) {
            if (each.holdsOn(day) && new SuspectSample(each, around, index).isFlagged()) {
                flags.add(new WaterFlag(each.parameter(), each.rule()));
                SuspectSample.other(each.rule()).ifPresent(other -> flags.add(new WaterFlag(other, each.rule())));
            }
        }
        return flags;
    }
}
