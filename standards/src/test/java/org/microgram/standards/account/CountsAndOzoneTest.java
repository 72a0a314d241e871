package org.microgram.standards.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.views.Span;

@DisplayName("Definitions §9 — good days, heavy days and ozone have their own account")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountsAndOzoneTest {

    private static final BeijingDays BEIJING = new BeijingDays();

    @Test
    void of_good_days_so_many_may_still_be_lost_as_are_to_come_and_not_needed() {
        CountAccount good = new CountAccount(BEIJING.days(Indicator.GOOD_DAYS, "2020-06-30"), Indicator.GOOD_DAYS, 240);
        long naive = BEIJING.figures().stream()
                .filter(day -> day.date().getYear() == 2020 && day.date().getMonthValue() < 7)
                .filter(day -> day.hasAqi() && day.aqi() <= 100)
                .count();
        assertThat(good.count()).isEqualTo((int) naive);
        assertThat(good.needed()).isEqualTo(240 - (int) naive);
        assertThat(good.left()).isEqualTo(184 - good.needed());
    }

    @Test
    void of_heavy_days_so_many_are_left_as_the_target_has_and_the_year_has_not_used() {
        AccountDays days = BEIJING.days(Indicator.HEAVY_DAYS, "2020-12-31");
        CountAccount heavy = new CountAccount(days, Indicator.HEAVY_DAYS, 10);
        assertThat(heavy.count()).isEqualTo(10); // as published
        assertThat(heavy.left()).isZero();
        assertThat(new CountAccount(days, Indicator.HEAVY_DAYS, 9).left()).isEqualTo(-1);
    }

    @Test
    void one_heavy_day_more_than_the_target_is_out_of_reach_however_early() {
        AccountDays january = BEIJING.days(Indicator.HEAVY_DAYS, "2020-01-29");
        int had = new CountAccount(january, Indicator.HEAVY_DAYS, 10).count();
        assertThat(had).isPositive();
        assertThat(new CountAccount(january, Indicator.HEAVY_DAYS, had - 1).status())
                .isEqualTo(AccountStatus.OUT_OF_REACH);
        assertThat(new CountAccount(january, Indicator.HEAVY_DAYS, had).status())
                .isEqualTo(AccountStatus.TOO_EARLY);
    }

    @Test
    void a_share_of_56_percent_of_2020_is_at_least_205_days() {
        assertThat(CountAccount.daysOfShare(Fraction.of(56), 366)).isEqualTo(205);
        assertThat(CountAccount.daysOfShare(Fraction.of(50), 366)).isEqualTo(183);
    }

    @Test
    void ozone_of_2019_ends_at_191_as_published() {
        AccountDays days = new AccountDays(
                BEIJING.figures().stream()
                        .flatMap(day -> Indicator.O3_P90.read(day, 2).stream())
                        .toList(),
                Span.year(2019),
                LocalDate.of(2019, 12, 31));
        PercentileAccount ozone = new PercentileAccount(days, target(191));
        assertThat(JudgedAt.halfEven(0).rounded(ozone.percentile().orElseThrow()))
                .isEqualTo(Fraction.of(191));
        assertThat(ozone.highestEach()).isEmpty();
    }

    @Test
    void ozone_of_2020_as_of_June_may_have_a_value_each_day_that_one_more_would_break() {
        PercentileAccount ozone = new PercentileAccount(BEIJING.days(Indicator.O3_P90, "2020-06-30"), target(180));
        long highest = ozone.highestEach().orElseThrow();
        List<Long> soFar = BEIJING.days(Indicator.O3_P90, "2020-06-30").soFar().stream()
                .map(day -> day.value().numerator().longValueExact())
                .toList();
        assertThat(naiveP90(soFar, highest, ozone.toCome())).isLessThanOrEqualTo(Fraction.of(361, 2));
        assertThat(naiveP90(soFar, highest + 1, ozone.toCome())).isGreaterThan(Fraction.of(361, 2));
    }

    @RepeatedTest(60)
    void the_highest_value_each_and_the_days_left_over_the_target_are_those_of_trying_every_one(
            RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<AccountDay> days = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        LocalDate asOf = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(364));
        for (LocalDate day = LocalDate.of(2020, 1, 1); !day.isAfter(asOf); day = day.plusDays(1)) {
            if (random.nextInt(12) > 0) {
                long value = 20 + random.nextInt(200);
                values.add(value);
                days.add(new AccountDay(day, Fraction.of(value), false, 0));
            }
        }
        int t = 120 + random.nextInt(100);
        PercentileAccount ozone = new PercentileAccount(new AccountDays(days, BeijingDays.YEAR, asOf), target(t));
        long naive = -1;
        while (naive < 300 && keeps(values, naive + 1, ozone.toCome(), t)) {
            naive++;
        }
        if (naive < 0) {
            assertThat(ozone.highestEach()).isEmpty();
        } else if (naive < 300) {
            assertThat(ozone.highestEach()).hasValue(naive);
        } else {
            assertThat(ozone.isSafe()).isTrue();
        }
        int left = -1;
        while (left < ozone.toCome()
                && JudgedAt.halfEven(0).attains(withHigh(values, left + 1, ozone.toCome()), Fraction.of(t))) {
            left++;
        }
        assertThat(ozone.left())
                .isEqualTo(left < 0 || ozone.toCome() == 0 ? OptionalInt.empty() : OptionalInt.of(left));
    }

    private static boolean keeps(List<Long> soFar, long each, int toCome, int target) {
        return JudgedAt.halfEven(0).attains(naiveP90(soFar, each, toCome), Fraction.of(target));
    }

    /** Of the days to come so many are as high as one likes, the others nothing. */
    private static Fraction withHigh(List<Long> soFar, int high, int toCome) {
        List<Long> all = new ArrayList<>(soFar);
        all.addAll(Collections.nCopies(high, 1_000_000L));
        return naiveP90(all, 0, toCome - high);
    }

    private static Fraction naiveP90(List<Long> soFar, long each, int toCome) {
        List<Long> all = new ArrayList<>(soFar);
        all.addAll(Collections.nCopies(toCome, each));
        Collections.sort(all);
        Fraction k = Fraction.of(9L * (all.size() - 1), 10);
        int s = k.numerator().divide(k.denominator()).intValueExact();
        Fraction part = k.minus(Fraction.of(s));
        long low = all.get(s);
        long next = all.get(Math.min(s + 1, all.size() - 1));
        return Fraction.of(low).plus(part.times(next - low));
    }

    private static MeanTarget target(long value) {
        return new MeanTarget(Fraction.of(value), JudgedAt.halfEven(0));
    }
}
