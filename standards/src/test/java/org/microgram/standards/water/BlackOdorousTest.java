package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.microgram.standards.water.BlackOdorous.Grade.HEAVY;
import static org.microgram.standards.water.BlackOdorous.Grade.LIGHT;
import static org.microgram.standards.water.BlackOdorous.Grade.NONE;

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
import org.microgram.standards.water.BlackOdorous.Grade;

@DisplayName("城市黑臭水体整治工作指南 2015 — black and odorous water")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BlackOdorousTest {

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "transparency, 25.1, NONE",
        "transparency, 25, LIGHT",
        "transparency, 10, LIGHT",
        "transparency, 9.9, HEAVY",
        "DO, 2.1, NONE",
        "DO, 2, LIGHT",
        "DO, 0.2, LIGHT",
        "DO, 0.19, HEAVY",
        "ORP, 51, NONE",
        "ORP, 50, LIGHT",
        "ORP, -200, LIGHT",
        "ORP, -201, HEAVY",
        "NH3-N, 7.9, NONE",
        "NH3-N, 8, LIGHT",
        "NH3-N, 15, LIGHT",
        "NH3-N, 15.1, HEAVY"
    })
    void is_graded_by_each_reading(String index, String value, Grade grade) {
        assertThat(BlackOdorous.ofReading(WaterParameter.of(index), Waters.exact(value), Optional.empty()))
                .isEqualTo(grade);
    }

    @Test
    void takes_40_percent_of_the_depth_where_it_is_less_than_25_cm_deep() {
        assertThat(transparency("7.9", 20)).isEqualTo(HEAVY);
        assertThat(transparency("8", 20)).isEqualTo(LIGHT);
        assertThat(transparency("9.9", 25)).isEqualTo(HEAVY);
    }

    @Test
    void has_four_indices_and_no_other() {
        assertThatThrownBy(() -> BlackOdorous.ofReading(WaterParameter.TP, Fraction.of(1), Optional.empty()))
                .hasMessageContaining("transparency, DO, ORP, NH3-N");
    }

    @Test
    void makes_a_point_heavy_by_60_percent_of_one_index_or_30_percent_of_two() {
        assertThat(BlackOdorous.ofPoint(Map.of(WaterParameter.DO, List.of(HEAVY, HEAVY, HEAVY, NONE, NONE))))
                .isEqualTo(HEAVY);
        List<Grade> thirty = List.of(HEAVY, HEAVY, HEAVY, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
        assertThat(BlackOdorous.ofPoint(Map.of(WaterParameter.DO, thirty, WaterParameter.ORP, thirty)))
                .isEqualTo(HEAVY);
        assertThat(BlackOdorous.ofPoint(Map.of(WaterParameter.DO, thirty, WaterParameter.ORP, List.of())))
                .isEqualTo(NONE);
        assertThat(BlackOdorous.ofPoint(Map.of(WaterParameter.DO, List.of(HEAVY, HEAVY, LIGHT, LIGHT, NONE))))
                .isEqualTo(LIGHT);
        assertThat(BlackOdorous.ofPoint(Map.of())).isEqualTo(NONE);
    }

    @Test
    void makes_the_reach_heavy_between_three_heavy_points_in_a_row() {
        assertThat(BlackOdorous.heavyReach(List.of(HEAVY, HEAVY, NONE, HEAVY, HEAVY, HEAVY)))
                .containsExactly(3, 4, 5);
        assertThat(BlackOdorous.heavyReach(List.of(HEAVY, HEAVY, LIGHT, HEAVY))).isEmpty();
    }

    @Test
    void makes_the_whole_water_heavy_by_60_percent_of_its_points() {
        assertThat(BlackOdorous.ofWater(List.of(HEAVY, HEAVY, HEAVY, LIGHT, NONE)))
                .isEqualTo(HEAVY);
        assertThat(BlackOdorous.ofWater(List.of(HEAVY, HEAVY, NONE, NONE, NONE)))
                .isEqualTo(LIGHT);
        assertThat(BlackOdorous.ofWater(List.of(NONE, NONE))).isEqualTo(NONE);
        assertThat(BlackOdorous.ofWater(List.of())).isEqualTo(NONE);
    }

    private static Grade transparency(String centimetres, int depth) {
        return BlackOdorous.ofReading(
                WaterParameter.TRANSPARENCY, Waters.exact(centimetres), Optional.of(Fraction.of(depth)));
    }
}
