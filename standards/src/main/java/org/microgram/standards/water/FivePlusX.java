package org.microgram.standards.water;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.number.Fraction;

/**
 * Which parameters of a section are assessed since 2021: "5 + X".
 *
 * <p><b>Rule.</b> pH, DO, CODMn, NH3-N and TP always; and X, the items of table 1 that were worse than class III there in the
 * year before or are so in this one; at a section whose target is I or II, those that were worse than the target.
 *
 * <p><b>Source.</b> 环办监测函〔2020〕714号.
 */
public final class FivePlusX {

    private FivePlusX() {}

    /**
     * @param target of the section
     * @param years exact values of the year before and of this one; fewer when there are none
     * @return in the order of the method
     */
    public static List<WaterParameter> of(
            SingleFactor method,
            SectionType type,
            Optional<WaterClass> target,
            Collection<Map<WaterParameter, Fraction>> years) {
        WaterClass worst = target.filter(WaterClass.III::isWorseThan).orElse(WaterClass.III);
        return Profile.single().stream()
                .filter(parameter -> Profile.five().contains(parameter)
                        || years.stream().anyMatch(values -> isWorse(method, type, parameter, values, worst)))
                .toList();
    }

    private static boolean isWorse(
            SingleFactor method,
            SectionType type,
            WaterParameter parameter,
            Map<WaterParameter, Fraction> values,
            WaterClass than) {
        return values.containsKey(parameter)
                && method.edition()
                        .classOf(type, parameter, method.profile().judged(parameter, values.get(parameter)))
                        .filter(each -> each.isWorseThan(than))
                        .isPresent();
    }
}
