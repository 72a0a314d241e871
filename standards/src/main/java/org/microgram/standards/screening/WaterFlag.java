package org.microgram.standards.screening;

import java.util.Comparator;
import java.util.Optional;
import org.microgram.standards.water.WaterParameter;

/** That a rule finds a sample's value of a parameter suspect. In the order of the parameters, then of the rules. */
public record WaterFlag(WaterParameter parameter, WaterRule rule) implements Comparable<WaterFlag> {

    private static final Comparator<WaterFlag> ORDER =
            Comparator.comparing(WaterFlag::parameter).thenComparing(WaterFlag::rule);

    @Override
    public int compareTo(WaterFlag other) {
        return ORDER.compare(this, other);
    }

    /** As rows have it: {@code CODMn:zero}. */
    public String code() {
        return parameter.code() + ":" + rule.code();
    }

    /** Reads what {@link #code} wrote. */
    public static Optional<WaterFlag> find(String code) {
        int colon = code.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        Optional<WaterRule> rule = WaterRule.find(code.substring(colon + 1));
        return WaterParameter.find(code.substring(0, colon)).flatMap(p -> rule.map(r -> new WaterFlag(p, r)));
    }
}
