package org.microgram.messages.water;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.microgram.messages.rows.BasinFields;
import org.microgram.messages.rows.Row;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.water.Assessed;
import org.microgram.standards.water.NotAssessed;
import org.microgram.standards.water.ParameterJudgement;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.WaterAssessment;
import org.microgram.standards.water.WaterMean;
import org.microgram.standards.water.WaterParameter;

/**
 * The mean of each parameter over the sections of a river or basin, or over the points of a lake: each counts once, by its exact value of
 * the period, however often it was sampled.
 *
 * @param had how many have a value
 * @param shorts how many of these rest on too few
 */
record Means(
        Map<WaterParameter, Fraction> exact, Map<WaterParameter, Integer> had, Map<WaterParameter, Integer> shorts) {

    static Means of(List<SectionPart> members) {
        Map<WaterParameter, List<Fraction>> values = new EnumMap<>(WaterParameter.class);
        Map<WaterParameter, Integer> had = new EnumMap<>(WaterParameter.class);
        Map<WaterParameter, Integer> shorts = new EnumMap<>(WaterParameter.class);
        for (SectionPart member : members) {
            member.outcome().values().forEach((parameter, value) -> {
                values.computeIfAbsent(parameter, p -> new ArrayList<>()).add(value);
                had.merge(parameter, 1, Integer::sum);
            });
            member.shortOf().forEach(parameter -> shorts.merge(parameter, 1, Integer::sum));
        }
        Map<WaterParameter, Fraction> exact = new EnumMap<>(WaterParameter.class);
        values.forEach(
                (parameter, all) -> WaterMean.mean(parameter, all).ifPresent(mean -> exact.put(parameter, mean)));
        return new Means(exact, had, shorts);
    }

    void write(Row.Builder row) {
        for (WaterParameter p : BasinFields.COLUMNS) {
            Fraction mean = exact.get(p);
            if (mean != null) {
                row.number(p.column(), WaterRows.published(p, mean));
                row.text(p.column() + "_exact", mean.toString());
            }
            row.number(p.column() + "_had", had.getOrDefault(p, 0));
            row.number(p.column() + "_short", shorts.getOrDefault(p, 0));
        }
        row.text(
                "lacking",
                SectionJudge.codes(Profile.five().stream()
                        .filter(each -> !exact.containsKey(each))
                        .toList()));
    }

    /** The class of a mean, or why it has none. */
    static void assessment(Row.Builder row, WaterAssessment assessment) {
        if (assessment instanceof NotAssessed none) {
            row.text("not_assessed", none.reason().code());
        } else if (assessment instanceof Assessed assessed) {
            row.number("class", assessed.waterClass().number());
            row.text("governing", SectionJudge.codes(assessed.governing()));
            row.text("main_pollutants", SectionJudge.times(assessed.mainPollutants(), ParameterJudgement::multiple));
            row.text(
                    "apart",
                    SectionJudge.orNone(assessed.apart().stream()
                            .map(each -> each.parameter().code() + ":"
                                    + each.waterClass().number())
                            .collect(joining(" "))));
            row.number("judged", assessed.judged().size());
        }
    }
}
