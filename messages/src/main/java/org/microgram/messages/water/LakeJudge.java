package org.microgram.messages.water;

import java.util.List;
import java.util.Optional;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.WaterBody;
import org.microgram.messages.rows.BasinFields;
import org.microgram.messages.rows.Row;
import org.microgram.standards.water.Assessed;
import org.microgram.standards.water.BasinAssessment;
import org.microgram.standards.water.NotAssessed;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.SectionOutcome;
import org.microgram.standards.water.SectionType;
import org.microgram.standards.water.SingleFactor;
import org.microgram.standards.water.TrophicIndex;
import org.microgram.standards.water.WaterAssessment;
import org.microgram.standards.water.WaterEdition;

/**
 * Writes what the points of a lake or reservoir come to into its row: the class of the mean over them, however many there are, and the
 * trophic index. A reservoir of river type is assessed as a river and has none.
 *
 * <p><b>Source.</b> 环办[2011]22号 2.1.2, 2.4.
 */
final class LakeJudge {

    private final SectionType type;

    LakeJudge(Network network, String id) {
        type = network.water().waterBodies().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(WaterBody::type)
                .orElseThrow(() -> new IllegalStateException("no water body is called " + id));
    }

    /** @return why it has no class; empty where it has one */
    Optional<NotAssessed.Reason> judge(Row.Builder row, WaterEdition edition, List<SectionPart> points) {
        SingleFactor method = new SingleFactor(edition, Profile.ASSESSMENT);
        List<SectionOutcome> outcomes =
                points.stream().map(SectionPart::outcome).toList();
        BasinAssessment counts = BasinAssessment.of(method, outcomes);
        BasinJudge.counts(row, counts, outcomes);
        row.text("method", "points");
        // Values of a point that has no class, such as chlorophyll alone, are of the lake all the same.
        Means means = Means.of(points);
        means.write(row);
        WaterAssessment mean = counts.assessed() == 0
                ? new NotAssessed(BasinJudge.without(outcomes))
                : method.assess(type, means.exact(), Optional.empty());
        Means.assessment(row, mean);
        if (mean instanceof Assessed assessed) {
            row.number("level", assessed.level().place() + 1);
        }
        if (type.isLake()) {
            trophic(row, means);
        }
        return mean instanceof NotAssessed none ? Optional.of(none.reason()) : Optional.empty();
    }

    private static void trophic(Row.Builder row, Means means) {
        row.text("tli_lacking", SectionJudge.codes(TrophicIndex.lacking(means.exact())));
        TrophicIndex.of(means.exact()).ifPresent(index -> {
            row.number("tli", index.total().at(BasinFields.TLI_DIGITS));
            row.number("tli_level", index.place() + 1);
        });
    }
}
