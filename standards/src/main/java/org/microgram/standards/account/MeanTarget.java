package org.microgram.standards.account;

import org.microgram.standards.number.Fraction;

/**
 * A target for a mean.
 *
 * @param value T, µg/m³
 * @param judgedAt how the mean is rounded before it is held against T
 */
public record MeanTarget(Fraction value, JudgedAt judgedAt) {

    /** The edge of the means that attain: 38.5 for 38 judged at whole numbers. */
    public Fraction edge() {
        return judgedAt.edge(value);
    }

    public boolean isAttainedBy(Fraction mean) {
        return judgedAt.attains(mean, value);
    }
}
