package org.microgram.messages.water;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionPeriod;
import org.microgram.messages.network.WaterNetwork;
import org.microgram.standards.Status;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.water.Assessed;
import org.microgram.standards.water.Attainment;
import org.microgram.standards.water.NotAssessed;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.SectionOutcome;
import org.microgram.standards.water.WaterAssessment;
import org.microgram.standards.water.WaterEdition;
import org.microgram.standards.water.WaterParameter;

/**
 * What a river, basin, lake or area takes from one of its sections over a period: judged as the section's own row of that period is.
 *
 * @param held what held of it on its last day in service
 * @param on that day
 * @param status of the values that its class rests on
 * @param shortOf its values that rest on too few
 */
record SectionPart(
        SectionOutcome outcome,
        SectionPeriod held,
        LocalDate on,
        Status status,
        Set<WaterParameter> shortOf,
        SampleDay.Inputs inputs) {

    private static final long METRES = 1_000;

    /**
     * Empty when it was not in service.
     *
     * @param year what it sent; null when it has no sample in that year
     */
    static Optional<SectionPart> of(WaterNetwork water, Section section, SectionYear year, BasinSpan span) {
        return section.inService(span.first(), span.last()).map(held -> {
            SectionYear.Values values = year == null ? SectionYear.Values.NONE : year.over(span);
            // Of what was in service and sent nothing we know no more than that.
            WaterAssessment assessment = values.inputs().samples() == 0
                    ? new NotAssessed(NotAssessed.Reason.NOT_MONITORED)
                    : SectionJudge.assess(
                            WaterEdition.on(span.last()),
                            Profile.ASSESSMENT,
                            Optional.of(held),
                            values.exact(),
                            values.inputs().said());
            LocalDate on = held.to().filter(span.last()::isAfter).orElse(span.last());
            SectionOutcome outcome = new SectionOutcome(
                    section.id(),
                    held.type(),
                    assessment,
                    values.exact(),
                    water.metres(section.id(), on).map(metres -> Fraction.of(metres, METRES)));
            return new SectionPart(
                    outcome, held, on, status(assessment, values.shortOf()), values.shortOf(), values.inputs());
        });
    }

    private static Status status(WaterAssessment assessment, Set<WaterParameter> shortOf) {
        if (!(assessment instanceof Assessed assessed)) {
            return Status.NONE;
        }
        return Collections.disjoint(assessed.basis(), shortOf) ? Status.OK : Status.BELOW_MINIMUM;
    }

    Attainment attainment() {
        return Attainment.of(outcome.assessment(), held.target(), status);
    }
}
