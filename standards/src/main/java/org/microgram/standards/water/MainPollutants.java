package org.microgram.standards.water;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

/**
 * The main pollutants (主要污染指标) of what is worse than class III: three at most.
 *
 * <p><b>Rule.</b> Of a section: cyanide, lead, chromium and other heavy metals that exceed come first; then the worst class;
 * among equal classes the greater exceedance multiple. pH and DO have no multiple and come after those of their class that have
 * one; what is equal stays in the order of the method. Of five sections and more: the share of sections at which a parameter
 * exceeds.
 *
 * <p><b>Source.</b> 环办[2011]22号 2.3; {@code water/main-pollutants.csv}. The order among what has no multiple is a house rule.
 */
public final class MainPollutants {

    private static final Set<WaterParameter> FIRST = set("first");
    private static final Set<WaterParameter> NO_MULTIPLE = set("no_multiple");

    /** A share before a multiple: −1 is less than any multiple, which are greater than zero. */
    private static final Fraction NO_NUMBER = Fraction.of(-1);

    private static final Comparator<ParameterJudgement> ORDER = Comparator.comparing(
                    (ParameterJudgement each) -> !FIRST.contains(each.parameter()))
            .thenComparing(ParameterJudgement::waterClass, Comparator.reverseOrder())
            .thenComparing(each -> each.multiple().orElse(NO_NUMBER), Comparator.reverseOrder());

    private MainPollutants() {}

    /**
     * At how many of the assessed sections a parameter is worse than class III.
     *
     * @param percent to 0.1
     */
    public record AtSections(WaterParameter parameter, int sections, Rounded percent) {}

    static List<ParameterJudgement> ofSection(Collection<ParameterJudgement> judged) {
        return judged.stream()
                .filter(ParameterJudgement::exceeds)
                .sorted(ORDER)
                .limit(WaterRules.MAIN_POLLUTANTS)
                .toList();
    }

    static List<AtSections> ofSections(Collection<Assessed> sections) {
        Map<WaterParameter, Integer> counts = new EnumMap<>(WaterParameter.class);
        for (Assessed section : sections) {
            section.judged().stream()
                    .filter(ParameterJudgement::exceeds)
                    .forEach(each -> counts.merge(each.parameter(), 1, Integer::sum));
        }
        List<AtSections> all = new ArrayList<>();
        for (WaterParameter parameter : Profile.single()) {
            if (counts.containsKey(parameter)) {
                int count = counts.get(parameter);
                all.add(new AtSections(parameter, count, Shares.percent(count, sections.size())));
            }
        }
        all.sort(Comparator.comparing(AtSections::sections, Comparator.reverseOrder()));
        return List.copyOf(all.subList(0, Math.min(WaterRules.MAIN_POLLUTANTS, all.size())));
    }

    static boolean haveMultiple(WaterParameter parameter) {
        return !NO_MULTIPLE.contains(parameter);
    }

    private static Set<WaterParameter> set(String name) {
        Set<WaterParameter> parameters = EnumSet.noneOf(WaterParameter.class);
        Table.read("water/main-pollutants.csv").stream()
                .filter(row -> row.get("set").equals(name))
                .forEach(row -> parameters.addAll(WaterParameter.listOf(row.get("parameters"))));
        return parameters;
    }
}
