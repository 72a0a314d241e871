package org.microgram.dashboard.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.screening.Criterion;
import org.microgram.standards.screening.WaterCriterion;
import org.microgram.standards.screening.WaterRule;
import org.microgram.standards.screening.WaterScreening;
import org.microgram.standards.water.WaterParameter;

@DisplayName("The shares of water that rules flag")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaterSharesTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    @Test
    void count_values_below_detection_too_and_name_both_nitrogens() {
        WaterShares shares = new WaterShares(new WaterScreening(List.of(
                criterion(WaterRule.NH3N_OVER_TN, WaterParameter.NH3N, FIRST, 0L),
                criterion(WaterRule.ZERO, WaterParameter.CODMN, FIRST))));
        shares.add(sample(0)
                .number("codmn", 0)
                .number("nh3n", 5_740_000)
                .number("tn", 1_042_800)
                .text("flags", "CODMn:zero NH3-N:nh3n_over_tn TN:nh3n_over_tn")
                .build());
        shares.add(sample(1)
                .number("codmn", 2_000_000)
                .text("below_detection", "NH3-N<0.025 CODMn<0.5")
                .build());
        shares.add(sample(2).number("ph", 7_000_000).build());

        assertThat(shares.lines())
                .extracting(line -> line.parameter() + " " + line.rule() + " " + line.flagged() + " of " + line.values()
                        + " " + line.percent())
                .containsExactly(
                        "CODMn zero 1 of 3 33.3333",
                        "NH3-N nh3n_over_tn 1 of 2 50.0000",
                        "TN nh3n_over_tn 1 of 1 100.0000");
    }

    @Test
    void say_the_numbers_of_the_newest_criterion() {
        WaterCriterion old = criterion(WaterRule.SATURATION, WaterParameter.DO, FIRST, 200_000_000L);
        WaterCriterion newest = criterion(WaterRule.SATURATION, WaterParameter.DO, FIRST.plusYears(1), 250_000_000L);
        assertThat(new WaterShares(new WaterScreening(List.of(newest, old))).lines())
                .extracting(line -> line.numbers() + " " + line.percent())
                .containsExactly("percent 250 ");
    }

    private static WaterCriterion criterion(WaterRule rule, WaterParameter parameter, LocalDate from, Long... numbers) {
        return new WaterCriterion(rule, parameter, from, Criterion.OPEN, List.of(numbers), "test");
    }

    private static Row.Builder sample(long second) {
        return Row.builder(new RowKey(Measurement.WATER_SAMPLE, Subject.section("s"), second, second + 1, ""));
    }
}
