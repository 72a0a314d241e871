package org.microgram.messages.water;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.microgram.messages.rows.BasinFields;
import org.microgram.messages.rows.Row;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.water.Assessed;
import org.microgram.standards.water.BasinAssessment;
import org.microgram.standards.water.MainPollutants;
import org.microgram.standards.water.NotAssessed;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.SectionOutcome;
import org.microgram.standards.water.SingleFactor;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterEdition;

/** Writes what the sections of a river, basin or area come to into its row: shares from five assessed ones on, their mean under five. */
final class BasinJudge {

    /** @return why there is no level; empty where there is one */
    Optional<NotAssessed.Reason> judge(Row.Builder row, WaterEdition edition, List<SectionPart> members) {
        List<SectionOutcome> outcomes =
                members.stream().map(SectionPart::outcome).toList();
        BasinAssessment basin = BasinAssessment.of(new SingleFactor(edition, Profile.ASSESSMENT), outcomes);
        counts(row, basin, outcomes);
        basin.shares().ifPresent(shares -> {
            for (WaterClass each : WaterClass.ALL) {
                row.number(BasinFields.sections(each), whole(shares.byClass().get(each.ordinal())));
            }
            row.number("share_I_III", share(shares.good()));
            row.number("share_worse_V", share(shares.worseThanV()));
        });
        basin.byLength().ifPresent(length -> {
            row.number("length_assessed", whole(length.total().times(1_000)));
            row.number("share_I_III_length", share(length.good()));
            row.number("share_worse_V_length", share(length.worseThanV()));
        });
        if (basin.byMean().isPresent()) {
            row.text("method", "mean");
            // Rivers and lakes together have no mean that could be shown.
            if (basin.byMean().get() instanceof Assessed) {
                Means.of(members.stream()
                                .filter(each -> each.outcome().assessment() instanceof Assessed)
                                .toList())
                        .write(row);
            }
            Means.assessment(row, basin.byMean().get());
        } else if (basin.shares().isPresent()) {
            row.text("method", "shares");
            row.text("main_pollutants", pollutants(basin.mainByShare()));
        } else {
            row.text("not_assessed", without(outcomes).code());
            return Optional.of(without(outcomes));
        }
        basin.level().ifPresent(level -> row.number("level", level.place() + 1));
        return basin.byMean().filter(NotAssessed.class::isInstance).map(mean -> ((NotAssessed) mean).reason());
    }

    /** Of lakes too. */
    static void counts(Row.Builder row, BasinAssessment basin, List<SectionOutcome> outcomes) {
        row.number("sections", basin.sections());
        row.number("assessed", basin.assessed());
        row.number("sections_needed", BasinAssessment.sectionsNeeded(basin.sections()));
        row.text("sections_left", withReason(outcomes, NotAssessed.Reason::leaves));
        row.text("sections_not_assessed", withReason(outcomes, reason -> !reason.leaves()));
        row.text("worse_V", SectionJudge.orNone(String.join(" ", basin.worseThanV())));
    }

    /** Why none is assessed: the reason that all have, else that there is no value. */
    static NotAssessed.Reason without(List<SectionOutcome> outcomes) {
        List<NotAssessed.Reason> reasons = outcomes.stream()
                .flatMap(each -> reason(each).stream())
                .distinct()
                .toList();
        return reasons.size() == 1 ? reasons.get(0) : NotAssessed.Reason.NO_VALUE;
    }

    private static String withReason(List<SectionOutcome> outcomes, Function<NotAssessed.Reason, Boolean> which) {
        return SectionJudge.orNone(outcomes.stream()
                .flatMap(each ->
                        reason(each).filter(which::apply).map(reason -> each.section() + ":" + reason.code()).stream())
                .collect(joining(" ")));
    }

    private static Optional<NotAssessed.Reason> reason(SectionOutcome of) {
        return of.assessment() instanceof NotAssessed none ? Optional.of(none.reason()) : Optional.empty();
    }

    private static String pollutants(List<MainPollutants.AtSections> all) {
        return SectionJudge.orNone(all.stream()
                .map(each -> each.parameter().code() + "(" + each.percent() + "%)")
                .collect(joining(" ")));
    }

    private static long share(Rounded percent) {
        return percent.at(BasinFields.SHARE_DIGITS);
    }

    private static long whole(Fraction of) {
        return of.numerator().divide(of.denominator()).longValueExact();
    }
}
