package org.microgram.standards.water;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

/**
 * Grading of urban black and odorous water (城市黑臭水体).
 *
 * <p><b>Rule.</b> Each reading of transparency (cm), DO (mg/L), ORP (mV) and NH3-N (mg/L) is none, light or heavy. A point is
 * heavy when 60 % of the readings of one index, or 30 % of those of two, are heavy. Three heavy points in a row make the reach
 * between them heavy, 60 % of the points the whole water. In water less than 25 cm deep the heavy bound of transparency is 40 %
 * of the depth.
 *
 * <p><b>Source.</b> 城市黑臭水体整治工作指南, 2015. What makes a point light is a house rule: the guide begins with waters that are known to
 * be so. {@code water/black-odorous.csv}, {@code water/black-odorous-rules.csv}.
 */
public final class BlackOdorous {

    /** None, 轻度, 重度. */
    public enum Grade {
        NONE,
        LIGHT,
        HEAVY
    }

    private static final int PERCENT = 100;
    private static final int TWO_INDICES = 2;

    private static final List<Table.Row> BOUNDS = Table.read("water/black-odorous.csv");
    private static final Map<String, Integer> RULES = Table.read("water/black-odorous-rules.csv").stream()
            .collect(Collectors.toMap(row -> row.get("rule"), row -> row.integer("value")));

    private BlackOdorous() {}

    /**
     * One reading of one index.
     *
     * @param depth of the water in cm; empty when it is not shallow, or not known
     */
    public static Grade ofReading(WaterParameter index, Fraction value, Optional<Fraction> depth) {
        Table.Row row = BOUNDS.stream()
                .filter(each -> each.get("parameter").equals(index.code()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        index.code() + " is no index of black and odorous water; ask for one of " + indices()));
        Fraction light = WaterRules.exact(row.get("light"));
        Fraction heavy = WaterRules.exact(row.get("heavy"));
        if (index == WaterParameter.TRANSPARENCY
                && depth.isPresent()
                && depth.get().compareTo(Fraction.of(RULES.get("shallow_depth"))) < 0) {
            heavy = depth.get().times(RULES.get("shallow_percent")).dividedBy(PERCENT);
        }
        int sign = row.get("direction").equals("below") ? 1 : -1;
        if (sign * value.compareTo(heavy) < 0) {
            return Grade.HEAVY;
        }
        return sign * value.compareTo(light) <= 0 ? Grade.LIGHT : Grade.NONE;
    }

    /** A point by its readings of each index. */
    public static Grade ofPoint(Map<WaterParameter, List<Grade>> readings) {
        return holds(readings, Grade.HEAVY) ? Grade.HEAVY : holds(readings, Grade.LIGHT) ? Grade.LIGHT : Grade.NONE;
    }

    /** The places of the points, from 0, that lie in a row of heavy ones: the reaches between them are heavy. */
    public static List<Integer> heavyReach(List<Grade> pointsAlongTheWater) {
        List<Integer> places = new ArrayList<>();
        List<Integer> row = new ArrayList<>();
        for (int i = 0; i <= pointsAlongTheWater.size(); i++) {
            if (i < pointsAlongTheWater.size() && pointsAlongTheWater.get(i) == Grade.HEAVY) {
                row.add(i);
                continue;
            }
            if (row.size() >= RULES.get("points_in_row")) {
                places.addAll(row);
            }
            row.clear();
        }
        return places;
    }

    /**
     * The whole water by its points; light when any point is, and not enough are heavy. Points without readings are left out
     * before.
     */
    public static Grade ofWater(List<Grade> points) {
        long heavy = points.stream().filter(each -> each == Grade.HEAVY).count();
        if (!points.isEmpty() && PERCENT * heavy >= (long) RULES.get("points_of_water") * points.size()) {
            return Grade.HEAVY;
        }
        return points.stream().allMatch(each -> each == Grade.NONE) ? Grade.NONE : Grade.LIGHT;
    }

    private static boolean holds(Map<WaterParameter, List<Grade>> readings, Grade atLeast) {
        return indicesWith(readings, atLeast, RULES.get("one_index")) >= 1
                || indicesWith(readings, atLeast, RULES.get("two_indices")) >= TWO_INDICES;
    }

    private static long indicesWith(Map<WaterParameter, List<Grade>> readings, Grade atLeast, int percent) {
        return readings.values().stream()
                .filter(grades -> !grades.isEmpty())
                .filter(grades -> PERCENT
                                * grades.stream()
                                        .filter(each -> each.compareTo(atLeast) >= 0)
                                        .count()
                        >= (long) percent * grades.size())
                .count();
    }

    private static List<String> indices() {
        return BOUNDS.stream().map(row -> row.get("parameter")).toList();
    }
}
