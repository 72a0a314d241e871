package org.microgram.standards.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.microgram.standards.figures.Period;
import org.microgram.standards.number.Fraction;

@DisplayName("GB 3095-2012, amendment of 2018 — a concentration")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReferenceStateTest {

    private static final LocalDate LAST_OLD = LocalDate.of(2018, 8, 31);
    private static final LocalDate FIRST_NEW = LocalDate.of(2018, 9, 1);
    private static final Fraction EXACT = Fraction.of(27_300, 29_815);

    @ParameterizedTest
    @EnumSource
    void is_stated_at_273_K_until_2018_08_31_and_of_gases_at_298_15_K_since(Pollutant p) {
        assertThat(ReferenceState.on(LAST_OLD, p).kelvin()).isEqualTo(Fraction.of(273));
        assertThat(ReferenceState.on(FIRST_NEW, p).kelvin())
                .isEqualTo(p.isParticulate() ? null : Fraction.of(29_815, 100));
        assertThat(ReferenceState.on(LocalDate.of(2031, 1, 1), p).kelvin())
                .isEqualTo(p.isParticulate() ? null : Fraction.of(29_815, 100));
    }

    @ParameterizedTest
    @EnumSource
    void of_a_gas_is_multiplied_by_exactly_273_over_298_15_to_stand_beside_a_newer_one_and_of_particulates_never(
            Pollutant p) {
        assertThat(ReferenceState.factor(p, LAST_OLD, FIRST_NEW)).isEqualTo(p.isParticulate() ? Fraction.of(1) : EXACT);
        assertThat(ReferenceState.factor(p, LocalDate.of(2017, 1, 1), LAST_OLD)).isEqualTo(Fraction.of(1));
        assertThat(ReferenceState.factor(p, FIRST_NEW, LocalDate.of(2026, 3, 1)))
                .isEqualTo(Fraction.of(1));
    }

    @Test
    void of_46_micrograms_of_nitrogen_dioxide_of_2017_is_42_119_of_2019() {
        Fraction converted = Fraction.of(46)
                .times(ReferenceState.factor(Pollutant.NO2, LocalDate.of(2017, 12, 31), LocalDate.of(2019, 1, 1)));
        assertThat(converted.toSixDecimals()).isEqualTo("42.119738");
    }

    @Test
    void of_a_period_is_mixed_when_the_state_changes_within_it() {
        assertThat(Period.year(2018).isMixedState()).isTrue();
        assertThat(Period.yearTo(FIRST_NEW).isMixedState()).isTrue();
        assertThat(Period.yearTo(LAST_OLD).isMixedState()).isFalse();
        assertThat(Period.month(FIRST_NEW).isMixedState()).isFalse();
        assertThat(Period.year(2017).isMixedState()).isFalse();
        assertThat(Period.year(2026).isMixedState()).isFalse();
    }
}
