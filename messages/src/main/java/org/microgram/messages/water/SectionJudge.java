package org.microgram.messages.water;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionPeriod;
import org.microgram.messages.rows.Row;
import org.microgram.standards.Status;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.water.Assessed;
import org.microgram.standards.water.Attainment;
import org.microgram.standards.water.NotAssessed;
import org.microgram.standards.water.ParameterJudgement;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.SectionValues;
import org.microgram.standards.water.SingleFactor;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterAssessment;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterEdition;
import org.microgram.standards.water.WaterParameter;

/**
 * Judges values of a section and writes what it comes to into a row: both profiles, by the limits, type and target of the last day of the
 * row's interval on which the section was in service.
 */
final class SectionJudge {

    // The numbers in rows, whatever order the enum is ever declared in.
    static final List<ReviewState> STATES =
            List.of(ReviewState.RAW, ReviewState.FIRST, ReviewState.SECOND, ReviewState.FINAL);

    private final Section section;
    private final String config;

    SectionJudge(Section section, String config) {
        this.section = section;
        this.config = config;
    }

    /** Of a sample, whose values need nothing beside them. */
    Row.Builder judge(Row.Builder row, LocalDate day, Map<WaterParameter, Fraction> values, SampleDay.Inputs inputs) {
        return judge(row, day, day, values, basis -> Status.OK, inputs);
    }

    /**
     * @param status of values of a period: how far those that a class rests on can be relied on
     */
    <T> Row.Builder judge(
            Row.Builder row,
            LocalDate first,
            LocalDate last,
            Map<WaterParameter, T> values,
            Function<T, Fraction> exact,
            Function<T, Status> status,
            SampleDay.Inputs inputs) {
        return judge(
                row,
                first,
                last,
                SectionValues.exact(values, exact),
                basis -> SectionValues.status(values, basis, status),
                inputs);
    }

    private Row.Builder judge(
            Row.Builder row,
            LocalDate first,
            LocalDate last,
            Map<WaterParameter, Fraction> values,
            Function<Collection<WaterParameter>, Status> statusOf,
            SampleDay.Inputs inputs) {
        Optional<SectionPeriod> period = section.inService(first, last);
        Optional<WaterEdition> edition = WaterEdition.on(last);
        Optional<WaterClass> target = period.flatMap(SectionPeriod::target);
        WaterAssessment assessment = assess(edition, Profile.ASSESSMENT, period, values, inputs.said());
        Status status = assessment instanceof Assessed assessed ? statusOf.apply(assessed.basis()) : Status.NONE;
        if (assessment instanceof Assessed assessed) {
            row.number("class", assessed.waterClass().number());
            row.number("level", assessed.level().place() + 1);
            row.text("governing", codes(assessed.governing()));
            row.text("main_pollutants", times(assessed.mainPollutants(), ParameterJudgement::multiple));
            row.text("over_target", times(overTarget(assessed), ParameterJudgement::multipleOfTarget));
            row.text(
                    "apart",
                    orNone(assessed.apart().stream()
                            .map(each -> each.parameter().code() + ":"
                                    + each.waterClass().number())
                            .collect(joining(" "))));
            row.number("judged", assessed.judged().size());
        } else {
            row.text("not_assessed", ((NotAssessed) assessment).reason().code());
        }
        if (assess(edition, Profile.REALTIME, period, values, inputs.said()) instanceof Assessed realtime) {
            row.number("class_realtime", realtime.waterClass().number());
            row.text("governing_realtime", codes(realtime.governing()));
        }
        row.text(
                "lacking",
                codes(Profile.five().stream()
                        .filter(each -> !values.containsKey(each))
                        .toList()));
        period.ifPresent(each -> row.text("section_type", each.type().code()));
        target.ifPresent(each -> row.number("target", each.number()));
        row.text("attained", Attainment.of(assessment, target, status).code());
        row.text("status", status.code());
        row.number("samples", inputs.samples());
        edition.ifPresent(each -> row.text("edition", each.name()));
        inputs.state().ifPresent(each -> row.number("state", STATES.indexOf(each)));
        row.number("revision", inputs.revision());
        row.number("received_at", inputs.receivedAt());
        return row.text("config", config);
    }

    /** By what holds of a section; not monitored where it is not in service, or no edition is in force. */
    static WaterAssessment assess(
            Optional<WaterEdition> edition,
            Profile profile,
            Optional<SectionPeriod> period,
            Map<WaterParameter, Fraction> values,
            Optional<StationStatus> said) {
        if (period.isEmpty() || edition.isEmpty()) {
            return new NotAssessed(NotAssessed.Reason.NOT_MONITORED);
        }
        WaterAssessment found = new SingleFactor(edition.get(), profile)
                .assess(period.get().type(), values, period.get().target());
        return found instanceof NotAssessed
                ? new NotAssessed(said.map(StationStatus::reason).orElse(NotAssessed.Reason.NO_VALUE))
                : found;
    }

    private static List<ParameterJudgement> overTarget(Assessed assessed) {
        return assessed.judged().stream()
                .filter(each ->
                        assessed.target().filter(each.waterClass()::isWorseThan).isPresent())
                .toList();
    }

    static String times(List<ParameterJudgement> judged, Function<ParameterJudgement, Optional<Fraction>> multiple) {
        return orNone(judged.stream()
                .map(each -> each.parameter().code()
                        + multiple.apply(each)
                                .map(exact -> "(" + ParameterJudgement.published(exact) + ")")
                                .orElse(""))
                .collect(joining(" ")));
    }

    static String codes(List<WaterParameter> parameters) {
        return orNone(parameters.stream().map(WaterParameter::code).collect(joining(" ")));
    }

    static String orNone(String text) {
        return text.isEmpty() ? null : text;
    }
}
