package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.views.CompetitionRank;

@DisplayName("城市地表水环境质量排名技术规定 2017 — the city water quality index (medium confidence)")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CwqiTest {

    private static final String AT_III =
            "pH=7 DO=5 CODMn=6 BOD5=4 NH3-N=1 TP=0.2 Hg=0.0001 Pb=0.05 phenol=0.005 oil=0.05 COD=20 Cu=1 Zn=1 F=1 Se=0.01"
                    + " As=0.05 Cd=0.005 Cr6=0.05 CN=0.2 LAS=0.2 sulfide=0.2";

    @Test
    void of_water_at_the_limits_of_III_and_pH_7_is_20() {
        assertThat(river(AT_III).total()).hasValue(Fraction.of(20));
    }

    @Test
    void takes_five_by_DO_and_pH_by_its_distance_from_7() {
        Map<WaterParameter, Fraction> of = river("DO=8 pH=6.5").subIndices();
        assertThat(of).isEqualTo(Map.of(WaterParameter.DO, Fraction.of(5, 8), WaterParameter.PH, Fraction.of(1, 2)));
        assertThat(river("pH=9").subIndices()).isEqualTo(Map.of(WaterParameter.PH, Fraction.of(1)));
    }

    @Test
    void divides_by_no_less_than_the_last_digit_of_DO() {
        assertThat(river("DO=0").subIndices()).isEqualTo(Map.of(WaterParameter.DO, Fraction.of(50)));
    }

    @Test
    void takes_the_phosphorus_limit_of_lakes_for_lakes() {
        Cwqi lake = Cwqi.of(Waters.GB3838, SectionType.LAKE, Waters.values("TP=0.2"));
        assertThat(lake.subIndices()).isEqualTo(Map.of(WaterParameter.TP, Fraction.of(4)));
    }

    @Test
    void has_no_total_when_one_of_the_21_lacks_and_names_it() {
        Cwqi index = river(AT_III.replace(" Se=0.01", "") + " TN=4");
        assertThat(index.lacking()).containsExactly(WaterParameter.SE);
        assertThat(index.total()).isEmpty();
    }

    @Test
    void of_a_city_weighs_rivers_and_lakes_by_their_sections() {
        assertThat(Cwqi.ofCity(Fraction.of(10), 3, Fraction.of(6), 1)).isEqualTo(Fraction.of(9));
        assertThat(Cwqi.ofCity(Fraction.of(10), 3, Fraction.ZERO, 0)).isEqualTo(Fraction.of(10));
    }

    @Test
    void changes_by_percent_of_the_index_before_and_less_is_better() {
        // MEE published +129.62 % for a city in the first half of 2019; the inputs were not. This has its ratio.
        assertThat(Cwqi.change(Fraction.of(22962), Fraction.of(10000))).hasToString("129.62");
        assertThat(Cwqi.change(Fraction.of(9), Fraction.of(12))).hasToString("-25.00");
    }

    @Test
    void ranks_the_lowest_first() {
        List<Rounded> indices =
                List.of(Rounded.of(Fraction.of(7), 4), Rounded.of(Fraction.of(5), 4), Rounded.of(Fraction.of(7), 4));
        assertThat(CompetitionRank.of(indices, true)).containsExactly(2, 1, 2);
    }

    @Test
    void has_the_indicators_of_the_method_of_2011_and_is_marked_as_not_read_in_the_text() {
        List<Table.Row> rows = Table.read("water/cwqi.csv");
        assertThat(rows.stream().map(row -> WaterParameter.of(row.get("parameter"))))
                .hasSameElementsAs(Profile.single());
        assertThat(rows.stream().map(row -> row.get("confidence"))).doesNotContain("high");
    }

    private static Cwqi river(String values) {
        return Cwqi.of(Waters.GB3838, SectionType.RIVER, Waters.values(values));
    }
}
