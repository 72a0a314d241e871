package org.microgram.standards.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.views.SpanChange.Against;

@DisplayName("A change against last year and against the last period")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpanChangeTest {

    static final Statistic PM25 = new Statistic(Statistic.Kind.MEAN, Pollutant.PM25);
    static final Statistic NO2 = new Statistic(Statistic.Kind.MEAN, Pollutant.NO2);
    static final Statistic GOOD = new Statistic(Statistic.Kind.GOOD_DAYS, null);
    static final LocalDate LATER = LocalDate.parse("2032-01-01");

    @Test
    void gives_each_side_its_own_days_and_29_February_to_the_leap_year_alone() {
        SubjectDays days = subject(LATER, days("2020-02", 40), days("2021-02", 30));
        SpanChange change = change(PM25, "2021-02", days);
        assertThat(change.nowValue().had()).isEqualTo(28);
        assertThat(change.baseValue().orElseThrow().had()).isEqualTo(29);
        assertThat(change.change().orElseThrow().ratePercent()).hasValue(Published.value("-25.0"));
        assertThat(change.matched().orElseThrow().days()).isEqualTo(28);
    }

    @Test
    void holds_an_unfinished_span_against_the_same_dates_of_last_year() {
        SubjectDays days = subject(LocalDate.parse("2020-06-10"), days("2019-06", 40), days("2020-06", 30));
        SpanChange change = change(PM25, "2020-06", days);
        assertThat(change.nowValue().had()).isEqualTo(10);
        assertThat(change.baseValue().orElseThrow().had()).isEqualTo(10);
        assertThat(change.marks()).contains(Mark.SO_FAR);
    }

    @Test
    void is_marked_when_a_side_lacks_days() {
        SubjectDays days = subject(LATER, days("2019-06", 40).stream().limit(20).toList(), days("2020-06", 30));
        assertThat(change(PM25, "2020-06", days).marks()).containsExactly(Mark.BASE_BELOW_MINIMUM);
        assertThat(SpanChange.of(PM25, Against.LAST_YEAR, Span.parse("2019-06"), days)
                        .orElseThrow()
                        .marks())
                .containsExactly(Mark.NOW_BELOW_MINIMUM);
    }

    @Test
    void against_a_published_base_takes_that_and_leaves_ours_where_it_is() {
        SubjectDays days = subject(LATER, days("2019-H1", 48), days("2020-H1", 43));
        SpanChange ours = change(PM25, "2020-H1", days);
        assertThat(ours.against(Rounded.of(47)).change().orElseThrow().ratePercent())
                .hasValue(Published.value("-8.5"));
        assertThat(ours.against(Rounded.of(46)).change().orElseThrow().ratePercent())
                .hasValue(Published.value("-6.5"));
        assertThat(ours.change().orElseThrow().ratePercent()).hasValue(Published.value("-10.4"));
    }

    @Test
    void of_gases_across_September_2018_is_marked_and_given_with_the_older_days_converted_besides() {
        SubjectDays days = subject(LATER, days("2018-06", 40), days("2019-06", 38));
        SpanChange no2 = change(NO2, "2019-06", days);
        assertThat(no2.marks()).containsExactly(Mark.MIXED_STATE);
        assertThat(no2.change().orElseThrow().ratePercent()).hasValue(Published.value("-5.0"));
        // 40 × 273 / 298.15 = 36.6
        assertThat(no2.converted().orElseThrow().base()).hasToString("37");
        assertThat(no2.converted().orElseThrow().ratePercent()).hasValue(Published.value("2.7"));
        assertThat(change(PM25, "2019-06", days).marks()).isEmpty();
        assertThat(change(PM25, "2019-06", days).converted()).isEmpty();
    }

    @Test
    void of_counts_between_editions_is_refused_and_both_counts_stand() {
        SubjectDays days = subject(
                LATER,
                days("2025-06", 30),
                SpanRulesTest.every(Span.parse("2026-06"), 30).stream()
                        .map(day -> new DayFigures(day.date(), day.six(), 60, 6, "HJ 633-2026", 0))
                        .toList());
        SpanChange good = change(GOOD, "2026-06", days);
        assertThat(good.marks()).containsExactly(Mark.MIXED_EDITIONS);
        assertThat(good.change()).isEmpty();
        assertThat(good.nowValue().published()).hasToString("30");
        assertThat(good.baseValue().orElseThrow().published()).hasToString("30");
        assertThat(change(new Statistic(Statistic.Kind.ATTAINING_DAYS, Pollutant.PM25), "2026-06", days)
                        .change())
                .isEmpty();
        assertThat(change(PM25, "2026-06", days).change()).isPresent();
    }

    @Test
    void of_counts_between_editions_is_given_once_more_with_last_year_counted_by_this_years_edition() {
        // PM2.5 of 70 is good by HJ 633-2012 and not by HJ 633-2026; the others are harmless.
        SubjectDays days = subject(LATER, judged("2025-06", 70, 2012), judged("2026-06", 70, 2026));
        List<SpanChange> changes = SpanChange.all(GOOD, Against.LAST_YEAR, Span.parse("2026-06"), days);
        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).marks()).contains(Mark.MIXED_EDITIONS);
        assertThat(changes.get(0).change()).isEmpty();
        assertThat(changes.get(0).basis()).isEmpty();
        SpanChange recounted = changes.get(1);
        assertThat(recounted.basis()).hasValue("HJ 633-2026");
        assertThat(recounted.marks()).isEmpty();
        assertThat(recounted.change().orElseThrow().difference()).hasToString("0");
        assertThat(recounted.baseValue().orElseThrow().published()).hasToString("0");
        assertThat(recounted.published().orElseThrow().base()).hasToString("30");
        assertThat(recounted.published().orElseThrow().now()).hasToString("0");
    }

    @Test
    void of_a_span_across_a_switch_is_counted_all_by_the_old_and_all_by_the_new() {
        SubjectDays days = subject(
                LATER, judged("2025-Q1", 70, 2012), judged("2026-01..2026-02", 70, 2012), judged("2026-03", 70, 2026));
        List<SpanChange> changes = SpanChange.all(GOOD, Against.LAST_YEAR, Span.parse("2026-Q1"), days);
        assertThat(changes)
                .extracting(SpanChange::basis)
                .containsExactly(Optional.empty(), Optional.of("HJ 633-2012"), Optional.of("HJ 633-2026"));
        assertThat(changes).extracting(c -> c.nowValue().published().toString()).containsExactly("59", "90", "0");
        assertThat(changes)
                .extracting(c -> c.baseValue().orElseThrow().published().toString())
                .containsExactly("90", "90", "0");
        assertThat(changes).extracting(c -> c.change().isPresent()).containsExactly(false, true, true);
        assertThat(changes)
                .filteredOn(c -> c.published().isPresent())
                .allSatisfy(c -> assertThat(c.published().orElseThrow().now()).hasToString("59"));

        Statistic attaining = new Statistic(Statistic.Kind.ATTAINING_DAYS, Pollutant.PM25);
        assertThat(SpanChange.all(attaining, Against.LAST_YEAR, Span.parse("2026-Q1"), days))
                .extracting(SpanChange::basis)
                .containsExactly(Optional.empty(), Optional.of("GB 3095-2012"), Optional.of("GB 3095-2026 transition"));
    }

    @Test
    void of_the_composite_index_between_editions_takes_the_limits_of_this_year_for_both() {
        SubjectDays days = subject(LATER, judged("2025-06", 30, 2012), judged("2026-06", 30, 2026));
        List<SpanChange> changes = SpanChange.all(Statistic.COMPOSITE, Against.LAST_YEAR, Span.parse("2026-06"), days);
        assertThat(changes)
                .extracting(SpanChange::basis)
                .containsExactly(Optional.empty(), Optional.of("GB 3095-2026 transition"));
        assertThat(changes.get(0).change()).isEmpty();
        assertThat(changes.get(1).change().orElseThrow().ratePercent()).hasValue(Published.value("0.0"));
        assertThat(changes.get(1).published().orElseThrow().base())
                .isLessThan(changes.get(1).published().orElseThrow().now());
    }

    @Test
    void of_counts_against_a_published_base_before_the_switch_is_refused_even_when_we_have_no_day_of_it() {
        SubjectDays days = subject(LATER, judged("2026-06", 30, 2026));
        SpanChange good = change(GOOD, "2026-06", days).against(Rounded.of(29));
        assertThat(good.change()).isEmpty();
        assertThat(good.marks()).containsExactly(Mark.MIXED_EDITIONS);
        assertThat(change(PM25, "2026-06", days).against(Rounded.of(29)).change())
                .isPresent();
    }

    @RepeatedTest(40)
    void of_counts_on_one_base_agrees_with_counting_each_day_by_its_breakpoints(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<DayFigures> days = RandomDays.between("2025-01-01", "2026-12-31", random).stream()
                .map(SpanChangeTest::asPublished)
                .toList();
        Span now = Span.parse(List.of("2026", "2026-Q1", "2026-H1", "2026-06").get(random.nextInt(4)));
        SubjectDays subject = new SubjectDays(days, LATER, DailyProfile.ARCHIVE);
        List<SpanChange> changes = SpanChange.all(GOOD, Against.LAST_YEAR, now, subject);
        assertThat(changes).hasSize(now.toString().equals("2026-06") ? 2 : 3);
        for (SpanChange on : changes.subList(1, changes.size())) {
            boolean old = on.basis().orElseThrow().equals("HJ 633-2012");
            assertThat(on.nowValue().published().unscaled()).isEqualTo(good(days, now, old));
            assertThat(on.baseValue().orElseThrow().published().unscaled())
                    .isEqualTo(good(days, now.yearBefore(), old));
        }
    }

    /** Days good by the breakpoints of sub-index 100 alone: by the old profile with PM2.5 valid, by the new edition with all six. */
    private static long good(List<DayFigures> days, Span span, boolean old) {
        long[] most = {old ? 75 : 60, old ? 150 : 120, 150, 80, 4, 160};
        return days.stream()
                .filter(day -> span.contains(day.date()))
                .filter(day -> old
                        ? day.isValid(Pollutant.PM25)
                        : Pollutant.ALL.stream().allMatch(day::isValid))
                .filter(day -> Pollutant.ALL.stream()
                        .filter(day::isValid)
                        .allMatch(p -> day.exact(p).rounded(p.decimals(), Rounding.HALF_EVEN)
                                <= most[p.ordinal()] * (p == Pollutant.CO ? 10 : 1)))
                .count();
    }

    private static List<DayFigures> judged(String span, long pm25, int edition) {
        return SpanRulesTest.every(Span.parse(span), 1).stream()
                .map(day -> {
                    List<DayFigures.OfPollutant> six = new ArrayList<>(day.six());
                    six.set(0, new DayFigures.OfPollutant(Fraction.of(pm25), Status.OK, 0));
                    return new DayFigures(day.date(), six, 0, 6, "", 0)
                            .under(SubIndex.edition("HJ 633-" + edition), DailyProfile.ARCHIVE);
                })
                .toList();
    }

    private static DayFigures asPublished(DayFigures day) {
        return day.under(SubIndex.on(day.date()), DailyProfile.ARCHIVE);
    }

    @Test
    void of_counts_is_in_days_and_of_shares_in_points() {
        SubjectDays days = subject(LATER, days("2019-06", 40), days("2020-06", 30));
        assertThat(change(GOOD, "2020-06", days).change().orElseThrow().ratePercent())
                .isEmpty();
        assertThat(change(Statistic.GOOD_SHARE, "2020-06", days)
                        .change()
                        .orElseThrow()
                        .difference())
                .hasToString("0.0");
    }

    @Test
    void against_the_last_period_takes_the_month_before() {
        SubjectDays days = subject(LATER, days("2020-05", 40), days("2020-06", 30));
        SpanChange change = SpanChange.of(PM25, Against.LAST_PERIOD, Span.parse("2020-06"), days)
                .orElseThrow();
        assertThat(change.base()).isEqualTo(Span.parse("2020-05"));
        assertThat(change.matched()).isEmpty();
        assertThat(change.change().orElseThrow().difference()).hasToString("-10");
    }

    @RepeatedTest(40)
    void over_matched_days_agrees_with_pairing_the_dates_one_by_one(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<DayFigures> days = RandomDays.between("2019-01-01", "2021-12-31", random);
        Span now = Span.parse(
                List.of("2020-H1", "2021-02", "2020", "2021-Q1", "2020-02").get(random.nextInt(5)));
        SubjectDays subject = new SubjectDays(days, LATER, DailyProfile.ARCHIVE);
        Pollutant p = Pollutant.ALL.get(random.nextInt(6));
        MatchedDays matched = MatchedDays.of(p, now, now.yearBefore(), days).orElseThrow();

        Fraction sum = Fraction.ZERO;
        int pairs = 0;
        for (DayFigures one : days) {
            for (DayFigures other : days) {
                boolean sameDate = one.date().getMonthValue() == other.date().getMonthValue()
                        && one.date().getDayOfMonth() == other.date().getDayOfMonth()
                        && one.date().getYear() == other.date().getYear() + 1;
                if (sameDate && now.contains(one.date()) && one.isValid(p) && other.isValid(p)) {
                    sum = sum.plus(one.exact(p)).minus(other.exact(p));
                    pairs++;
                }
            }
        }
        assertThat(matched.days()).isEqualTo(pairs);
        assertThat(matched.difference()).isEqualTo(sum.dividedBy(pairs));
        assertThat(SpanChange.of(new Statistic(Statistic.Kind.MEAN, p), Against.LAST_YEAR, now, subject)
                        .orElseThrow()
                        .matched())
                .hasValue(matched);
    }

    private static SpanChange change(Statistic statistic, String now, SubjectDays days) {
        return SpanChange.of(statistic, Against.LAST_YEAR, Span.parse(now), days)
                .orElseThrow();
    }

    @SafeVarargs
    private static SubjectDays subject(LocalDate asOf, List<DayFigures>... parts) {
        List<DayFigures> all = new ArrayList<>();
        Stream.of(parts).forEach(all::addAll);
        return new SubjectDays(all, asOf, DailyProfile.ARCHIVE);
    }

    private static List<DayFigures> days(String span, long value) {
        return SpanRulesTest.every(Span.parse(span), value);
    }
}
