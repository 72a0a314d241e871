package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.number.Fraction;

@DisplayName("GB 3838-2002, table 1 — 90 % of the saturation of dissolved oxygen")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OxygenSaturationTest {

    @Test
    void is_a_hundred_percent_of_9_069767_mg_per_litre_at_20_degrees() {
        OxygenSaturation saturation = Waters.GB3838.saturation();
        Fraction full = Fraction.of(468 * 10, 516);
        assertThat(saturation.percent(full, Fraction.of(20))).isEqualTo(Fraction.of(100));
        assertThat(saturation.isClass1(full.times(9).dividedBy(10), Fraction.of(20)))
                .isTrue();
        assertThat(saturation.isClass1(Fraction.of(8), Fraction.of(20))).isFalse();
    }

    @Test
    void makes_no_class_I_in_either_profile_as_the_published_record_shows() {
        for (SingleFactor method : new SingleFactor[] {Waters.REALTIME, Waters.ASSESSMENT}) {
            assertThat(method.assess(SectionType.RIVER, Waters.values("temperature=30 DO=7.2"), Optional.empty()))
                    .isInstanceOfSatisfying(Assessed.class, each -> assertThat(each.waterClass())
                            .isEqualTo(WaterClass.II));
        }
    }
}
