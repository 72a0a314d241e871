package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microgram.standards.number.Fraction;

@DisplayName("环办[2011]22号 2.2 — a river or basin")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BasinAssessmentTest {

    private final List<SectionOutcome> sections = new ArrayList<>();

    @ParameterizedTest(name = "{0} good, {1} between, {2} worse than V: {3}")
    @CsvSource({
        "9, 1, 0, 优", // G 90
        "17, 2, 0, 良好", // 89.5
        "3, 1, 1, 中度污染", // D 20
        "15, 5, 0, 良好", // 75
        "8, 0, 2, 良好", // D does not count while G is at least 75
        "14, 5, 0, 轻度污染", // 73.7
        "7, 1, 2, 中度污染", // D 20
        "6, 0, 4, 重度污染", // D 40
        "0, 5, 0, 轻度污染"
    })
    void of_five_sections_and_more_has_a_level_by_shares(int good, int between, int worse, String level) {
        add(good, "DO=6 CODMn=5");
        add(between, "DO=6 CODMn=12");
        add(worse, "DO=1 CODMn=5");
        BasinAssessment basin = basin();
        assertThat(basin.level().orElseThrow().nameZh()).isEqualTo(level);
        assertThat(basin.byMean()).as("no class is given by shares").isEmpty();
    }

    @Test
    void of_Beijing_in_the_first_half_of_2022_had_26_of_37_sections_at_I_to_III_which_is_lightly_polluted() {
        add(26, "DO=6 CODMn=5");
        add(11, "DO=6 CODMn=9");
        BasinAssessment basin = basin();
        assertThat(basin.shares().orElseThrow().good()).hasToString("70.3");
        assertThat(basin.shares().orElseThrow().worseThanV()).hasToString("0.0");
        assertThat(basin.level().orElseThrow().nameZh()).isEqualTo("轻度污染");
    }

    @Test
    void of_fewer_than_five_is_the_mean_of_each_parameter_judged_like_a_section() {
        add(1, "pH=6 DO=6 CODMn=5 NH3-N=0.4");
        add(1, "pH=8 DO=6 CODMn=9 NH3-N=2.4");
        BasinAssessment basin = basin();
        Assessed mean = (Assessed) basin.byMean().orElseThrow();
        assertThat(mean.waterClass()).isEqualTo(WaterClass.IV);
        assertThat(mean.of(WaterParameter.NH3N).orElseThrow().judged()).isEqualTo(Fraction.of(7, 5));
        assertThat(mean.of(WaterParameter.PH).orElseThrow().judged())
                .as("6.30 by hydrogen ions, no decimal")
                .isEqualTo(Fraction.of(6));
        assertThat(mean.mainPollutants())
                .extracting(ParameterJudgement::text)
                .containsExactly("氨氮(0.4)", "高锰酸盐指数(0.2)");
        assertThat(basin.level().orElseThrow().nameZh()).isEqualTo("轻度污染");
        assertThat(basin.mainByShare()).isEmpty();
    }

    @Test
    void of_four_with_a_lake_among_them_has_no_mean() {
        add(3, "DO=6 CODMn=5");
        sections.add(outcome("lake", SectionType.LAKE, "DO=6 TP=0.04"));
        BasinAssessment basin = basin();
        assertThat(basin.byMean()).hasValue(new NotAssessed(NotAssessed.Reason.MIXED_WATER));
        assertThat(basin.level()).isEmpty();
        assertThat(basin.shares()).isPresent();
    }

    @Test
    void leaves_dry_and_frozen_sections_out_and_lists_the_others_that_are_not_assessed() {
        add(6, "DO=6 CODMn=5");
        without("dry", NotAssessed.Reason.DRY);
        without("ice", NotAssessed.Reason.FROZEN);
        without("stopped", NotAssessed.Reason.OUT_OF_SERVICE);
        BasinAssessment basin = basin();
        assertThat(basin.assessed() + " of " + basin.sections()).isEqualTo("6 of 7");
        assertThat(basin.left()).containsExactly("dry", "ice");
        assertThat(basin.notAssessed()).isEqualTo(Map.of("stopped", NotAssessed.Reason.OUT_OF_SERVICE));
        assertThat(basin.shares().orElseThrow().good()).hasToString("100.0");
    }

    @Test
    void without_an_assessed_section_has_no_share_no_level_and_no_class() {
        without("dry", NotAssessed.Reason.DRY);
        BasinAssessment basin = basin();
        assertThat(basin.sections()).isZero();
        assertThat(basin.shares()).isEmpty();
        assertThat(basin.level()).isEmpty();
        assertThat(basin.byMean()).isEmpty();
        assertThat(BasinAssessment.of(Waters.ASSESSMENT, List.of()).shares()).isEmpty();
    }

    @Test
    void names_the_three_that_exceed_at_most_sections_and_the_sections_worse_than_V() {
        add(2, "DO=6 CODMn=12 TP=0.3");
        add(1, "DO=6 CODMn=12 COD=50");
        add(1, "DO=6 BOD5=5 TP=0.3");
        add(2, "DO=6 CODMn=5");
        BasinAssessment basin = basin();
        assertThat(basin.mainByShare())
                .extracting(each -> each.parameter().code() + " " + each.sections() + " " + each.percent())
                .containsExactly("CODMn 3 50.0", "TP 3 50.0", "BOD5 1 16.7");
        assertThat(basin.worseThanV()).containsExactly("s2");
    }

    @Test
    void has_shares_by_length_of_the_sections_that_have_a_reach() {
        add(5, "DO=6 CODMn=5");
        for (int i = 0; i < 3; i++) {
            SectionOutcome each = outcome("r" + i, SectionType.RIVER, i == 0 ? "DO=1" : "DO=6");
            sections.add(new SectionOutcome(
                    each.section(),
                    each.type(),
                    each.assessment(),
                    each.values(),
                    Optional.of(Fraction.of(i == 0 ? 5 : 10, 2))));
        }
        Shares byLength = basin().byLength().orElseThrow();
        assertThat(byLength.total()).isEqualTo(Fraction.of(25, 2));
        assertThat(byLength.worseThanV()).hasToString("20.0");
        assertThat(basin().shares().orElseThrow().worseThanV()).hasToString("12.5");
    }

    @Test
    void is_free_of_water_worse_than_V_by_the_cumulative_value_with_the_months_beside_it() {
        WaterAssessment bad = Waters.river("DO=1");
        WaterAssessment good = Waters.river("DO=6");
        YearMonth may = YearMonth.of(2020, 5);
        WorseThanV state = WorseThanV.of(
                Map.of("a", good, "b", new NotAssessed(NotAssessed.Reason.DRY)),
                Map.of("a", Map.of(may.plusMonths(1), bad, may, bad, may.plusMonths(2), good), "b", Map.of()));
        assertThat(state.isEliminated()).isTrue();
        assertThat(state.months()).isEqualTo(Map.of("a", List.of(may, may.plusMonths(1))));
        assertThat(WorseThanV.of(Map.of("a", bad), Map.of()).sections()).containsExactly("a");
    }

    private BasinAssessment basin() {
        return BasinAssessment.of(Waters.ASSESSMENT, sections);
    }

    private void add(int count, String values) {
        for (int i = 0; i < count; i++) {
            sections.add(outcome("s" + sections.size(), SectionType.RIVER, values));
        }
    }

    private void without(String id, NotAssessed.Reason reason) {
        sections.add(new SectionOutcome(id, SectionType.RIVER, new NotAssessed(reason), Map.of(), Optional.empty()));
    }

    private static SectionOutcome outcome(String id, SectionType type, String text) {
        Map<WaterParameter, Fraction> values = Waters.values(text);
        return new SectionOutcome(
                id, type, Waters.ASSESSMENT.assess(type, values, Optional.empty()), values, Optional.empty());
    }
}
