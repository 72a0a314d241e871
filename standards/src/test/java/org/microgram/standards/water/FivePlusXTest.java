package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayName("环办监测函〔2020〕714号 — 5 + X")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FivePlusXTest {

    @Test
    void is_pH_DO_CODMn_ammonia_and_phosphorus_when_nothing_else_is_worse_than_III() {
        assertThat(of(Optional.of(WaterClass.IV), "COD=20 F=1.0 NH3-N=3 TN=9"))
                .isEqualTo(Profile.five())
                .containsExactly(
                        WaterParameter.PH,
                        WaterParameter.DO,
                        WaterParameter.CODMN,
                        WaterParameter.NH3N,
                        WaterParameter.TP);
    }

    @Test
    void adds_what_was_worse_than_III_in_the_year_before_or_is_so_in_this_one() {
        assertThat(of(Optional.empty(), "COD=21", "COD=18 F=1.2 TN=9"))
                .contains(WaterParameter.COD, WaterParameter.F)
                .hasSize(7);
    }

    @Test
    void adds_what_is_worse_than_the_target_where_the_target_is_I_or_II() {
        assertThat(of(Optional.of(WaterClass.II), "COD=18")).contains(WaterParameter.COD);
        assertThat(of(Optional.of(WaterClass.III), "COD=18")).doesNotContain(WaterParameter.COD);
        assertThat(of(Optional.of(WaterClass.V), "COD=21"))
                .as("a lenient target does not shorten the list")
                .contains(WaterParameter.COD);
    }

    private static List<WaterParameter> of(Optional<WaterClass> target, String... years) {
        return FivePlusX.of(
                Waters.ASSESSMENT,
                SectionType.RIVER,
                target,
                List.of(years).stream().map(Waters::values).toList());
    }
}
