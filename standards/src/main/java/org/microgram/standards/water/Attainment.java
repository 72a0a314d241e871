package org.microgram.standards.water;

import java.util.Locale;
import java.util.Optional;
import org.microgram.standards.Status;

/**
 * Whether a section keeps its target. Having none, not being assessed, and having too few values are answers of their own.
 *
 * <p><b>Rule.</b> What has fewer values than it needs may miss a target and never attains one. Judged on the cumulative value; of a
 * single month it is for information.
 */
public enum Attainment {
    ATTAINED,
    MISSED,
    /** It would attain, by fewer values than are needed. */
    TOO_FEW,
    NO_TARGET,
    NOT_ASSESSED;

    /**
     * The target counts first: a section without one misses nothing, assessed or not.
     *
     * @param status of the values that the assessment rests on
     */
    public static Attainment of(WaterAssessment assessment, Optional<WaterClass> target, Status status) {
        if (target.isEmpty()) {
            return NO_TARGET;
        }
        if (!(assessment instanceof Assessed assessed)) {
            return NOT_ASSESSED;
        }
        if (assessed.waterClass().isWorseThan(target.get())) {
            return MISSED;
        }
        return status == Status.OK ? ATTAINED : TOO_FEW;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
