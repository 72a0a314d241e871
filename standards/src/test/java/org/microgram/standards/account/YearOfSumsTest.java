package org.microgram.standards.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.views.Span;

@DisplayName("The sums of every day of a span")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class YearOfSumsTest {

    @RepeatedTest(30)
    void are_those_of_an_account_added_up_anew_on_that_day(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<AccountDay> days = days(random);
        YearMonth first = YearMonth.of(2019 + random.nextInt(3), 1 + random.nextInt(12));
        Span span = repetition.getCurrentRepetition() % 2 == 0
                ? Span.of(YearMonth.of(2020, 1), YearMonth.of(2020, 12))
                : Span.of(first, first.plusMonths(random.nextInt(12)));
        YearOfSums year = new YearOfSums(days, span);
        AccountDays plain = new AccountDays(days, span, span.firstDay());
        LocalDate day = span.firstDay();
        while (!day.isAfter(span.lastDay())) {
            assertThat(year.at(day)).isEqualTo(AccountSums.of(plain.at(day)));
            day = day.plusDays(1 + random.nextInt(9));
        }
        assertThat(year.at(span.lastDay())).isEqualTo(AccountSums.of(plain.at(span.lastDay())));
        // Asked for a second time, in whatever order, they are the same.
        assertThat(year.at(span.firstDay())).isEqualTo(AccountSums.of(plain.at(span.firstDay())));
    }

    @RepeatedTest(10)
    void know_29_February_only_of_leap_years(RepetitionInfo repetition) {
        List<AccountDay> days = days(new Random(repetition.getCurrentRepetition()));
        for (int year = 2019; year <= 2021; year++) {
            Span span = Span.of(YearMonth.of(year, 1), YearMonth.of(year, 12));
            AccountDays plain = new AccountDays(days, span, span.firstDay());
            YearOfSums sums = new YearOfSums(days, span);
            for (LocalDate day = LocalDate.of(year, 2, 26); day.isBefore(LocalDate.of(year, 3, 3)); ) {
                assertThat(sums.at(day)).isEqualTo(AccountSums.of(plain.at(day)));
                day = day.plusDays(1);
            }
        }
    }

    @Test
    void of_a_subject_without_a_valid_day_are_nothing() {
        Span span = Span.of(YearMonth.of(2020, 1), YearMonth.of(2020, 12));
        AccountSums sums = new YearOfSums(List.of(), span).at(LocalDate.of(2020, 2, 1));
        assertThat(sums).isEqualTo(AccountSums.of(new AccountDays(List.of(), span, LocalDate.of(2020, 2, 1))));
        assertThat(sums.soFar()).isEqualTo(Part.NOTHING);
        assertThat(sums.missing()).isEqualTo(32);
    }

    @Test
    void cost_by_month_and_level_what_the_days_cost_one_by_one() {
        List<AccountDay> days = days(new Random(7));
        Span span = Span.of(YearMonth.of(2020, 1), YearMonth.of(2020, 12));
        LocalDate asOf = LocalDate.of(2020, 8, 19);
        MeanTarget target = new MeanTarget(Fraction.of(38), JudgedAt.halfEven(0));
        Costs costs = Costs.of(new MeanAccount(new AccountDays(days, span, asOf), target));
        MeanBalance balance = new MeanBalance(new YearOfSums(days, span).at(asOf), target, 30);
        AccountSums sums = balance.sums();
        assertThat(balance.cost(sums.soFar())).isEqualTo(costs.total());
        costs.byMonth().forEach((month, cost) -> assertThat(
                        balance.cost(sums.months().get(month).valid()))
                .isEqualTo(cost));
        costs.byLevel()
                .forEach((level, cost) ->
                        assertThat(balance.cost(sums.levels().get(level))).isEqualTo(cost));
    }

    /** Three to six years of days, each a twentieth missing or half a year of them, denominators as means of hours and stations have them. */
    private static List<AccountDay> days(Random random) {
        List<AccountDay> days = new ArrayList<>();
        LocalDate first = LocalDate.of(2015 + random.nextInt(4), 1 + random.nextInt(12), 1);
        LocalDate gap = LocalDate.of(2018 + random.nextInt(4), 1, 1);
        boolean gaping = random.nextBoolean();
        for (LocalDate day = first; day.getYear() < 2022; day = day.plusDays(1)) {
            boolean inGap = gaping && !day.isBefore(gap) && day.isBefore(gap.plusDays(180));
            if (random.nextInt(20) > 0 && !inGap) {
                Fraction value = Fraction.of(random.nextInt(90_000), 20L + random.nextInt(5))
                        .dividedBy(1 + random.nextInt(12))
                        .dividedBy(10);
                boolean over = value.compareTo(Fraction.of(75)) > 0;
                days.add(new AccountDay(day, value, over, random.nextInt(7)));
            }
        }
        return days;
    }
}
