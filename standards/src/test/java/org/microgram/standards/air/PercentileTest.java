package org.microgram.standards.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.number.Fraction;

@DisplayName("HJ 663, annex A — a percentile of daily values")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PercentileTest {

    @Test
    void lies_between_two_values_by_the_rest_of_k() {
        assertThat(of(90, 3, 4, 8, 2, 5, 4)).isEqualTo(Fraction.of(13, 2));
    }

    @Test
    void is_a_value_itself_when_k_is_whole() {
        assertThat(of(90, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)).isEqualTo(Fraction.of(10));
    }

    @Test
    void of_one_value_is_that_value() {
        assertThat(of(95, 7)).isEqualTo(Fraction.of(7));
    }

    @Test
    void of_365_days_at_98_is_between_the_eighth_and_the_ninth_from_above() {
        long[] days = new long[365];
        Arrays.setAll(days, i -> i + 1);
        // k = 1 + 364 · 0.98 = 357.72
        assertThat(Percentile.of(days, 365, 98)).isEqualTo(Fraction.of(35772, 100));
    }

    @Test
    void is_the_95th_of_particulates_and_carbon_monoxide_the_98th_of_the_other_gases_the_90th_of_ozone() {
        assertThat(Pollutant.ALL).extracting(Pollutant::percentile).containsExactly(95, 95, 98, 98, 95, 90);
    }

    @Test
    void looks_only_at_the_values_that_count() {
        assertThat(Percentile.of(new long[] {1, 2, 3, 99, 99}, 3, 90)).isEqualTo(Fraction.of(28, 10));
    }

    private static Fraction of(int percent, long... values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return Percentile.of(sorted, sorted.length, percent);
    }
}
