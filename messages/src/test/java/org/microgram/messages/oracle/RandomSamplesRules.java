package org.microgram.messages.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.screening.Criterion;
import org.microgram.standards.screening.WaterCriterion;
import org.microgram.standards.screening.WaterRule;
import org.microgram.standards.screening.WaterScreening;
import org.microgram.standards.water.WaterParameter;

/** Rules that the values of {@link RandomSamples} meet often, across midnight too, one of them with other numbers from a day on. */
final class RandomSamplesRules {

    private static final LocalDate CHANGE = LocalDate.of(2020, 11, 24);

    private final List<WaterCriterion> criteria = new ArrayList<>();

    private RandomSamplesRules() {}

    static WaterScreening rules() {
        RandomSamplesRules rules = new RandomSamplesRules();
        rules.always(WaterRule.ZERO, WaterParameter.TP);
        rules.always(WaterRule.ZERO, WaterParameter.CHLA);
        rules.always(WaterRule.SATURATION, WaterParameter.DO, 110 * Scaled.ONE);
        rules.always(WaterRule.NH3N_OVER_TN, WaterParameter.NH3N, 200_000L);
        rules.always(WaterRule.RANGE, WaterParameter.CODMN, Scaled.ONE, 18 * Scaled.ONE);
        for (WaterParameter p : WaterFields.COLUMNS) {
            rules.always(WaterRule.JUMP, p, 500_000L, Scaled.ONE * 6 / 5, 8L);
        }
        // A twelfth of the values of pH is 9.12; the greatest run looks over two midnights.
        rules.dated(WaterRule.STUCK, WaterParameter.PH, LocalDate.MIN, CHANGE.minusDays(1), 2L, 6 * Scaled.ONE, 24L);
        rules.dated(WaterRule.STUCK, WaterParameter.PH, CHANGE, Criterion.OPEN, 2L, 8 * Scaled.ONE, 48L);
        return new WaterScreening(rules.criteria);
    }

    private void always(WaterRule rule, WaterParameter parameter, Long... numbers) {
        dated(rule, parameter, LocalDate.MIN, Criterion.OPEN, numbers);
    }

    private void dated(WaterRule rule, WaterParameter parameter, LocalDate from, LocalDate to, Long... numbers) {
        criteria.add(new WaterCriterion(rule, parameter, from, to, List.of(numbers), "random"));
    }
}
