package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microgram.standards.number.Fraction;

@DisplayName("环办[2011]22号 2.1.2 and 2.4 — lakes and reservoirs")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LakesTest {

    private static final String FIVE = "chla=0.010 TP=0.05 TN=1.0 transparency=100 CODMn=4.0";

    @Test
    void are_averaged_over_time_at_each_point_and_then_over_the_points() {
        Map<WaterParameter, Measured> low = Map.of(WaterParameter.TP, new Measured.Value(20_000));
        Map<WaterParameter, Measured> high = Map.of(WaterParameter.TP, new Measured.Value(80_000));
        Map<WaterParameter, Measured> none = Map.of(WaterParameter.TP, new Measured.Absent(Measured.Absence.NO_VALUE));
        // Over all samples the mean would be 0.035; each point counts once.
        assertThat(LakeMeans.of(List.of(List.of(low, low, low), List.of(high, none))))
                .isEqualTo(Map.of(WaterParameter.TP, Waters.exact("0.05")));
        assertThat(LakeMeans.of(List.of(List.of(none)))).isEmpty();
    }

    @Test
    void have_a_trophic_index_of_48_02_and_58_98_in_the_worked_examples() {
        assertThat(index(FIVE).total()).hasToString("48.02");
        assertThat(index(FIVE).levelZh()).isEqualTo("中营养");
        TrophicIndex second = index("chla=0.030 TP=0.1 TN=1.5 transparency=50 CODMn=6.0");
        assertThat(second.total()).hasToString("58.98");
        assertThat(second.levelZh()).isEqualTo("轻度富营养");
    }

    @Test
    void with_one_milligram_one_metre_of_everything_have_the_constants_alone() {
        TrophicIndex index = index("chla=0.001 TP=1 TN=1 transparency=100 CODMn=1");
        assertThat(index.ofEach()).hasToString("{CODMN=1.09, TP=94.36, TN=54.53, CHLA=25.00, TRANSPARENCY=51.18}");
        assertThat(index.total()).hasToString("43.73"); // 43.734932
    }

    @ParameterizedTest(name = "chlorophyll {0} mg/L: {2}")
    @CsvSource({
        "0.0001, 29.62, 贫营养",
        "0.000114, 30.00, 中营养", // 29.9968
        "0.115184, 50.00, 中营养", // 50.0040
        "0.115263, 50.01, 轻度富营养",
        "3.656717, 60.00, 轻度富营养", // 60.0040
        "3.659247, 60.01, 中度富营养",
        "116.089212, 70.00, 中度富营养", // 70.0040
        "116.169522, 70.01, 重度富营养"
    })
    void have_a_trophic_level_by_the_published_index(String chlorophyll, String total, String level) {
        TrophicIndex index = index("TP=0.03 TN=0.8 transparency=150 CODMn=3 chla=" + chlorophyll);
        assertThat(index.total() + " " + index.levelZh()).isEqualTo(total + " " + level);
    }

    @Test
    void have_no_trophic_index_when_one_of_the_five_lacks_or_is_nothing() {
        Map<WaterParameter, Fraction> values = Waters.values(FIVE);
        values.remove(WaterParameter.TRANSPARENCY);
        values.put(WaterParameter.CHLA, Fraction.ZERO);
        assertThat(TrophicIndex.of(values)).isEmpty();
        assertThat(TrophicIndex.lacking(values)).containsExactly(WaterParameter.CHLA, WaterParameter.TRANSPARENCY);
    }

    @RepeatedTest(200)
    void have_the_index_that_the_machine_computes_as_far_as_that_goes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        long[] scaled = new long[5];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = 1 + (long) (random.nextDouble() * Math.pow(10, 2 + random.nextInt(7)));
        }
        Map<WaterParameter, Fraction> values = new EnumMap<>(WaterParameter.class);
        List<WaterParameter> inputs = TrophicIndex.inputs();
        for (int i = 0; i < scaled.length; i++) {
            values.put(inputs.get(i), Fraction.ofScaled(scaled[i], 1));
        }
        double chla = 10 * (2.5 + 1.086 * StrictMath.log(scaled[0] / 1e6 * 1000));
        double tp = 10 * (9.436 + 1.624 * StrictMath.log(scaled[1] / 1e6));
        double tn = 10 * (5.453 + 1.694 * StrictMath.log(scaled[2] / 1e6));
        double sd = 10 * (5.118 - 1.94 * StrictMath.log(scaled[3] / 1e8));
        double codmn = 10 * (0.109 + 2.661 * StrictMath.log(scaled[4] / 1e6));
        double machine = 0.2663 * chla + 0.1879 * tp + 0.1790 * tn + 0.1834 * sd + 0.1834 * codmn;
        double ours = TrophicIndex.of(values).orElseThrow().total().unscaled() / 100.0;
        assertThat(Math.abs(ours - machine)).isLessThanOrEqualTo(0.005 + 1e-9);
    }

    private static TrophicIndex index(String values) {
        return TrophicIndex.of(Waters.values(values)).orElseThrow();
    }
}
