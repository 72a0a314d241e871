package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

@DisplayName("环办监测函〔2020〕82号 — statistics of water")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatisticsOf2020Test {

    @Test
    void take_half_the_detection_limit_for_what_is_below_it_and_nothing_for_what_is_absent() {
        WaterMean mean = WaterMean.of(
                        WaterParameter.NH3N,
                        List.of(
                                new Measured.Value(100_000),
                                new Measured.BelowDetection(25_000),
                                new Measured.Absent(Measured.Absence.NO_VALUE),
                                new Measured.Absent(Measured.Absence.NOT_MEASURED)))
                .orElseThrow();
        assertThat(mean.exact()).isEqualTo(Waters.exact("0.05625"));
        assertThat(mean.published()).hasToString("0.06");
        assertThat(List.of(mean.values(), mean.belowDetection(), mean.absent())).containsExactly(2, 1, 2);
    }

    @Test
    void have_no_mean_of_what_is_absent() {
        assertThat(WaterMean.of(WaterParameter.TP, List.of(new Measured.Absent(Measured.Absence.NO_VALUE))))
                .isEmpty();
        assertThat(WaterMean.of(WaterParameter.PH, List.of())).isEmpty();
    }

    @Test
    void keep_the_two_signs_of_absence_apart() {
        assertThat(Measured.Absence.find("*")).hasValue(Measured.Absence.NOT_MEASURED);
        assertThat(Measured.Absence.find("--")).hasValue(Measured.Absence.NO_VALUE);
        assertThat(Measured.Absence.find("")).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "TP, 0.0034, 0.003",
        "TP, 0.0035, 0.004",
        "TP, 0.0045, 0.004",
        "TP, 0.00005, 0.00005",
        "NH3-N, 0.004, 0.004",
        "DO, 1.97, 2.0",
        "pH, 9.5, 10",
        "pH, 9.49, 9",
        "CODMn, 6.05, 6.0",
        "CODMn, 6.051, 6.1",
        "Hg, 0.000015, 0.00002",
        "fecal_coliform, 0, 0"
    })
    void round_half_even_to_the_decimals_of_assessment_and_keep_something_where_it_would_be_nothing(
            String parameter, String value, String expected) {
        assertThat(WaterDecimals.assessment(WaterParameter.of(parameter), Waters.exact(value)))
                .hasToString(expected);
    }

    @Test
    void show_single_values_with_the_decimals_of_automatic_stations() {
        assertThat(WaterDecimals.hourly(WaterParameter.PH, Waters.exact("7.5685")))
                .hasToString("7.57");
        assertThat(WaterDecimals.hourly(WaterParameter.TP, Waters.exact("0.02402")))
                .hasToString("0.024");
        assertThat(WaterDecimals.hourly(WaterParameter.ALGAE, Waters.exact("140000000.4")))
                .hasToString("140000000");
    }

    @Test
    void average_pH_by_hydrogen_ions_so_the_acid_sample_weighs_more() {
        assertThat(PhMean.rounded(ph("6.5", "7.9", "8.8", "9", "6.78", "8.87"), 2))
                .hasToString("7.08");
        assertThat(PhMean.rounded(ph("6", "8"), 2)).hasToString("6.30"); // the arithmetic mean would be 7
        assertThat(PhMean.ofScaled(ph("7.123456", "7.123456"))).isEqualTo(7_123_456);
    }

    @Test
    void decide_a_pH_exactly_half_way_to_the_even_digit() {
        // 10^-5.5 + 10 * 10^-7.5 is 11 times 10^-6.5: the mean is 6.5 exactly, though no two of them are.
        List<Long> halfWay = new ArrayList<>(ph("5.5"));
        halfWay.addAll(Collections.nCopies(10, 7_500_000L));
        assertThat(PhMean.rounded(halfWay, 0)).hasToString("6");
        assertThat(PhMean.rounded(halfWay, 1)).hasToString("6.5");
        assertThat(PhMean.rounded(ph("9.5", "9.5"), 0)).hasToString("10");
    }

    @Test
    void decide_a_pH_a_millionth_beside_half_way() {
        List<Long> below = new ArrayList<>(ph("5.499999"));
        below.addAll(Collections.nCopies(10, 7_500_000L));
        List<Long> above = new ArrayList<>(ph("5.500001"));
        above.addAll(Collections.nCopies(10, 7_500_000L));
        assertThat(PhMean.rounded(below, 0)).hasToString("6");
        assertThat(PhMean.rounded(above, 0)).hasToString("7");
    }

    @RepeatedTest(200)
    void give_the_same_mean_of_pH_in_any_order_and_the_machine_s_as_far_as_that_goes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Long> values = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < 1 + random.nextInt(40); i++) {
            long value = random.nextInt(14_000_001);
            values.add(value);
            sum += StrictMath.pow(10, -value / 1e6);
        }
        long mean = PhMean.ofScaled(values);
        double machine = -StrictMath.log10(sum / values.size());
        assertThat(Math.abs(mean / 1e6 - machine)).isLessThanOrEqualTo(0.5e-6 + 1e-11);

        Collections.shuffle(values, random);
        assertThat(PhMean.ofScaled(values)).isEqualTo(mean);
    }

    @RepeatedTest(100)
    void lose_no_more_than_half_a_millionth_of_pH_when_a_mean_enters_a_mean(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Long> all = new ArrayList<>();
        List<Fraction> days = new ArrayList<>();
        for (int day = 0; day < 12; day++) {
            List<Long> samples = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                samples.add(6_000_000L + random.nextInt(3_000_001));
            }
            all.addAll(samples);
            days.add(Fraction.ofScaled(PhMean.ofScaled(samples), 1));
        }
        // Days of equal length: the mean of the means is the mean of all, but for the digits cut off.
        Fraction stepwise = WaterMean.mean(WaterParameter.PH, days).orElseThrow();
        BigDecimal apart = new BigDecimal(stepwise.minus(Fraction.ofScaled(PhMean.ofScaled(all), 1))
                        .toSixDecimals())
                .abs();
        assertThat(apart).isLessThanOrEqualTo(new BigDecimal("0.000001"));
    }

    private static List<Long> ph(String... values) {
        return List.of(values).stream()
                .map(each -> new BigDecimal(each).movePointRight(6).longValueExact())
                .toList();
    }
}
