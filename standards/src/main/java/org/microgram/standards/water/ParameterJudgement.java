package org.microgram.standards.water;

import java.util.Optional;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

/**
 * One parameter held against the limits.
 *
 * @param judged what was held against them, in the unit of the parameter: rounded first or not, as the profile says
 * @param multiple (C − S) / S against class III; empty when it does not exceed, and for those that have none (pH, DO)
 * @param multipleOfTarget the same against the section's target; empty also when it has none
 * @param clause of the limits
 */
public record ParameterJudgement(
        WaterParameter parameter,
        Fraction judged,
        WaterClass waterClass,
        Optional<Fraction> multiple,
        Optional<Fraction> multipleOfTarget,
        String clause) {

    /** Whether it is worse than class III. */
    public boolean exceeds() {
        return waterClass.isWorseThan(WaterRules.MULTIPLE_AGAINST);
    }

    public Optional<Rounded> multiplePublished() {
        return multiple.map(ParameterJudgement::published);
    }

    /** A multiple as it is printed. */
    public static Rounded published(Fraction multiple) {
        return Rounded.keepingSomething(multiple, WaterRules.MULTIPLE_DECIMALS);
    }

    /** {@code 高锰酸盐指数(1.2)}; without brackets for those that have no multiple. */
    public String text() {
        return parameter.nameZh()
                + multiplePublished().map(times -> "(" + times + ")").orElse("");
    }
}
