package org.microgram.standards.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;

@DisplayName("GB 3095, table 4 and HJ 663 — a period")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PeriodSumTest {

    private static final Pollutant PM25 = Pollutant.PM25;

    @Test
    void of_a_month_needs_27_valid_days_and_in_February_25() {
        assertThat(month("2019-01-01", day -> day.getDayOfMonth() <= 27)).isEqualTo(Status.OK);
        assertThat(month("2019-01-01", day -> day.getDayOfMonth() <= 26)).isEqualTo(Status.BELOW_MINIMUM);
        assertThat(month("2019-02-01", day -> day.getDayOfMonth() <= 25)).isEqualTo(Status.OK);
        assertThat(month("2019-02-01", day -> day.getDayOfMonth() <= 24)).isEqualTo(Status.BELOW_MINIMUM);
        assertThat(month("2019-02-01", day -> false)).isEqualTo(Status.NONE);
    }

    @Test
    void of_a_year_needs_324_valid_days_and_every_month_its_own() {
        Period year = Period.year(2019);
        assertThat(status(year, day -> true)).isEqualTo(Status.OK);
        assertThat(status(year, day -> day.getDayOfMonth() <= 27)).isEqualTo(Status.OK);
        // 27 · 11 + 26 = 323
        assertThat(status(year, day -> day.getDayOfMonth() <= (day.getMonthValue() == 2 ? 26 : 27)))
                .isEqualTo(Status.BELOW_MINIMUM);
        // 339 days, but September has 26.
        assertThat(status(year, day -> day.getMonthValue() != 9 || day.getDayOfMonth() <= 26))
                .isEqualTo(Status.BELOW_MINIMUM);
    }

    @Test
    void to_date_needs_each_finished_month_s_own_and_90_percent_of_the_days_gone_of_the_unfinished_one() {
        Period to = Period.yearTo(LocalDate.of(2019, 2, 10));
        assertThat(status(to, day -> day.getDayOfMonth() <= (day.getMonthValue() == 1 ? 27 : 9)))
                .isEqualTo(Status.OK);
        assertThat(status(to, day -> day.getDayOfMonth() <= (day.getMonthValue() == 1 ? 31 : 8)))
                .isEqualTo(Status.BELOW_MINIMUM);
        assertThat(status(to, day -> day.getDayOfMonth() <= (day.getMonthValue() == 1 ? 26 : 10)))
                .isEqualTo(Status.BELOW_MINIMUM);
    }

    @Test
    void has_the_mean_of_exact_days_rounded_nowhere_on_the_way() {
        PeriodSum sum = new PeriodSum();
        sum.add(day(LocalDate.of(2019, 1, 1), 40.4));
        sum.add(day(LocalDate.of(2019, 1, 2), 40.4));
        sum.add(day(LocalDate.of(2019, 1, 3), 40.8));
        // Rounded days would give 40.33…
        assertThat(sum.figures(Period.month(LocalDate.of(2019, 1, 1))).of(PM25).mean())
                .isEqualTo(Fraction.of(608, 15));
    }

    @Test
    void has_the_percentile_of_rounded_days() {
        PeriodSum sum = new PeriodSum();
        sum.add(day(LocalDate.of(2019, 1, 1), 40.4));
        assertThat(sum.figures(Period.month(LocalDate.of(2019, 1, 1))).of(PM25).percentile())
                .isEqualTo(Fraction.of(40));
    }

    @Test
    void counts_a_day_at_the_limit_as_attaining_and_judges_it_by_the_edition_of_the_day() {
        PeriodSum sum = new PeriodSum();
        sum.add(day(LocalDate.of(2026, 2, 27), 75.5));
        sum.add(day(LocalDate.of(2026, 2, 28), 75.4));
        sum.add(day(LocalDate.of(2026, 3, 1), 75));
        sum.add(day(LocalDate.of(2026, 3, 2), 60.5));
        AirPeriod figures = sum.figures(Period.yearTo(LocalDate.of(2026, 3, 2)));
        // 76 and 75 against 75; 75 and 60 against 60.
        assertThat(figures.of(PM25).attaining()).isEqualTo(2);
    }

    @Test
    void counts_good_heavy_and_evaluated_days_and_beside_them_those_with_all_six() {
        PeriodSum sum = new PeriodSum();
        sum.add(day(LocalDate.of(2019, 1, 1), 75));
        sum.add(day(LocalDate.of(2019, 1, 2), 76));
        sum.add(day(LocalDate.of(2019, 1, 3), 150));
        sum.add(day(LocalDate.of(2019, 1, 4), 151));
        sum.add(DayRules.station(Days.full("2019-01-05", PM25, 20), 2, DailyProfile.ARCHIVE));
        AirPeriod figures = sum.figures(Period.year(2019));
        assertThat(figures.good()).isEqualTo(2);
        assertThat(figures.heavy()).isEqualTo(1);
        assertThat(figures.evaluated()).isEqualTo(5);
        assertThat(figures.goodOfSix()).isEqualTo(1);
        assertThat(figures.heavyOfSix()).isZero();
        assertThat(figures.evaluatedOfSix()).isEqualTo(1);
    }

    private static Status month(String first, Predicate<LocalDate> valid) {
        return status(Period.month(LocalDate.parse(first)), valid);
    }

    private static Status status(Period period, Predicate<LocalDate> valid) {
        PeriodSum sum = new PeriodSum();
        period.first().datesUntil(period.last().plusDays(1)).filter(valid).forEach(day -> sum.add(day(day, 42)));
        return sum.figures(period).of(PM25).status();
    }

    private static AirDay day(LocalDate date, double value) {
        return DayRules.station(
                Days.on(date.toString()).with(PM25, 1, 24, value).values(), 2, DailyProfile.ARCHIVE);
    }
}
