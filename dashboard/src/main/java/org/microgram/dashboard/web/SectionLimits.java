package org.microgram.dashboard.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.microgram.messages.network.SectionPeriod;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.water.SectionType;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterEdition;
import org.microgram.standards.water.WaterParameter;

/**
 * What has a limit, class by class.
 *
 * @param clause of the edition: {@code table 1 no. 3}
 * @param byClass the limit under the number of its class; of pH the {@code least} and the {@code most}
 */
record SectionLimits(String parameter, String unit, String clause, Map<String, String> byClass) {

    /**
     * The limits of a parameter for a section on a day; empty where it has none.
     *
     * @param holds what holds of the section; empty when it is not in service
     */
    static Optional<SectionLimits> of(Optional<SectionPeriod> holds, LocalDate day, WaterParameter parameter) {
        Optional<WaterEdition> edition = WaterEdition.on(day);
        if (edition.isEmpty() || holds.isEmpty()) {
            return Optional.empty();
        }
        SectionType type = holds.get().type();
        Map<String, String> byClass = new LinkedHashMap<>();
        for (WaterClass each : WaterClass.ALL) {
            edition.get()
                    .limit(type, parameter, each)
                    .ifPresent(limit -> byClass.put(Integer.toString(each.number()), limit.toSixDecimals()));
        }
        if (parameter == WaterParameter.PH) {
            edge(edition.get(), type, Fraction.ZERO).ifPresent(least -> byClass.put("least", least));
            edge(edition.get(), type, Fraction.of(14)).ifPresent(most -> byClass.put("most", most));
        }
        return byClass.isEmpty()
                ? Optional.empty()
                : Optional.of(new SectionLimits(
                        parameter.code(),
                        parameter.unit(),
                        edition.get().clause(type, parameter).orElse(null),
                        byClass));
    }

    private static Optional<String> edge(WaterEdition edition, SectionType type, Fraction beyond) {
        return edition.broken(type, WaterParameter.PH, beyond, WaterClass.V)
                .map(broken -> broken.limit().toSixDecimals());
    }
}
