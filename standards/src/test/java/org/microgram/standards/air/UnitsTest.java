package org.microgram.standards.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;

@DisplayName("A unit that a value was sent in")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnitsTest {

    static final LocalDate NOW = LocalDate.of(2018, 9, 1);
    static final LocalDate BEFORE = LocalDate.of(2018, 8, 31);

    @ParameterizedTest
    @ValueSource(strings = {"µg/m³", "μg/m3", "ug/m3", "UG/M3"})
    void may_write_micrograms_in_many_ways(String unit) {
        assertThat(Units.factor(Pollutant.PM25, unit, NOW)).contains(Fraction.of(1));
        assertThat(Units.factor(Pollutant.CO, unit, NOW)).contains(Fraction.of(1, 1000));
    }

    @Test
    void may_be_milligrams() {
        assertThat(Units.factor(Pollutant.CO, "mg/m³", NOW)).contains(Fraction.of(1));
        assertThat(Units.factor(Pollutant.SO2, "mg/m3", NOW)).contains(Fraction.of(1000));
    }

    @ParameterizedTest
    @CsvSource({
        "SO2, 2.6183",
        "NO2, 1.8804",
        "O3, 1.9618",
        "CO, 0.0011",
    })
    void may_be_ppb_of_a_gas_at_298_15_K(String pollutant, String perPpb) {
        Fraction factor = Units.factor(Pollutant.find(pollutant).orElseThrow(), "ppb", NOW)
                .orElseThrow();
        assertThat(BigDecimal.valueOf(factor.rounded(4, Rounding.HALF_EVEN), 4)).isEqualByComparingTo(perPpb);
    }

    @Test
    void is_an_exact_fraction_of_molar_mass_and_volume() {
        assertThat(Units.factor(Pollutant.O3, "ppb", NOW)).contains(Fraction.of(479_970, 244_654));
        assertThat(Units.factor(Pollutant.CO, "ppm", NOW)).contains(Fraction.of(280_100, 244_654));
    }

    @Test
    void is_taken_at_the_reference_state_of_the_sampling_day() {
        assertThat(Units.factor(Pollutant.O3, "ppm", BEFORE)).contains(Fraction.of(479_970_000, 224_017));
        assertThat(Units.factor(Pollutant.O3, "ppm", NOW)).contains(Fraction.of(479_970_000, 244_654));
    }

    @Test
    void is_none_of_particles_when_it_is_a_mixing_ratio() {
        assertThat(Units.factor(Pollutant.PM10, "ppb", NOW)).isEmpty();
        assertThat(Units.factor(Pollutant.O3, "", NOW)).isEmpty();
        assertThat(Units.factor(Pollutant.O3, "%", NOW)).isEmpty();
    }

    @Test
    void rests_on_volumes_that_follow_from_temperature_and_pressure() {
        BigDecimal gasConstant = new BigDecimal("8.31446261815324");
        for (MolarVolume state : MolarVolume.all()) {
            BigDecimal litres = gasConstant
                    .multiply(decimal(state.temperature()))
                    .divide(decimal(state.pressure()), MathContext.DECIMAL64)
                    .movePointRight(3);
            assertThat(decimal(state.litresPerMole())).isEqualByComparingTo(litres.setScale(4, RoundingMode.HALF_EVEN));
        }
    }

    @Test
    void rests_on_molar_masses_that_follow_from_the_atomic_weights() {
        Fraction litres = MolarVolume.on(NOW).litresPerMole();
        BigDecimal oxygen = new BigDecimal("15.999");
        assertThat(mass(Pollutant.O3, litres)).isEqualByComparingTo(oxygen.multiply(BigDecimal.valueOf(3)));
        assertThat(mass(Pollutant.SO2, litres))
                .isEqualByComparingTo(oxygen.multiply(BigDecimal.valueOf(2)).add(new BigDecimal("32.06")));
        assertThat(mass(Pollutant.NO2, litres))
                .isEqualByComparingTo(oxygen.multiply(BigDecimal.valueOf(2)).add(new BigDecimal("14.007")));
        assertThat(mass(Pollutant.CO, litres).movePointRight(3))
                .isEqualByComparingTo(oxygen.add(new BigDecimal("12.011")));
    }

    @Test
    void of_a_value_with_a_flag_counts_when_the_flag_is_N_or_S() {
        assertThat(DataFlag.ALL.stream().filter(DataFlag::valid).map(DataFlag::code))
                .containsExactly("N", "S");
        assertThat(DataFlag.ALL.stream().map(DataFlag::code)).contains("F", "M", "D", "C", "T", "B");
        assertThat(BelowDetection.ofLessThan(Fraction.of(1, 2))).isEqualTo(Fraction.of(1, 4));
    }

    private static BigDecimal mass(Pollutant pollutant, Fraction litres) {
        Fraction factor = Units.factor(pollutant, "ppb", NOW).orElseThrow();
        return decimal(factor.times(litres));
    }

    private static BigDecimal decimal(Fraction fraction) {
        return new BigDecimal(fraction.numerator()).divide(new BigDecimal(fraction.denominator()));
    }
}
