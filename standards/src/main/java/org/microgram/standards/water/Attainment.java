package org.microgram.standards.water;

import java.util.Locale;
import java.util.Optional;

/** Whether a section keeps its target. Having none, and not being assessed, are answers of their own. */
public enum Attainment {
    ATTAINED,
    MISSED,
    NO_TARGET,
    NOT_ASSESSED;

    /** The target counts first: a section without one misses nothing, assessed or not. */
    public static Attainment of(WaterAssessment assessment, Optional<WaterClass> target) {
        if (target.isEmpty()) {
            return NO_TARGET;
        }
        if (!(assessment instanceof Assessed assessed)) {
            return NOT_ASSESSED;
        }
        return assessed.waterClass().isWorseThan(target.get()) ? MISSED : ATTAINED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
