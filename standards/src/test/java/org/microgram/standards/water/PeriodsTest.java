package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.Status;
import org.microgram.standards.number.Fraction;

@DisplayName("环办[2011]22号 4 and 环办监测函〔2020〕82号 — months, quarters and years")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PeriodsTest {

    private static final Measured BY_HAND = new Measured.Value(900_000);

    @Test
    void of_a_month_take_the_automatic_station_first_when_it_has_ten_days() {
        MonthValue month = month(10, List.of(BY_HAND));
        assertThat(month.source()).isEqualTo(MonthValue.Source.AUTOMATIC);
        assertThat(month.exact()).isEqualTo(Fraction.of(1, 5));
        assertThat(month.manualSamples()).isEqualTo(1);
        assertThat(month.status()).isEqualTo(Status.OK);
    }

    @Test
    void of_a_month_take_the_manual_sample_when_the_station_has_fewer_and_never_average_both() {
        MonthValue month = month(9, List.of(BY_HAND));
        assertThat(month.source()).isEqualTo(MonthValue.Source.MANUAL);
        assertThat(month.exact()).isEqualTo(Fraction.of(9, 10));
        assertThat(month.validDays()).isEqualTo(9);
    }

    @Test
    void of_a_month_take_a_short_station_marked_when_there_is_nothing_else() {
        MonthValue month = month(9, List.of(new Measured.Absent(Measured.Absence.NO_VALUE)));
        assertThat(month.source()).isEqualTo(MonthValue.Source.AUTOMATIC_SHORT);
        assertThat(month.status()).isEqualTo(Status.BELOW_MINIMUM);
        assertThat(MonthValue.of(WaterParameter.NH3N, List.of(), List.of())).isEmpty();
    }

    @Test
    void of_a_month_take_half_the_detection_limit_of_a_manual_sample() {
        assertThat(month(0, List.of(new Measured.BelowDetection(50_000))).published())
                .hasToString("0.02"); // 0.025, half-even
    }

    @Test
    void of_a_year_are_the_mean_of_the_months_however_many_days_each_has() {
        MonthValue full = month(31, List.of());
        MonthValue byHand = month(0, List.of(BY_HAND));
        CumulativeValue year = CumulativeValue.ofYear(
                        WaterParameter.NH3N, List.of(full, full, byHand, full, full, month(3, List.of())))
                .orElseThrow();
        assertThat(year.exact()).isEqualTo(Fraction.of(19, 60)); // (5 * 0.2 + 0.9) / 6
        assertThat(year.published()).hasToString("0.32");
        assertThat(year.status()).isEqualTo(Status.OK);
        assertThat(year.shortMonths()).isEqualTo(1);
    }

    @Test
    void need_six_months_of_a_year_two_of_a_quarter_and_half_of_a_year_to_date() {
        assertThat(CumulativeValue.ofYear(WaterParameter.NH3N, months(5))
                        .orElseThrow()
                        .status())
                .isEqualTo(Status.BELOW_MINIMUM);
        assertThat(CumulativeValue.ofQuarter(WaterParameter.NH3N, months(2))
                        .orElseThrow()
                        .status())
                .isEqualTo(Status.OK);
        assertThat(CumulativeValue.ofQuarter(WaterParameter.NH3N, months(1))
                        .orElseThrow()
                        .status())
                .isEqualTo(Status.BELOW_MINIMUM);
        assertThat(CumulativeValue.toDate(WaterParameter.NH3N, months(3), 7).orElseThrow())
                .satisfies(each -> assertThat(each.needed()).isEqualTo(4))
                .satisfies(each -> assertThat(each.status()).isEqualTo(Status.BELOW_MINIMUM));
        assertThat(CumulativeValue.toDate(WaterParameter.NH3N, List.of(), 7)).isEmpty();
    }

    @Test
    void of_pH_are_averaged_by_hydrogen_ions_at_every_step() {
        List<MonthValue> months = List.of(
                MonthValue.of(WaterParameter.PH, Collections.nCopies(12, Fraction.of(6)), List.of())
                        .orElseThrow(),
                MonthValue.of(WaterParameter.PH, Collections.nCopies(12, Fraction.of(8)), List.of())
                        .orElseThrow());
        CumulativeValue year =
                CumulativeValue.ofQuarter(WaterParameter.PH, months).orElseThrow();
        assertThat(year.exact().toSixDecimals()).isEqualTo("6.296709");
        assertThat(year.published()).hasToString("6");
    }

    private static List<MonthValue> months(int count) {
        return Collections.nCopies(count, month(20, List.of()));
    }

    private static MonthValue month(int days, List<Measured> manual) {
        return MonthValue.of(WaterParameter.NH3N, Collections.nCopies(days, Fraction.of(1, 5)), manual)
                .orElseThrow();
    }
}
