package org.microgram.dashboard.screening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.screening.WaterCriterion;
import org.microgram.standards.screening.WaterFlag;
import org.microgram.standards.screening.WaterRule;
import org.microgram.standards.screening.WaterScreening;
import org.microgram.standards.water.WaterParameter;

/** Counts the flags of water samples, from their rows. Values below detection are values; they stand in one text of the row. */
final class WaterShares {

    private final WaterScreening screening;
    private final Map<WaterFlag, Long> flagged = new HashMap<>();
    private final Map<WaterParameter, Long> values = new EnumMap<>(WaterParameter.class);

    WaterShares(WaterScreening screening) {
        this.screening = screening;
    }

    void add(Row sample) {
        for (WaterParameter p : WaterFields.COLUMNS) {
            if (sample.has(p.column())) {
                values.merge(p, 1L, Long::sum);
            }
        }
        for (String each : texts(sample, "below_detection")) {
            WaterParameter.find(each.substring(0, each.indexOf('<'))).ifPresent(p -> values.merge(p, 1L, Long::sum));
        }
        for (String each : texts(sample, "flags")) {
            flagged.merge(WaterFlag.find(each).orElseThrow(), 1L, Long::sum);
        }
    }

    private static String[] texts(Row row, String field) {
        return row.has(field) ? row.text(field).split(" ") : new String[0];
    }

    List<ScreeningShare> lines() {
        List<ScreeningShare> lines = new ArrayList<>();
        for (WaterParameter p : WaterParameter.ALL) {
            for (WaterRule rule : WaterRule.ALL) {
                WaterCriterion newest = newest(rule, p);
                if (newest != null) {
                    lines.add(new ScreeningShare(
                            p.code(),
                            rule.code(),
                            rule.version(),
                            flagged.getOrDefault(new WaterFlag(p, rule), 0L),
                            0,
                            values.getOrDefault(p, 0L),
                            newest.print(),
                            newest.reason()));
                }
            }
        }
        return lines;
    }

    private WaterCriterion newest(WaterRule rule, WaterParameter p) {
        // The rule of both nitrogens stands under NH3-N.
        WaterParameter under = rule == WaterRule.NH3N_OVER_TN && p == WaterParameter.TN ? WaterParameter.NH3N : p;
        WaterCriterion newest = null;
        for (WaterCriterion each : screening.criteria()) {
            boolean same = each.rule() == rule && each.parameter() == under;
            newest = same && (newest == null || each.from().isAfter(newest.from())) ? each : newest;
        }
        return newest;
    }
}
