package org.microgram.standards.water;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.number.Fraction;

/**
 * The single-factor method: the class of a section is the worst among those of its parameters.
 *
 * <p><b>Source.</b> 环办[2011]22号 2.1; limits of a {@link WaterEdition}; what is rounded first, and which parameters take part, of
 * a {@link Profile}. A parameter without a value takes no part and is named. TN and faecal coliforms are judged beside the class.
 *
 * <p><b>Units.</b> Values exact, in the unit of their parameter.
 */
public record SingleFactor(WaterEdition edition, Profile profile) {

    /** By the indicators of the profile. */
    public WaterAssessment assess(SectionType type, Map<WaterParameter, Fraction> values, Optional<WaterClass> target) {
        return assess(type, values, target, profile.indicators());
    }

    /**
     * @param indicators that take part, such as {@link FivePlusX#of} gives
     */
    public WaterAssessment assess(
            SectionType type,
            Map<WaterParameter, Fraction> values,
            Optional<WaterClass> target,
            Collection<WaterParameter> indicators) {
        List<ParameterJudgement> judged = new ArrayList<>();
        List<WaterParameter> without = new ArrayList<>();
        for (WaterParameter parameter : indicators) {
            if (values.containsKey(parameter)) {
                judge(type, parameter, values, target).ifPresent(judged::add);
            } else {
                without.add(parameter);
            }
        }
        if (judged.isEmpty()) {
            return new NotAssessed(NotAssessed.Reason.NO_VALUE);
        }
        List<ParameterJudgement> apart = new ArrayList<>();
        for (WaterParameter parameter : Profile.apart()) {
            if (values.containsKey(parameter)) {
                judge(type, parameter, values, target).ifPresent(apart::add);
            }
        }
        WaterClass worst = judged.stream()
                .map(ParameterJudgement::waterClass)
                .reduce(WaterClass::worse)
                .orElseThrow();
        return new Assessed(
                edition.name(),
                profile,
                type,
                worst,
                List.copyOf(judged),
                List.copyOf(without),
                List.copyOf(apart),
                target);
    }

    /** What enters of a sample: half the limit for what is below detection, nothing for what is absent. */
    public static Map<WaterParameter, Fraction> entering(Map<WaterParameter, Measured> sample) {
        Map<WaterParameter, Fraction> values = new EnumMap<>(WaterParameter.class);
        sample.forEach((parameter, measured) -> measured.entering().ifPresent(exact -> values.put(parameter, exact)));
        return values;
    }

    private Optional<ParameterJudgement> judge(
            SectionType type,
            WaterParameter parameter,
            Map<WaterParameter, Fraction> values,
            Optional<WaterClass> target) {
        Fraction judged = profile.judged(parameter, values.get(parameter));
        return edition.classOf(type, parameter, judged).map(byConcentration -> {
            WaterClass waterClass =
                    parameter == WaterParameter.DO && isSaturated(values) ? WaterClass.I : byConcentration;
            return new ParameterJudgement(
                    parameter,
                    judged,
                    waterClass,
                    multiple(type, parameter, judged, waterClass, WaterRules.MULTIPLE_AGAINST),
                    target.flatMap(each -> multiple(type, parameter, judged, waterClass, each)),
                    edition.clause(type, parameter).orElseThrow());
        });
    }

    private boolean isSaturated(Map<WaterParameter, Fraction> values) {
        Fraction temperature = values.get(WaterParameter.TEMPERATURE);
        return profile.looksAtSaturation()
                && temperature != null
                && edition.saturation().isClass1(values.get(WaterParameter.DO), temperature);
    }

    /** (C − S) / S of what is worse than a class; empty for what is not, and for those that have no multiple. */
    private Optional<Fraction> multiple(
            SectionType type, WaterParameter parameter, Fraction judged, WaterClass waterClass, WaterClass against) {
        return waterClass.isWorseThan(against) && MainPollutants.haveMultiple(parameter)
                ? edition.limit(type, parameter, against).map(limit -> Quotient.of(judged.minus(limit), limit))
                : Optional.empty();
    }
}
