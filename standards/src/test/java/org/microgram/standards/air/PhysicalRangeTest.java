package org.microgram.standards.air;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.number.Scaled;

@DisplayName("What an instrument can have measured (house rule)")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PhysicalRangeTest {

    @Test
    void is_known_for_every_pollutant_and_begins_at_zero() {
        for (Pollutant pollutant : Pollutant.ALL) {
            assertThat(PhysicalRange.of(pollutant).contains(0)).isTrue();
            assertThat(PhysicalRange.of(pollutant).contains(-1)).isFalse();
        }
    }

    @Test
    void includes_its_ends_and_excludes_the_spike_of_2014() {
        assertThat(PhysicalRange.of(Pollutant.PM25).contains(10_000 * Scaled.ONE))
                .isTrue();
        assertThat(PhysicalRange.of(Pollutant.PM25).contains(10_000 * Scaled.ONE + 1))
                .isFalse();
        assertThat(PhysicalRange.of(Pollutant.PM25).contains(553_405 * Scaled.ONE))
                .isFalse();
        assertThat(PhysicalRange.of(Pollutant.O3).contains(4_000 * Scaled.ONE + 1))
                .isFalse();
        assertThat(PhysicalRange.of(Pollutant.CO).contains(200 * Scaled.ONE + 1))
                .isFalse();
    }
}
