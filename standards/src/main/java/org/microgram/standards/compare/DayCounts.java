package org.microgram.standards.compare;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.microgram.standards.air.Aqi;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Limits;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.figures.DailyProfile;

/**
 * Days of a period counted on one base.
 *
 * @param valid days with a valid value, in {@link Pollutant} order
 * @param attaining of these, days at or under the daily limit; empty where the base sets none
 * @param good days with an AQI of level 1 or 2; empty, as the next two, where the base has no index
 * @param heavy days with an AQI of level 5 or 6
 * @param evaluated days with an AQI
 */
public record DayCounts(
        List<Integer> valid, List<OptionalInt> attaining, OptionalInt good, OptionalInt heavy, OptionalInt evaluated) {

    /** As published: each day by what was in force on it. */
    public static DayCounts asPublished(List<StoredDay> days) {
        return of(
                days,
                (day, p) -> Limits.knows(day.date())
                        ? OptionalLong.of(Limits.daily(day.date(), p).grade2())
                        : OptionalLong.empty(),
                StoredDay::aqi);
    }

    /**
     * All days by one edition.
     *
     * @param index that goes with it; null when none does
     */
    public static DayCounts under(Edition edition, SubIndex index, DailyProfile profile, List<StoredDay> days) {
        DayCounts counts = of(
                days,
                (day, p) -> edition.limit(p, Edition.daily(p), edition.grade())
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()),
                day -> index == null ? Aqi.UNKNOWN : day.under(index, profile).aqi());
        return index != null
                ? counts
                : new DayCounts(
                        counts.valid, counts.attaining, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    private static DayCounts of(
            List<StoredDay> days,
            BiFunction<StoredDay, Pollutant, OptionalLong> limit,
            Function<StoredDay, Aqi> index) {
        int[] valid = new int[Pollutant.COUNT];
        int[] attaining = new int[Pollutant.COUNT];
        boolean[] limited = new boolean[Pollutant.COUNT];
        int good = 0;
        int heavy = 0;
        int evaluated = 0;
        for (StoredDay day : days) {
            for (Pollutant p : Pollutant.ALL) {
                int i = p.ordinal();
                OptionalLong most = limit.apply(day, p);
                limited[i] |= most.isPresent();
                if (day.isValid(p)) {
                    valid[i]++;
                    attaining[i] += most.isPresent() && day.rounded(p) <= most.getAsLong() ? 1 : 0;
                }
            }
            Aqi aqi = index.apply(day);
            if (aqi.exists()) {
                evaluated++;
                good += aqi.isGood() ? 1 : 0;
                heavy += aqi.isHeavy() ? 1 : 0;
            }
        }
        return new DayCounts(
                Pollutant.ALL.stream().map(p -> valid[p.ordinal()]).toList(),
                Pollutant.ALL.stream()
                        .map(p -> limited[p.ordinal()] ? OptionalInt.of(attaining[p.ordinal()]) : OptionalInt.empty())
                        .toList(),
                OptionalInt.of(good),
                OptionalInt.of(heavy),
                OptionalInt.of(evaluated));
    }
}
