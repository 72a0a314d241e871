package org.microgram.standards.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

@DisplayName("Definitions §9 — what a day costs")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CostsTest {

    private static final BeijingDays BEIJING = new BeijingDays();

    private final MeanAccount account = BEIJING.account(42, "2020-06-30");
    private final Costs costs = Costs.of(account);

    @Test
    void is_its_value_less_the_target_over_the_whole_exactly() {
        LocalDate dust = LocalDate.of(2020, 2, 12);
        Fraction value = BEIJING.city().get(dust);
        assertThat(costs.days().stream()
                        .filter(day -> day.day().date().equals(dust))
                        .map(Costs.DayCost::cost))
                .containsExactly(value.minus(Fraction.of(42)).dividedBy(362));
    }

    @Test
    void adds_up_to_the_mean_so_far_less_the_target_times_n_over_N_exactly() {
        Fraction expected = account.mean()
                .orElseThrow()
                .minus(Fraction.of(42))
                .times(account.valid())
                .dividedBy(account.whole());
        assertThat(costs.total()).isEqualTo(expected);
    }

    @Test
    void adds_up_over_months_and_over_levels_to_the_same_exactly() {
        assertThat(Sums.total(costs.byMonth().values())).isEqualTo(costs.total());
        assertThat(Sums.total(costs.byLevel().values())).isEqualTo(costs.total());
        assertThat(costs.byMonth())
                .containsOnlyKeys(
                        YearMonth.of(2020, 1),
                        YearMonth.of(2020, 2),
                        YearMonth.of(2020, 3),
                        YearMonth.of(2020, 4),
                        YearMonth.of(2020, 5),
                        YearMonth.of(2020, 6));
    }

    @Test
    void is_shown_rounded_once_from_the_exact_sum_which_rounded_days_do_not_add_up_to() {
        Fraction roundedFirst = Sums.total(costs.days().stream()
                .map(day -> Rounded.of(day.cost(), 2).exact())
                .toList());
        assertThat(roundedFirst).isNotEqualTo(Rounded.of(costs.total(), 2).exact());
    }

    @Test
    void is_greatest_on_the_days_that_were_most_over() {
        assertThat(costs.dearest(2))
                .extracting(day -> day.day().date().toString())
                .containsExactly("2020-02-12", "2020-02-13");
        assertThat(costs.dearest(400)).hasSize(178);
    }

    @Test
    void is_joined_over_consecutive_days_over_the_daily_limit() {
        Costs.Episode february = costs.episodes().stream()
                .filter(each -> each.first().equals(LocalDate.of(2020, 2, 9)))
                .findFirst()
                .orElseThrow();
        assertThat(february.last()).hasToString("2020-02-13");
        assertThat(february.days()).isEqualTo(5);
        Fraction sum = Fraction.ZERO;
        for (int day = 9; day <= 13; day++) {
            sum = sum.plus(BEIJING.city().get(LocalDate.of(2020, 2, day))).minus(Fraction.of(42));
        }
        assertThat(february.cost()).isEqualTo(sum.dividedBy(362));
    }
}
