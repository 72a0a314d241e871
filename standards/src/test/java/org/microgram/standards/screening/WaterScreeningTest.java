package org.microgram.standards.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.WaterParameter;
import org.microgram.standards.water.WaterSample;

@DisplayName("A sample of water is suspect")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaterScreeningTest {

    private static final LocalDate DAY = LocalDate.of(2021, 4, 1);
    private static final long MIDNIGHT = ChinaTime.startOf(DAY);

    private final List<WaterSample> samples = new ArrayList<>();

    @Test
    void by_a_zero_of_a_parameter_that_takes_a_reagent() {
        WaterScreening rules = rules(WaterRule.ZERO, WaterParameter.CODMN);
        at(8, Map.of(WaterParameter.CODMN, "0", WaterParameter.TP, "0"));
        at(12, Map.of(WaterParameter.CODMN, "0.000001"));
        assertThat(flags(rules)).containsExactly("CODMn:zero", "");
    }

    @Test
    void by_oxygen_over_200_percent_of_what_water_of_its_temperature_can_hold() {
        WaterScreening rules = rules(WaterRule.SATURATION, WaterParameter.DO, "200");
        // At 20.4 °C saturation is 468 / 52 = 9 mg/L.
        at(0, Map.of(WaterParameter.DO, "18", WaterParameter.TEMPERATURE, "20.4"));
        at(4, Map.of(WaterParameter.DO, "18.000001", WaterParameter.TEMPERATURE, "20.4"));
        at(8, Map.of(WaterParameter.DO, "18.000001", WaterParameter.TEMPERATURE, "20.3"));
        at(12, Map.of(WaterParameter.DO, "30"));
        assertThat(flags(rules)).containsExactly("", "DO:saturation", "", "");
    }

    @Test
    void by_more_ammonia_than_nitrogen_in_both() {
        WaterScreening rules = rules(WaterRule.NH3N_OVER_TN, WaterParameter.NH3N, "0");
        at(0, Map.of(WaterParameter.NH3N, "5.74", WaterParameter.TN, "1.0428"));
        at(4, Map.of(WaterParameter.NH3N, "1", WaterParameter.TN, "1"));
        at(8, Map.of(WaterParameter.NH3N, "1"));
        assertThat(flags(rules)).containsExactly("NH3-N:nh3n_over_tn TN:nh3n_over_tn", "", "");
    }

    @Test
    void outside_of_a_range_whose_ends_belong_to_it() {
        WaterScreening rules = rules(WaterRule.RANGE, WaterParameter.PH, "6", "9.5");
        for (String ph : List.of("5.99", "6", "9.5", "9.51")) {
            at(samples.size(), Map.of(WaterParameter.PH, ph));
        }
        assertThat(flags(rules)).containsExactly("pH:range", "", "", "pH:range");
    }

    @Test
    void by_a_jump_against_both_neighbours_also_across_midnight() {
        WaterScreening rules = rules(WaterRule.JUMP, WaterParameter.TN, "2", "2", hours(8));
        at(-4, Map.of(WaterParameter.TN, "7.21"));
        at(0, Map.of(WaterParameter.TN, "0.7"));
        at(2, Map.of(WaterParameter.PH, "7"));
        at(4, Map.of(WaterParameter.TN, "5.8"));
        at(12, Map.of(WaterParameter.TN, "20"));
        at(21, Map.of(WaterParameter.TN, "5.8"));
        assertThat(flags(rules))
                .as("20 has no neighbour within eight hours after it; a sample without TN is none")
                .containsExactly("", "TN:jump", "", "", "", "");
        assertThat(rules.reachDays()).isEqualTo(1);
        assertThat(rules.withDependent(new TreeSet<>(List.of(7)))).containsExactly(6, 7, 8);
    }

    @Test
    void by_standing_still_and_a_gap_ends_a_run() {
        WaterScreening rules = rules(WaterRule.STUCK, WaterParameter.PH, count(3), "7", hours(6));
        for (int hour : List.of(-4, 0, 4, 12, 16)) {
            at(hour, Map.of(WaterParameter.PH, "7.15"));
        }
        for (int hour : List.of(17, 18, 19)) {
            at(hour, Map.of(WaterParameter.PH, "7"));
        }
        assertThat(flags(rules)).containsExactly("pH:stuck", "pH:stuck", "pH:stuck", "", "", "", "", "");
    }

    @Test
    void beside_automatic_neighbours_alone() {
        WaterScreening rules = new WaterScreening(List.of(
                criterion(WaterRule.JUMP, WaterParameter.CODMN, "3", "2", hours(8)),
                criterion(WaterRule.STUCK, WaterParameter.CODMN, count(2), "0", hours(8))));
        at(0, Map.of(WaterParameter.CODMN, "2"));
        byHand(1, "11");
        at(2, Map.of(WaterParameter.CODMN, "11"));
        at(4, Map.of(WaterParameter.CODMN, "2"));
        assertThat(flags(rules)).containsExactly("", "", "CODMn:jump", "");
    }

    @Test
    void by_half_the_limit_of_what_is_below_detection_as_in_all_figures() {
        WaterScreening rules = new WaterScreening(List.of(
                criterion(WaterRule.ZERO, WaterParameter.NH3N),
                criterion(WaterRule.JUMP, WaterParameter.NH3N, "0.5", "3", hours(8))));
        Measured below = new Measured.BelowDetection(Scaled.parse("0.4"));
        sample(0, false, Map.of(WaterParameter.NH3N, below));
        at(4, Map.of(WaterParameter.NH3N, "0.700001"));
        sample(8, false, Map.of(WaterParameter.NH3N, below));
        sample(9, false, Map.of(WaterParameter.NH3N, new Measured.Absent(Measured.Absence.NO_VALUE)));
        assertThat(flags(rules)).containsExactly("", "NH3-N:jump", "", "");
    }

    @Test
    void from_the_day_on_that_a_rule_is_for_until_the_last() {
        WaterScreening rules = new WaterScreening(
                List.of(new WaterCriterion(WaterRule.ZERO, WaterParameter.TP, DAY, DAY, List.of(), "one day only")));
        for (int hour : List.of(-1, 0, 23, 24)) {
            at(hour, Map.of(WaterParameter.TP, "0"));
        }
        assertThat(flags(rules)).containsExactly("", "TP:zero", "TP:zero", "");
    }

    @Test
    void with_flags_that_can_be_read_again() {
        for (WaterParameter p : WaterParameter.ALL) {
            for (WaterRule rule : WaterRule.ALL) {
                WaterFlag flag = new WaterFlag(p, rule);
                assertThat(WaterFlag.find(flag.code())).contains(flag);
            }
        }
        assertThat(WaterFlag.find("CODMn")).isEmpty();
        assertThat(WaterFlag.find("CODMn:ceiling")).isEmpty();
    }

    private static WaterScreening rules(WaterRule rule, WaterParameter parameter, String... numbers) {
        return new WaterScreening(List.of(criterion(rule, parameter, numbers)));
    }

    private static WaterCriterion criterion(WaterRule rule, WaterParameter parameter, String... numbers) {
        List<Long> scaled = List.of(numbers).stream().map(Scaled::parse).toList();
        return new WaterCriterion(rule, parameter, DAY.minusDays(9), Criterion.OPEN, scaled, "test");
    }

    /** Counts are not scaled. */
    private static String count(int number) {
        return Scaled.print(number, Scaled.DIGITS);
    }

    private static String hours(int number) {
        return count(number);
    }

    private void at(int hour, Map<WaterParameter, String> numbers) {
        Map<WaterParameter, Measured> values = new EnumMap<>(WaterParameter.class);
        numbers.forEach((p, number) -> values.put(p, new Measured.Value(Scaled.parse(number))));
        sample(hour, false, values);
    }

    private void byHand(int hour, String codmn) {
        sample(hour, true, Map.of(WaterParameter.CODMN, new Measured.Value(Scaled.parse(codmn))));
    }

    private void sample(int hour, boolean byHand, Map<WaterParameter, Measured> values) {
        samples.add(new WaterSample(MIDNIGHT + hour * 3600L, byHand, values));
    }

    private List<String> flags(WaterScreening rules) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            all.add(String.join(
                    " ", rules.flags(samples, i).stream().map(WaterFlag::code).toList()));
        }
        return all;
    }
}
