package org.microgram.standards.water;

import java.util.Map;
import java.util.Optional;
import org.microgram.standards.number.Fraction;

/**
 * What a river, basin or area takes from one of its sections.
 *
 * @param section its id
 * @param values exact, for the mean method; may be empty when the section is not assessed
 * @param kilometres of the reach that it stands for; empty where no reach is configured
 */
public record SectionOutcome(
        String section,
        SectionType type,
        WaterAssessment assessment,
        Map<WaterParameter, Fraction> values,
        Optional<Fraction> kilometres) {}
