package org.microgram.standards.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microgram.standards.account.BeijingDays.shown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.number.Rounding;

@DisplayName("Definitions §9 — the account of Beijing's PM2.5 in 2020, as of 30 June, with 42 µg/m³ as an example")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OneMicrogramTest {

    private static final BeijingDays BEIJING = new BeijingDays();
    private static final SortedMap<LocalDate, Fraction> ROWS = BEIJING.city();

    private final MeanAccount account = BEIJING.account(42, "2020-06-30");

    @Test
    void has_178_valid_days_and_184_to_come_and_so_a_whole_of_362() {
        assertThat(count("2020-01-01", "2020-06-30")).isEqualTo(178);
        assertThat(account.valid()).isEqualTo(178);
        assertThat(account.toCome()).isEqualTo(184);
        assertThat(account.whole()).isEqualTo(362);
    }

    @Test
    void has_a_sum_of_7684_41_and_a_mean_so_far_of_43_17() {
        assertThat(account.sum()).isEqualTo(sum("2020-01-01", "2020-06-30"));
        assertThat(shown(account.sum())).isEqualTo("7684.41");
        assertThat(shown(account.mean())).isEqualTo("43.17");
    }

    @Test
    void allows_the_rest_a_mean_of_40_87_and_not_the_41_78_that_a_missing_day_would_flatter_it_to() {
        Fraction naive = Fraction.of(42)
                .times(178 + 184)
                .minus(sum("2020-01-01", "2020-06-30"))
                .dividedBy(184);
        assertThat(account.allowed()).hasValue(naive);
        assertThat(shown(account.allowed())).isEqualTo("40.87");
        assertThat(shown(Fraction.of(42).times(366).minus(account.sum()).dividedBy(184)))
                .isEqualTo("41.78");
    }

    @Test
    void has_spent_21_23_coins_and_used_up_the_first_five_on_10_18_25_27_and_31_January() {
        assertThat(shown(account.spent())).isEqualTo("21.23");
        List<LocalDate> naive = new ArrayList<>();
        Fraction soFar = Fraction.ZERO;
        for (LocalDate day = LocalDate.of(2020, 1, 1);
                day.getYear() == 2020 && day.getMonthValue() < 7;
                day = day.plusDays(1)) {
            soFar = soFar.plus(ROWS.getOrDefault(day, Fraction.ZERO));
            while (soFar.compareTo(Fraction.of(362L * (naive.size() + 1))) >= 0) {
                naive.add(day);
            }
        }
        List<Coins.Coin> coins = Coins.of(account);
        assertThat(coins).hasSize(42);
        assertThat(coins.stream().flatMap(coin -> coin.usedUp().stream())).containsExactlyElementsOf(naive);
        assertThat(naive.subList(0, 5))
                .extracting(LocalDate::toString)
                .containsExactly("2020-01-10", "2020-01-18", "2020-01-25", "2020-01-27", "2020-01-31");
        assertThat(shown(coins.get(21).used())).isEqualTo("0.23");
        assertThat(coins.get(22).used()).isEqualTo(Fraction.ZERO);
    }

    @Test
    void hatches_of_its_coins_what_went_on_days_over_the_daily_limit_of_75() {
        Fraction naive = Fraction.ZERO;
        for (var day :
                ROWS.subMap(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 7, 1)).values()) {
            naive = day.rounded(0, Rounding.HALF_EVEN) > 75 ? naive.plus(day) : naive;
        }
        assertThat(Sums.total(
                        Coins.of(account).stream().map(Coins.Coin::overLimit).toList()))
                .isEqualTo(naive.dividedBy(362));
    }

    @Test
    void stands_beside_the_same_dates_of_2019_whose_180_days_have_47_21() {
        SameDates last = SameDates.of(account).orElseThrow();
        assertThat(last.days()).isEqualTo(count("2019-01-01", "2019-06-30")).isEqualTo(180);
        assertThat(last.mean()).isEqualTo(sum("2019-01-01", "2019-06-30").dividedBy(180));
        assertThat(shown(last.mean())).isEqualTo("47.21");
        assertThat(shown(last.difference())).isEqualTo("-4.04");
        assertThat(shown(last.percent())).isEqualTo("-8.55");
    }

    @Test
    void is_4_26_lower_on_the_176_days_that_are_valid_in_both_years() {
        Fraction now = Fraction.ZERO;
        Fraction base = Fraction.ZERO;
        int pairs = 0;
        for (LocalDate day = LocalDate.of(2020, 1, 1); day.isBefore(LocalDate.of(2020, 7, 1)); day = day.plusDays(1)) {
            boolean leap = day.getMonthValue() == 2 && day.getDayOfMonth() == 29;
            Fraction then = leap ? null : ROWS.get(LocalDate.of(2019, day.getMonthValue(), day.getDayOfMonth()));
            if (then != null && ROWS.containsKey(day)) {
                now = now.plus(ROWS.get(day));
                base = base.plus(then);
                pairs++;
            }
        }
        SameDates.Matched matched =
                SameDates.of(account).orElseThrow().matched().orElseThrow();
        assertThat(matched.days()).isEqualTo(pairs).isEqualTo(176);
        assertThat(matched.difference()).isEqualTo(now.minus(base).dividedBy(pairs));
        assertThat(shown(matched.difference())).isEqualTo("-4.26");
    }

    @Test
    void is_published_as_43_against_47_or_46_whoever_published_the_base() {
        assertThat(SameDates.published(account, Rounded.of(47)).orElseThrow().ratePercent())
                .hasToString("Optional[-8.5]");
        assertThat(SameDates.published(account, Rounded.of(46)).orElseThrow().ratePercent())
                .hasToString("Optional[-6.5]");
    }

    @Test
    void would_end_at_39_89_with_a_rest_of_36_72_as_last_year_and_at_41_76_with_ten_percent_more() {
        Outlook asLastYear = account.outlooks().get(0);
        assertThat(asLastYear.name()).isEqualTo(Outlook.LAST_YEAR);
        assertThat(asLastYear.rest())
                .isEqualTo(sum("2019-07-01", "2019-12-31").dividedBy(count("2019-07-01", "2019-12-31")));
        assertThat(shown(asLastYear.rest())).isEqualTo("36.72");
        assertThat(shown(asLastYear.end())).isEqualTo("39.89");
        assertThat(asLastYear.attains()).isTrue();
        assertThat(account.whatIf(Fraction.of(11, 10)).map(Outlook::end).map(BeijingDays::shown))
                .hasValue("41.76");
    }

    @Test
    void has_three_named_outlooks_whose_median_decides() {
        assertThat(account.outlooks())
                .extracting(Outlook::name)
                .containsExactly(Outlook.LAST_YEAR, Outlook.KNOWN_YEARS, Outlook.SO_FAR);
        assertThat(account.outlooks().get(2).end()).isEqualTo(account.mean().orElseThrow());
        assertThat(account.status()).isEqualTo(AccountStatus.ON_COURSE);
    }

    @Test
    void of_38_has_both_margins_33_00_to_the_number_and_33_98_to_the_last_value_that_still_rounds_to_it() {
        MeanAccount of38 = BEIJING.account(38, "2020-06-30");
        assertThat(shown(of38.allowed())).isEqualTo("33.00");
        assertThat(shown(of38.allowedAsJudged())).isEqualTo("33.98");
        assertThat(of38.allowedAsJudged())
                .hasValue(Fraction.of(77, 2)
                        .times(362)
                        .minus(sum("2020-01-01", "2020-06-30"))
                        .dividedBy(184));
        // 2019 had 36.72 on these dates, and no known year less.
        assertThat(of38.status()).isEqualTo(AccountStatus.OUT_OF_REACH);
    }

    @Test
    void goes_by_the_second_margin_where_the_first_would_say_out_of_reach() {
        MeanAccount of40 = BEIJING.account(40, "2020-08-20");
        Fraction lowest = of40.days().yearsBefore(1).meanRest().orElseThrow();
        assertThat(of40.allowed().orElseThrow()).isLessThan(lowest);
        assertThat(of40.allowedAsJudged().orElseThrow()).isGreaterThan(lowest);
        assertThat(of40.status()).isNotEqualTo(AccountStatus.OUT_OF_REACH);
    }

    @Test
    void has_a_path_that_by_then_has_used_up_as_much_of_42_as_2019_had_of_its_year() {
        Fraction share = sum("2019-01-01", "2019-06-30").dividedBy(sum("2019-01-01", "2019-12-31"));
        PathToDate path = PathToDate.of(account).orElseThrow();
        assertThat(path.years()).isEqualTo(1);
        assertThat(path.coins()).isEqualTo(share.times(42));
    }

    @Test
    void allows_July_what_July_is_of_the_rest_of_the_known_years() {
        Fraction july = sum("2019-07-01", "2019-07-31").dividedBy(count("2019-07-01", "2019-07-31"));
        Fraction rest = sum("2019-07-01", "2019-12-31").dividedBy(count("2019-07-01", "2019-12-31"));
        assertThat(account.allowedComingMonth())
                .hasValue(account.allowed().orElseThrow().times(july).dividedBy(rest));
    }

    @Test
    void says_what_its_four_missing_days_could_change() {
        MissingDays missing = MissingDays.of(account);
        assertThat(missing.days())
                .extracting(LocalDate::toString)
                .containsExactly("2020-04-16", "2020-04-19", "2020-04-20", "2020-04-21");
        Fraction april = sum("2020-04-01", "2020-04-30").dividedBy(count("2020-04-01", "2020-04-30"));
        Fraction sum = sum("2020-01-01", "2020-06-30").plus(april.times(4));
        assertThat(missing.allowed())
                .hasValue(Fraction.of(42).times(366).minus(sum).dividedBy(184));
    }

    @Test
    void is_too_early_before_its_thirtieth_valid_day() {
        assertThat(BEIJING.account(42, "2020-01-29").status()).isEqualTo(AccountStatus.TOO_EARLY);
        assertThat(BEIJING.account(42, "2020-01-30").status()).isNotEqualTo(AccountStatus.TOO_EARLY);
    }

    @Test
    void neither_attains_nor_misses_when_it_is_over_and_April_has_26_of_the_27_days_it_needs() {
        MeanAccount over = BEIJING.account(42, "2020-12-31");
        assertThat(count("2020-04-01", "2020-04-30")).isEqualTo(26);
        assertThat(over.allowed()).isEmpty();
        assertThat(over.outlooks()).isEmpty();
        assertThat(shown(over.mean())).isEqualTo("38.51");
        assertThat(over.status()).isEqualTo(AccountStatus.BELOW_MINIMUM);
    }

    private static Fraction sum(String first, String last) {
        Fraction sum = Fraction.ZERO;
        for (Fraction value : between(first, last).values()) {
            sum = sum.plus(value);
        }
        return sum;
    }

    private static int count(String first, String last) {
        return between(first, last).size();
    }

    private static SortedMap<LocalDate, Fraction> between(String first, String last) {
        return ROWS.subMap(LocalDate.parse(first), LocalDate.parse(last).plusDays(1));
    }
}
