package org.microgram.standards.water;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.microgram.standards.number.Fraction;

/**
 * The values of a lake or reservoir that has several points.
 *
 * <p><b>Rule.</b> The mean over time at each point, then the mean over the points, each of which counts once however often it was
 * sampled. pH by hydrogen ions in both steps.
 *
 * <p><b>Source.</b> 环办[2011]22号 2.1.2. A reservoir of river type is assessed as a river.
 */
public final class LakeMeans {

    private LakeMeans() {}

    /**
     * @param points the samples of each point, in any order
     * @return exact means of what at least one point has
     */
    public static Map<WaterParameter, Fraction> of(Collection<List<Map<WaterParameter, Measured>>> points) {
        Map<WaterParameter, Fraction> means = new EnumMap<>(WaterParameter.class);
        for (WaterParameter parameter : WaterParameter.ALL) {
            List<Fraction> ofPoints = new ArrayList<>();
            for (List<Map<WaterParameter, Measured>> samples : points) {
                List<Measured> measured = samples.stream()
                        .filter(sample -> sample.containsKey(parameter))
                        .map(sample -> sample.get(parameter))
                        .toList();
                WaterMean.of(parameter, measured).map(WaterMean::exact).ifPresent(ofPoints::add);
            }
            WaterMean.mean(parameter, ofPoints).ifPresent(exact -> means.put(parameter, exact));
        }
        return means;
    }
}
