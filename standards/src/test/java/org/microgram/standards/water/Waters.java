package org.microgram.standards.water;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.number.Fraction;

/** Values of a section as a test writes them: {@code DO=5.2 CODMn=4}. */
final class Waters {

    static final WaterEdition GB3838 = WaterEdition.on(LocalDate.of(2021, 4, 1)).orElseThrow();
    static final SingleFactor REALTIME = new SingleFactor(GB3838, Profile.REALTIME);
    static final SingleFactor ASSESSMENT = new SingleFactor(GB3838, Profile.ASSESSMENT);

    private Waters() {}

    static Fraction exact(String decimal) {
        return WaterRules.exact(decimal);
    }

    static Map<WaterParameter, Fraction> values(String text) {
        Map<WaterParameter, Fraction> values = new EnumMap<>(WaterParameter.class);
        for (String each : text.split(" ")) {
            String[] pair = each.split("=");
            values.put(WaterParameter.of(pair[0]), exact(pair[1]));
        }
        return values;
    }

    /** A river section as it is assessed. */
    static Assessed river(String text) {
        return (Assessed) ASSESSMENT.assess(SectionType.RIVER, values(text), Optional.empty());
    }
}
