package org.microgram.standards.water;

import java.util.List;
import java.util.Optional;

/**
 * A class with what it rests on.
 *
 * @param edition of the limits
 * @param waterClass the worst among {@code judged}
 * @param judged the parameters that took part, in the order of the method
 * @param withoutValue those that should have taken part and had no value
 * @param apart those that are reported beside the class and never enter it: TN of lakes, faecal coliforms
 * @param target the class that the section has to keep; empty when it has none
 */
public record Assessed(
        String edition,
        Profile profile,
        SectionType type,
        WaterClass waterClass,
        List<ParameterJudgement> judged,
        List<WaterParameter> withoutValue,
        List<ParameterJudgement> apart,
        Optional<WaterClass> target)
        implements WaterAssessment {

    /** The parameters that decide the class: all that are of it. None of class I, which nothing holds back. */
    public List<WaterParameter> governing() {
        return waterClass == WaterClass.I
                ? List.of()
                : judged.stream()
                        .filter(each -> each.waterClass() == waterClass)
                        .map(ParameterJudgement::parameter)
                        .toList();
    }

    /** Whether it rests on nothing but the five that are measured everywhere: such a class says so. */
    public boolean isByFive() {
        return Profile.five().containsAll(basis());
    }

    /** The parameters that the class rests on. */
    public List<WaterParameter> basis() {
        return judged.stream().map(ParameterJudgement::parameter).toList();
    }

    /** 优 to 重度污染. */
    public WaterLevel level() {
        return WaterLevel.ofClass(waterClass);
    }

    /** What to name first, the worst first; none when the class is III or better. */
    public List<ParameterJudgement> mainPollutants() {
        return MainPollutants.ofSection(judged);
    }

    public Optional<ParameterJudgement> of(WaterParameter parameter) {
        return judged.stream().filter(each -> each.parameter() == parameter).findFirst();
    }
}
