package org.microgram.standards.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.microgram.standards.number.Rounding;
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

    @RepeatedTest(40)
    void what_the_others_may_have_when_some_days_are_as_high_as_one_likes_is_that_of_trying_every_value(
            RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        LocalDate asOf = LocalDate.of(2020, 6, 30).plusDays(random.nextInt(180));
        List<AccountDay> days = randomOzone(random, asOf);
        int t = 120 + random.nextInt(100);
        PercentileAccount ozone = new PercentileAccount(new AccountDays(days, BeijingDays.YEAR, asOf), target(t));
        int free = random.nextInt(25);
        List<Long> high = new ArrayList<>(days.stream()
                .map(day -> day.value().numerator().longValueExact())
                .toList());
        high.addAll(Collections.nCopies(free, 1_000_000L));
        int others = ozone.toCome() - free;
        long naive = -1;
        while (others > 0 && naive < 400 && keeps(high, naive + 1, others, t)) {
            naive++;
        }
        if (naive < 0) {
            assertThat(ozone.highestEach(free)).isEmpty();
        } else if (naive < 400) {
            assertThat(ozone.highestEach(free)).hasValue(naive);
        } else {
            assertThat(PercentileAccount.isAnything(ozone.highestEach(free).orElseThrow()))
                    .isTrue();
        }
    }

    @RepeatedTest(20)
    void missing_days_as_the_days_of_their_month_change_what_is_left_by_their_shares(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        LocalDate first = LocalDate.of(2020, 1, 1);
        LocalDate asOf = first.plusDays(40 + random.nextInt(300));
        List<AccountDay> days = new ArrayList<>();
        first.datesUntil(asOf.plusDays(1)).filter(day -> random.nextInt(9) > 0).forEach(day -> {
            boolean good = random.nextInt(3) > 0;
            days.add(new AccountDay(day, Fraction.of(good ? 1 : 0), good, 1));
        });
        double more = 0;
        for (LocalDate day = first; !day.isAfter(asOf); day = day.plusDays(1)) {
            LocalDate date = day;
            if (days.stream().noneMatch(each -> each.date().equals(date))) {
                more += days.stream()
                        .filter(each -> each.date().getMonth() == date.getMonth())
                        .mapToInt(each -> each.over() ? 1 : 0)
                        .average()
                        .orElse(days.stream()
                                .mapToInt(each -> each.over() ? 1 : 0)
                                .average()
                                .orElseThrow());
            }
        }
        AccountDays known = new AccountDays(days, BeijingDays.YEAR, asOf);
        CountAccount good = new CountAccount(known, Indicator.GOOD_DAYS, 200);
        CountAccount heavy = new CountAccount(known, Indicator.HEAVY_DAYS, 200);
        assertThat(plain(good.leftHadMissingBeenAsTheirMonth().orElseThrow()) - good.left())
                .isCloseTo(more, within(1e-6));
        assertThat(heavy.left() - plain(heavy.leftHadMissingBeenAsTheirMonth().orElseThrow()))
                .isCloseTo(more, within(1e-6));
    }

    @Test
    void of_the_days_to_come_all_but_those_left_must_keep_to_an_AQI_of_100_or_of_200() {
        CountAccount good = new CountAccount(BEIJING.days(Indicator.GOOD_DAYS, "2020-06-30"), Indicator.GOOD_DAYS, 240);
        assertThat(good.mustKeep()).isEqualTo(good.needed());
        assertThat(Indicator.GOOD_DAYS.highestAqi()).isEqualTo(100);
        CountAccount heavy =
                new CountAccount(BEIJING.days(Indicator.HEAVY_DAYS, "2020-06-30"), Indicator.HEAVY_DAYS, 10);
        assertThat(heavy.mustKeep()).isEqualTo(184 - heavy.left());
        assertThat(Indicator.HEAVY_DAYS.highestAqi()).isEqualTo(200);
        assertThat(heavy.counted()).hasSize(heavy.count()).isSorted();
    }

    @Test
    void ozone_of_2020_with_each_missing_day_as_its_month_is_that_of_the_days_with_them_written_in() {
        AccountDays june = BEIJING.days(Indicator.O3_P90, "2020-06-30");
        List<Long> values = new ArrayList<>();
        june.soFar().forEach(day -> values.add(day.value().numerator().longValueExact()));
        for (LocalDate missing : june.missing()) {
            List<AccountDay> month = june.soFar().stream()
                    .filter(day -> day.date().getMonth() == missing.getMonth())
                    .toList();
            values.add(Sums.mean(month).orElseThrow().rounded(0, Rounding.HALF_EVEN));
        }
        PercentileAccount ozone = new PercentileAccount(june, target(191)).hadMissingBeenAsTheirMonth();
        assertThat(ozone.valid()).isEqualTo(182).isEqualTo(values.size());
        assertThat(ozone.percentile()).hasValue(naiveP90(values, 0, 0));
        assertThat(ozone.place()).isEqualTo(Fraction.of(3295, 10)); // 1 + 365 × 0.9
    }

    @Test
    void days_of_ozone_over_the_value_are_told_the_highest_first() {
        PercentileAccount ozone = new PercentileAccount(BEIJING.days(Indicator.O3_P90, "2020-06-30"), target(191));
        assertThat(ozone.overDays()).hasSize(ozone.over()).isNotEmpty();
        assertThat(ozone.overDays()).isSortedAccordingTo((a, b) -> b.value().compareTo(a.value()));
        assertThat(ozone.overDays()).allSatisfy(day -> assertThat(day.value()).isGreaterThan(Fraction.of(191)));
    }

    private static List<AccountDay> randomOzone(Random random, LocalDate asOf) {
        List<AccountDay> days = new ArrayList<>();
        LocalDate.of(2020, 1, 1)
                .datesUntil(asOf.plusDays(1))
                .filter(day -> random.nextInt(12) > 0)
                .forEach(day -> days.add(new AccountDay(day, Fraction.of(20 + random.nextInt(200)), false, 0)));
        return days;
    }

    private static double plain(Fraction exact) {
        return Double.parseDouble(exact.toSixDecimals());
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
