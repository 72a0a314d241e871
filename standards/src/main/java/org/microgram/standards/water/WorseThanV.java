package org.microgram.standards.water;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether water worse than V is eliminated (动态消除), and what stands beside that.
 *
 * <p><b>Rule.</b> It is when no assessed section is worse than V on the cumulative value at the period's end. Months in which one
 * was are listed beside it and do not decide.
 *
 * <p><b>Source.</b> None in one text; the way of the bulletins. House rule.
 *
 * @param sections ids of those that are worse than V on the cumulative value
 * @param months those in which a section was worse than V, by section
 */
public record WorseThanV(List<String> sections, SortedMap<String, List<YearMonth>> months) {

    /**
     * @param cumulative each section on the cumulative value
     * @param monthly each section in each month
     */
    public static WorseThanV of(
            Map<String, WaterAssessment> cumulative, Map<String, Map<YearMonth, WaterAssessment>> monthly) {
        List<String> sections = cumulative.entrySet().stream()
                .filter(each -> each.getValue().isWorseThanV())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        SortedMap<String, List<YearMonth>> months = new TreeMap<>();
        monthly.forEach((section, assessments) -> new TreeMap<>(assessments).forEach((month, assessment) -> {
            if (assessment.isWorseThanV()) {
                months.computeIfAbsent(section, s -> new ArrayList<>()).add(month);
            }
        }));
        return new WorseThanV(sections, months);
    }

    public boolean isEliminated() {
        return sections.isEmpty();
    }
}
