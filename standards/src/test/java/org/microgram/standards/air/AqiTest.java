package org.microgram.standards.air;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("HJ 633, formula 2 and table 2 — the AQI")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AqiTest {

    private static final int NONE = SubIndex.NONE;

    @Test
    void is_the_greatest_sub_index_and_its_pollutant_leads() {
        assertThat(Aqi.of(new int[] {80, 70, 10, 20, 30, 79}, 50)).isEqualTo(new Aqi(80, 2, "PM2.5", 6));
    }

    @Test
    void has_joint_leaders_on_a_tie() {
        assertThat(Aqi.of(new int[] {100, 100, 10, 20, 30, 100}, 50).primary()).isEqualTo("PM2.5 PM10 O3");
    }

    @Test
    void has_no_leader_at_50_and_one_at_51() {
        assertThat(Aqi.of(new int[] {50, 50, 1, 2, 3, 4}, 50).primary()).isNull();
        assertThat(Aqi.of(new int[] {51, 50, 1, 2, 3, 4}, 50).primary()).isEqualTo("PM2.5");
    }

    @Test
    void rests_on_those_that_are_there_and_says_how_many() {
        assertThat(Aqi.of(new int[] {NONE, 60, NONE, NONE, 3, NONE}, 50)).isEqualTo(new Aqi(60, 2, "PM10", 2));
    }

    @Test
    void of_nothing_is_unknown_and_of_zeros_is_zero() {
        assertThat(Aqi.of(new int[] {NONE, NONE, NONE, NONE, NONE, NONE}, 50).exists())
                .isFalse();
        assertThat(Aqi.of(new int[] {0, 0, 0, 0, 0, 0}, 50)).isEqualTo(new Aqi(0, 1, null, 6));
    }

    @ParameterizedTest(name = "{0} is level {1}, {2}")
    @CsvSource({
        "0, 1, 优", "50, 1, 优", "51, 2, 良", "100, 2, 良", "101, 3, 轻度污染", "150, 3, 轻度污染",
        "151, 4, 中度污染", "200, 4, 中度污染", "201, 5, 重度污染", "300, 5, 重度污染", "301, 6, 严重污染", "500, 6, 严重污染"
    })
    void has_the_level_of_table_2(int aqi, int number, String name) {
        assertThat(Level.of(aqi).number()).isEqualTo(number);
        assertThat(Level.of(aqi).nameZh()).isEqualTo(name);
    }
}
