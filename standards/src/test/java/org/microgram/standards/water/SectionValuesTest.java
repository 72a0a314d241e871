package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.number.Fraction;

@DisplayName("The values of a section over days and months")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SectionValuesTest {

    private static final long FIRST_OF_APRIL = ChinaTime.startOf(LocalDate.of(2021, 4, 1));
    private static final int HOUR = ChinaTime.SECONDS_OF_HOUR;

    @Test
    void put_a_sample_of_midnight_into_the_day_that_begins() {
        Map<WaterParameter, MonthValue> month =
                SectionValues.ofMonth(List.of(sample(20 * HOUR, 1), sample(24 * HOUR, 4), sample(28 * HOUR, 6)));
        assertThat(month.get(WaterParameter.TN).validDays()).isEqualTo(2);
        assertThat(month.get(WaterParameter.TN).exact()).isEqualTo(Fraction.of(3)); // (1 + (4 + 6) / 2) / 2
    }

    @Test
    void keep_samples_by_hand_out_of_the_days() {
        WaterSample byHand =
                new WaterSample(FIRST_OF_APRIL, true, Map.of(WaterParameter.TN, new Measured.Value(9_000_000)));
        assertThat(SectionValues.ofDay(List.of(byHand))).isEmpty();
        MonthValue month = SectionValues.ofMonth(List.of(byHand, sample(0, 1))).get(WaterParameter.TN);
        assertThat(month.source()).isEqualTo(MonthValue.Source.MANUAL);
        assertThat(month.exact()).isEqualTo(Fraction.of(9));
    }

    @Test
    void of_a_year_to_date_name_only_what_a_month_has() {
        Map<WaterParameter, MonthValue> month = SectionValues.ofMonth(List.of(sample(0, 1)));
        Map<WaterParameter, CumulativeValue> year = SectionValues.toDate(List.of(month, Map.of()), 4);
        assertThat(year).containsOnlyKeys(WaterParameter.TN);
        assertThat(year.get(WaterParameter.TN).months()).isEqualTo(1);
        assertThat(year.get(WaterParameter.TN).needed()).isEqualTo(2);
        assertThat(SectionValues.exact(year, CumulativeValue::exact))
                .isEqualTo(Map.of(WaterParameter.TN, Fraction.of(1)));
    }

    @Test
    void of_a_quarter_and_a_year_differ_in_the_months_that_they_need() {
        List<Map<WaterParameter, MonthValue>> months =
                Collections.nCopies(2, SectionValues.ofMonth(List.of(sample(0, 1))));
        assertThat(SectionValues.ofQuarter(months).get(WaterParameter.TN).needed())
                .isEqualTo(2);
        assertThat(SectionValues.ofYear(months).get(WaterParameter.TN).needed()).isEqualTo(6);
        assertThat(SectionValues.ofYear(months).get(WaterParameter.TN).shortMonths())
                .isEqualTo(2);
    }

    @RepeatedTest(100)
    void are_the_same_in_any_order_and_those_of_a_plain_mean_of_means(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<WaterSample> samples = new ArrayList<>();
        Map<Integer, List<Fraction>> plain = new TreeMap<>();
        for (int slot = 0; slot < 30 * 6; slot++) {
            if (random.nextInt(3) == 0) {
                continue;
            }
            Map<WaterParameter, Measured> values = new EnumMap<>(WaterParameter.class);
            values.put(WaterParameter.PH, new Measured.Value(6_500_000 + random.nextInt(2_500_000)));
            long scaled = random.nextInt(3_000_000);
            Measured nitrogen =
                    switch (random.nextInt(4)) {
                        case 0 -> new Measured.BelowDetection(scaled);
                        case 1 -> new Measured.Absent(Measured.Absence.NO_VALUE);
                        default -> new Measured.Value(scaled);
                    };
            values.put(WaterParameter.NH3N, nitrogen);
            samples.add(new WaterSample(FIRST_OF_APRIL + slot * 4L * HOUR, false, values));
            if (!(nitrogen instanceof Measured.Absent)) {
                plain.computeIfAbsent(slot / 6, day -> new ArrayList<>())
                        .add(Fraction.ofScaled(scaled, nitrogen instanceof Measured.BelowDetection ? 2 : 1));
            }
        }
        Map<WaterParameter, MonthValue> month = SectionValues.ofMonth(samples);
        Fraction sum = Fraction.ZERO;
        for (List<Fraction> day : plain.values()) {
            sum = sum.plus(day.stream().reduce(Fraction.ZERO, Fraction::plus).dividedBy(day.size()));
        }
        assertThat(month.get(WaterParameter.NH3N).exact()).isEqualTo(sum.dividedBy(plain.size()));

        Collections.shuffle(samples, random);
        assertThat(SectionValues.ofMonth(samples)).isEqualTo(month);
    }

    private static WaterSample sample(int second, int nitrogen) {
        return new WaterSample(
                FIRST_OF_APRIL + second, false, Map.of(WaterParameter.TN, new Measured.Value(nitrogen * 1_000_000L)));
    }
}
