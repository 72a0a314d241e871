package org.microgram.standards.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.views.Span;

@DisplayName("An account of any days")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NaiveAccountTest {

    private static final LocalDate FEBRUARY_12 = LocalDate.of(2020, 2, 12);

    @RepeatedTest(60)
    void is_what_a_plain_count_over_the_calendar_says(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<LocalDate, Fraction> rows = rows(random);
        int year = 2018 + random.nextInt(4);
        LocalDate asOf = LocalDate.of(year, 1, 1).minusDays(2).plusDays(random.nextInt(370));
        Fraction target = Fraction.of(300 + random.nextInt(250), 10);
        JudgedAt judgedAt = JudgedAt.halfEven(random.nextInt(2));
        holds(account(rows, year, asOf, target, judgedAt), rows, year, asOf, target, judgedAt);
    }

    @Test
    void changes_with_a_corrected_day_of_February_from_that_day_on_and_not_before() {
        Map<LocalDate, Fraction> before = new HashMap<>(new BeijingDays().city());
        Map<LocalDate, Fraction> after = new HashMap<>(before);
        after.put(FEBRUARY_12, before.get(FEBRUARY_12).minus(Fraction.of(3)));
        Fraction target = Fraction.of(42);
        JudgedAt judgedAt = JudgedAt.halfEven(0);
        for (LocalDate asOf = LocalDate.of(2020, 1, 1); asOf.getYear() == 2020; asOf = asOf.plusDays(1)) {
            MeanAccount old = account(before, 2020, asOf, target, judgedAt);
            MeanAccount corrected = account(after, 2020, asOf, target, judgedAt);
            if (asOf.isBefore(FEBRUARY_12)) {
                assertThat(corrected.sum()).isEqualTo(old.sum());
                assertThat(Costs.of(corrected)).isEqualTo(Costs.of(old));
                assertThat(Coins.of(corrected)).isEqualTo(Coins.of(old));
            } else {
                assertThat(old.sum().minus(corrected.sum())).isEqualTo(Fraction.of(3));
                if (asOf.getDayOfMonth() == 12) { // once a month: each is a count over two years
                    holds(corrected, after, 2020, asOf, target, judgedAt);
                }
            }
        }
    }

    @Test
    void restates_what_past_days_cost_when_a_day_stays_missing() {
        Map<LocalDate, Fraction> rows = new HashMap<>(new BeijingDays().city());
        LocalDate lost = LocalDate.of(2020, 7, 15);
        Fraction target = Fraction.of(42);
        Map<LocalDate, Fraction> without = new HashMap<>(rows);
        without.remove(lost);
        LocalDate eve = lost.minusDays(1);
        MeanAccount before = account(without, 2020, eve, target, JudgedAt.halfEven(0));
        MeanAccount after = account(without, 2020, lost, target, JudgedAt.halfEven(0));
        assertThat(after.valid()).isEqualTo(before.valid());
        assertThat(after.whole()).isEqualTo(before.whole() - 1);
        Fraction was = Costs.of(before).days().get(0).cost();
        Fraction is = Costs.of(after).days().get(0).cost();
        assertThat(is.times(after.whole())).isEqualTo(was.times(before.whole()));
        assertThat(is).isNotEqualTo(was);
        holds(after, without, 2020, lost, target, JudgedAt.halfEven(0));
    }

    private static MeanAccount account(
            Map<LocalDate, Fraction> rows, int year, LocalDate asOf, Fraction target, JudgedAt judgedAt) {
        List<AccountDay> days = new ArrayList<>();
        rows.forEach((day, value) -> days.add(new AccountDay(day, value, value.compareTo(Fraction.of(75)) > 0, 1)));
        Collections.shuffle(days, new Random(1));
        return new MeanAccount(new AccountDays(days, Span.year(year), asOf), new MeanTarget(target, judgedAt));
    }

    /** Everything again, day by day over the calendar. */
    private static void holds(
            MeanAccount account,
            Map<LocalDate, Fraction> rows,
            int year,
            LocalDate asOf,
            Fraction target,
            JudgedAt judgedAt) {
        int n = 0;
        int r = 0;
        Fraction sum = Fraction.ZERO;
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            if (day.isAfter(asOf)) {
                r++;
            } else if (rows.containsKey(day)) {
                n++;
                sum = sum.plus(rows.get(day));
            }
        }
        assertThat(account.valid()).isEqualTo(n);
        assertThat(account.toCome()).isEqualTo(r);
        assertThat(account.sum()).isEqualTo(sum);
        Fraction total = sum.minus(target.times(n)).dividedBy(Math.max(1, n + r));
        assertThat(Costs.of(account).total()).isEqualTo(total);
        assertThat(Sums.total(Coins.of(account).stream().map(Coins.Coin::used).toList()))
                .isEqualTo(n + r == 0 ? Fraction.ZERO : sum.dividedBy(n + r));
        if (r == 0) {
            assertThat(account.allowed()).isEmpty();
            return;
        }
        Fraction edge = judgedAt.edge(target);
        Fraction margin = edge.times(n + r).minus(sum).dividedBy(r);
        assertThat(account.allowedAsJudged()).hasValue(margin);
        // Had the rest a hair less than the margin, the whole attained; a hair more, and it did not.
        Fraction hair = Fraction.of(1, 1_000_000);
        assertThat(attains(sum, n, r, margin.minus(hair), target, judgedAt)).isTrue();
        assertThat(attains(sum, n, r, margin.plus(hair), target, judgedAt)).isFalse();

        List<Fraction> rests = new ArrayList<>();
        Optional<Fraction> lastYear = Optional.empty();
        for (int earlier = year - 1; earlier >= 2016; earlier--) {
            Optional<Fraction> rest = rest(rows, earlier, asOf.minusYears(year - earlier));
            lastYear = earlier == year - 1 ? rest : lastYear;
            int known = earlier;
            if (rest.isPresent()
                    && rows.keySet().stream()
                                    .filter(day -> day.getYear() == known)
                                    .count()
                            >= 324) {
                rests.add(rest.get());
            }
        }
        List<Fraction> ends = new ArrayList<>();
        Fraction so = sum;
        int whole = n + r;
        int rest = r;
        lastYear.ifPresent(mean -> ends.add(so.plus(mean.times(rest)).dividedBy(whole)));
        if (!rests.isEmpty()) {
            Fraction mean = Fraction.ZERO;
            for (Fraction each : rests) {
                mean = mean.plus(each);
            }
            ends.add(so.plus(mean.dividedBy(rests.size()).times(r)).dividedBy(whole));
        }
        if (n > 0) {
            ends.add(sum.dividedBy(n));
        }
        assertThat(account.outlooks()).extracting(Outlook::end).containsExactlyElementsOf(ends);
        assertThat(account.status()).isEqualTo(status(n, margin, rests, ends, target, judgedAt));
    }

    private static AccountStatus status(
            int n, Fraction margin, List<Fraction> rests, List<Fraction> ends, Fraction target, JudgedAt judgedAt) {
        if (n < 30) {
            return AccountStatus.TOO_EARLY;
        }
        if (margin.compareTo(Fraction.ZERO) < 0
                || rests.stream().anyMatch(rest -> true)
                        && rests.stream().allMatch(rest -> margin.compareTo(rest) < 0)) {
            return AccountStatus.OUT_OF_REACH;
        }
        Collections.sort(ends);
        int half = ends.size() / 2;
        Fraction median = ends.size() % 2 == 1
                ? ends.get(half)
                : ends.get(half - 1).plus(ends.get(half)).dividedBy(2);
        return judgedAt.rounded(median).compareTo(target) <= 0 ? AccountStatus.ON_COURSE : AccountStatus.AT_RISK;
    }

    private static boolean attains(Fraction sum, int n, int r, Fraction rest, Fraction target, JudgedAt judgedAt) {
        return judgedAt.attains(sum.plus(rest.times(r)).dividedBy(n + r), target);
    }

    private static Optional<Fraction> rest(Map<LocalDate, Fraction> rows, int year, LocalDate parted) {
        Fraction sum = Fraction.ZERO;
        int days = 0;
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            if (day.isAfter(parted) && rows.containsKey(day)) {
                sum = sum.plus(rows.get(day));
                days++;
            }
        }
        return days == 0 ? Optional.empty() : Optional.of(sum.dividedBy(days));
    }

    /** Years from 2016 on with gaps; some of them too many to be known. */
    private static Map<LocalDate, Fraction> rows(Random random) {
        Map<LocalDate, Fraction> rows = new HashMap<>();
        for (int year = 2016; year < 2022; year++) {
            int gaps = 4 + random.nextInt(30);
            for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                if (random.nextInt(gaps) > 0) {
                    rows.put(day, Fraction.of(1 + random.nextInt(9000), 11 * (1 + random.nextInt(12))));
                }
            }
        }
        return rows;
    }
}
