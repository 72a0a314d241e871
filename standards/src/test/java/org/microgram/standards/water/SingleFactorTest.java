package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microgram.standards.Status;
import org.microgram.standards.number.Fraction;

@DisplayName("环办[2011]22号 2.1 — the class of a section")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SingleFactorTest {

    private static final String CLEAN = "pH=8 DO=9 CODMn=1.5 NH3-N=0.1 TP=0.01 ";

    @Test
    void is_that_of_its_worst_indicator_which_it_names() {
        Assessed section = Waters.river("pH=8.1 DO=5.5 CODMn=6.4 NH3-N=0.3 TP=0.25");
        assertThat(section.waterClass()).isEqualTo(WaterClass.IV);
        assertThat(section.governing()).containsExactly(WaterParameter.CODMN, WaterParameter.TP);
        assertThat(section.level().nameZh()).isEqualTo("轻度污染");
        assertThat(section.edition()).isEqualTo("GB 3838-2002");
        assertThat(section.of(WaterParameter.DO).orElseThrow().clause()).isEqualTo("table 1 no. 3");
    }

    @Test
    void is_held_back_by_nothing_when_it_is_I() {
        assertThat(Waters.river(CLEAN.strip()).governing()).isEmpty();
    }

    @ParameterizedTest(name = "class {0} is {1}, {2}")
    @CsvSource({"1, 优, 蓝色", "2, 优, 蓝色", "3, 良好, 绿色", "4, 轻度污染, 黄色", "5, 中度污染, 橙色", "6, 重度污染, 红色"})
    void has_a_level_and_a_colour(int number, String level, String colour) {
        WaterClass of = WaterClass.ofNumber(number);
        assertThat(WaterLevel.ofClass(of).nameZh()).isEqualTo(level);
        assertThat(WaterLevel.colourZh(of)).isEqualTo(colour);
        assertThat(WaterLevel.rgb(of).split(" ")).hasSize(3);
    }

    @Test
    void rests_on_21_of_the_24_items_and_never_on_temperature_nitrogen_or_coliforms() {
        assertThat(Profile.single()).hasSize(21).doesNotContainAnyElementsOf(Profile.apart());
        assertThat(Profile.apart())
                .containsExactly(WaterParameter.TEMPERATURE, WaterParameter.TN, WaterParameter.FECAL_COLIFORM);
        Assessed lake = (Assessed) Waters.ASSESSMENT.assess(
                SectionType.LAKE, Waters.values(CLEAN + "TN=9 fecal_coliform=50000 temperature=33"), Optional.empty());
        assertThat(lake.waterClass()).isEqualTo(WaterClass.I);
        assertThat(lake.apart())
                .extracting(each -> each.parameter().code() + " " + each.waterClass())
                .containsExactly("TN WORSE_THAN_V", "fecal_coliform WORSE_THAN_V");
    }

    @Test
    void knows_no_total_nitrogen_of_a_river() {
        assertThat(Waters.river(CLEAN + "TN=9").apart()).isEmpty();
    }

    @Test
    void differs_between_the_profiles_where_rounding_decides() {
        Map<WaterParameter, Fraction> gujiaying = Waters.values("pH=9.12 DO=13.77 CODMn=4.95 NH3-N=0.023 TP=0.035");
        Assessed realtime = (Assessed) Waters.REALTIME.assess(SectionType.RIVER, gujiaying, Optional.empty());
        Assessed assessment = (Assessed) Waters.ASSESSMENT.assess(SectionType.RIVER, gujiaying, Optional.empty());
        assertThat(realtime.waterClass()).isEqualTo(WaterClass.WORSE_THAN_V);
        assertThat(realtime.governing()).containsExactly(WaterParameter.PH);
        assertThat(assessment.waterClass()).isEqualTo(WaterClass.III); // CODMn 5.0
    }

    @Test
    void ignores_what_has_no_value_and_names_it() {
        Assessed section = (Assessed)
                Waters.REALTIME.assess(SectionType.RIVER, Waters.values("DO=4 CODMn=3"), Optional.of(WaterClass.III));
        assertThat(section.waterClass()).isEqualTo(WaterClass.IV);
        assertThat(section.basis()).containsExactly(WaterParameter.DO, WaterParameter.CODMN);
        assertThat(section.withoutValue()).containsExactly(WaterParameter.PH, WaterParameter.NH3N, WaterParameter.TP);
    }

    @Test
    void is_none_and_says_why_when_nothing_has_a_value() {
        assertThat(Waters.REALTIME.assess(SectionType.RIVER, Waters.values("TN=3 turbidity=9"), Optional.empty()))
                .isEqualTo(new NotAssessed(NotAssessed.Reason.NO_VALUE));
    }

    @Test
    void says_whether_it_rests_on_the_five_alone() {
        assertThat(Waters.river(CLEAN.strip()).isByFive()).isTrue();
        assertThat(Waters.river(CLEAN + "Hg=0.00002").isByFive()).isFalse();
    }

    @Test
    void of_a_sample_takes_half_the_detection_limit() {
        Map<WaterParameter, Fraction> values = SingleFactor.entering(Map.of(
                WaterParameter.NH3N, new Measured.BelowDetection(300_000),
                WaterParameter.TP, new Measured.Absent(Measured.Absence.NO_VALUE),
                WaterParameter.DO, new Measured.Value(7_500_000)));
        assertThat(values).containsOnlyKeys(WaterParameter.NH3N, WaterParameter.DO);
        assertThat(Waters.REALTIME.assess(SectionType.RIVER, values, Optional.empty()))
                .isInstanceOfSatisfying(
                        Assessed.class, each -> assertThat(each.waterClass()).isEqualTo(WaterClass.I));
    }

    @Test
    void is_held_against_the_target_with_multiples_against_III_and_against_the_target() {
        Assessed section = (Assessed) Waters.ASSESSMENT.assess(
                SectionType.RIVER, Waters.values(CLEAN + "COD=24"), Optional.of(WaterClass.II));
        ParameterJudgement cod = section.of(WaterParameter.COD).orElseThrow();
        assertThat(cod.multiple()).hasValue(Fraction.of(1, 5));
        assertThat(cod.multipleOfTarget()).hasValue(Fraction.of(3, 5));
        assertThat(Attainment.of(section, section.target(), Status.OK)).isEqualTo(Attainment.MISSED);
        assertThat(Attainment.of(section, Optional.of(WaterClass.IV), Status.OK))
                .isEqualTo(Attainment.ATTAINED);
    }

    @Test
    void attains_nothing_without_a_target_and_nothing_without_an_assessment() {
        WaterAssessment none = new NotAssessed(NotAssessed.Reason.DRY);
        assertThat(Attainment.of(none, Optional.empty(), Status.OK)).isEqualTo(Attainment.NO_TARGET);
        assertThat(Attainment.of(none, Optional.of(WaterClass.III), Status.OK)).isEqualTo(Attainment.NOT_ASSESSED);
    }

    @Test
    void that_rests_on_too_few_values_may_miss_a_target_and_never_attains_one() {
        Assessed section = Waters.river(CLEAN + "COD=24");
        assertThat(Attainment.of(section, Optional.of(WaterClass.II), Status.BELOW_MINIMUM))
                .isEqualTo(Attainment.MISSED);
        assertThat(Attainment.of(section, Optional.of(WaterClass.IV), Status.BELOW_MINIMUM))
                .isEqualTo(Attainment.TOO_FEW);
    }

    @Test
    void gives_every_reason_a_name_and_only_dry_and_frozen_sections_leave_the_denominator() {
        for (NotAssessed.Reason reason : NotAssessed.Reason.values()) {
            assertThat(reason.nameZh()).isNotEmpty();
            assertThat(reason.nameEn()).isNotEmpty();
            assertThat(NotAssessed.Reason.find(reason.code())).hasValue(reason);
            assertThat(reason.leaves())
                    .isEqualTo(List.of(NotAssessed.Reason.DRY, NotAssessed.Reason.FROZEN)
                            .contains(reason));
        }
    }
}
