package org.microgram.standards.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.standards.air.Aqi;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Editions;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.air.Unconfirmed;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.Judging;
import org.microgram.standards.number.Fraction;

@DisplayName("Definitions §7 — the days of a period under several editions")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EditionComparisonTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Editions ALL = Editions.shipped();

    private final EditionComparison comparison = new EditionComparison(ALL, DailyProfile.STRICT, Judging.BY_LAST_DAY);

    @Test
    void seventy_micrograms_are_good_on_2026_02_28_and_not_on_2026_03_01() {
        assertThat(day("2026-02-28", 70).aqi().isGood()).isTrue();
        assertThat(day("2026-03-01", 70).aqi().isGood()).isFalse();
        assertThat(day("2026-02-28", 70).aqi().value()).isEqualTo(94);
        assertThat(day("2026-03-01", 70).aqi().value()).isEqualTo(110);
    }

    @Test
    void a_year_across_the_switch_is_counted_in_three_ways_and_only_the_first_is_of_mixed_base() {
        // Ten days of 70 before the switch and twenty after; all others 30.
        List<StoredDay> days = FIRST.datesUntil(LAST.plusDays(1))
                .map(date -> day(
                        date.toString(),
                        date.getDayOfYear() <= 10 || (date.getDayOfYear() > 200 && date.getDayOfYear() <= 220)
                                ? 70
                                : 30))
                .toList();
        List<EditionComparison.Base> ways = comparison.of(FIRST, LAST, days, List.of());
        assertThat(ways).hasSize(3);
        assertThat(ways.stream().map(w -> w.edition().map(Edition::name).orElse("as published")))
                .containsExactly("as published", "GB 3095-2012", "GB 3095-2026 transition");
        assertThat(ways.stream().map(w -> w.counts().good().getAsInt())).containsExactly(345, 365, 335);
        assertThat(ways.stream().map(w -> w.counts().attaining().get(0).getAsInt()))
                .containsExactly(345, 365, 335);
        assertThat(ways.stream().map(w -> w.counts().evaluated().getAsInt())).containsExactly(365, 365, 365);
        assertThat(ways.stream().map(EditionComparison.Base::mixedEdition)).containsExactly(true, false, false);
        assertThat(Unconfirmed.text(ways.get(0).unconfirmed())).contains("judging_edition=house rule");
        assertThat(Unconfirmed.text(ways.get(1).unconfirmed())).doesNotContain("judging_edition");
        assertThat(Unconfirmed.text(ways.get(2).unconfirmed())).contains("statistics=medium");
    }

    @Test
    void the_year_is_judged_by_the_edition_of_its_last_day_unless_another_is_named() {
        List<StoredDay> days = FIRST.datesUntil(LAST.plusDays(1))
                .map(date -> day(date.toString(), 33))
                .toList();
        YearJudgement byLastDay =
                comparison.of(FIRST, LAST, days, List.of()).get(0).year().orElseThrow();
        assertThat(byLastDay.edition().name()).isEqualTo("GB 3095-2026 transition");
        assertThat(byLastDay.verdict(Pollutant.PM25)).isEqualTo(Verdict.EXCEEDS);
        assertThat(byLastDay.exceeding()).containsExactly(Pollutant.PM25);
        EditionComparison named =
                new EditionComparison(ALL, DailyProfile.STRICT, new Judging(Map.of("2026", "GB 3095-2012")));
        EditionComparison.Base base = named.of(FIRST, LAST, days, List.of()).get(0);
        assertThat(base.year().orElseThrow().verdict()).isEqualTo(Verdict.ATTAINS);
        assertThat(Unconfirmed.text(base.unconfirmed())).doesNotContain("judging_edition");
    }

    @Test
    void a_year_with_too_few_days_exceeds_for_all_to_see_but_never_attains() {
        List<StoredDay> few = FIRST.datesUntil(LocalDate.of(2026, 11, 1))
                .map(date -> day(date.toString(), 20))
                .toList();
        Edition transition = ALL.get("GB 3095-2026 transition");
        assertThat(YearJudgement.of(transition, 2026, few).verdict()).isEqualTo(Verdict.TOO_FEW);
        List<StoredDay> dirty = FIRST.datesUntil(LocalDate.of(2026, 11, 1))
                .map(date -> day(date.toString(), 40))
                .toList();
        assertThat(YearJudgement.of(transition, 2026, dirty).verdict()).isEqualTo(Verdict.EXCEEDS_TOO_FEW);
        assertThat(YearJudgement.of(transition, 2026, List.of()).verdict()).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void good_days_are_compared_between_bases_on_the_days_that_all_of_them_evaluate() {
        EditionComparison archive = new EditionComparison(ALL, DailyProfile.ARCHIVE, Judging.BY_LAST_DAY);
        LocalDate date = LocalDate.of(2020, 6, 1);
        // Without PM10: given in 2012 by the archive's profile, withheld in 2026 up to an AQI of 100.
        List<StoredDay> days = List.of(
                archived(date, Map.of(Pollutant.PM25, Fraction.of(20))),
                archived(date.plusDays(1), Map.of(Pollutant.PM25, Fraction.of(70))),
                archived(date.plusDays(2), Map.of(Pollutant.PM25, Fraction.of(90))));
        List<EditionComparison.Base> bases = archive.of(
                date, date.plusDays(2), days, List.of(ALL.get("GB 3095-2012"), ALL.get("GB 3095-2026 transition")));
        assertThat(bases.stream().map(b -> b.counts().evaluated().getAsInt())).containsExactly(3, 3, 2);
        assertThat(bases.stream().map(EditionComparison.Base::evaluatedByAll)).containsExactly(2, 2, 2);
        assertThat(bases.stream().map(b -> b.goodOfThem().getAsInt())).containsExactly(1, 1, 0);
    }

    @Test
    void WHO_levels_have_no_index_and_judge_the_99th_percentile_of_days_and_the_peak_season_of_ozone() {
        List<StoredDay> days = FIRST.datesUntil(LAST.plusDays(1))
                .map(date -> day(date.toString(), date.getDayOfYear() <= 5 ? 38 : 14))
                .toList();
        EditionComparison.Base base = comparison
                .of(FIRST, LAST, days, List.of(ALL.get("WHO 2021:IT-3")))
                .get(1);
        assertThat(base.counts().good()).isEqualTo(OptionalInt.empty());
        assertThat(base.index()).isEqualTo(Optional.empty());
        // 38 is over 37.5; the fourth highest of 365 days is where the 99th percentile lies: k = 1 + 364 · 0.99.
        assertThat(base.counts().attaining().get(0)).isEqualTo(OptionalInt.of(360));
        YearJudgement.Item p99 = base.year().orElseThrow().items().stream()
                .filter(i -> i.statistic().pollutant() == Pollutant.PM25
                        && i.statistic().isPercentile())
                .findFirst()
                .orElseThrow();
        assertThat(p99.statistic().percent()).isEqualTo(99);
        assertThat(p99.exact()).isEqualTo(Fraction.of(38));
        assertThat(p99.verdict()).isEqualTo(Verdict.EXCEEDS);
        assertThat(base.counts().attaining().get(Pollutant.O3.ordinal())).isEqualTo(OptionalInt.empty());
        YearJudgement aqg = YearJudgement.of(ALL.get("WHO 2021"), 2026, days);
        YearJudgement.Item season = aqg.items().stream()
                .filter(i -> i.statistic().kind().equals("peak_season"))
                .findFirst()
                .orElseThrow();
        assertThat(season.exact()).isEqualTo(Fraction.of(80));
        assertThat(season.verdict()).isEqualTo(Verdict.EXCEEDS);
    }

    @Test
    void the_peak_season_is_the_worst_six_months_in_a_row_that_all_have_their_days() {
        Edition who = ALL.get("WHO 2021");
        List<StoredDay> days = FIRST.datesUntil(LAST.plusDays(1))
                .map(date -> ozone(date, date.getMonthValue() >= 4 && date.getMonthValue() <= 9 ? 120 : 50))
                .toList();
        assertThat(season(who, days).exact()).isEqualTo(Fraction.of(120));
        List<StoredDay> withoutJune =
                days.stream().filter(d -> d.date().getMonthValue() != 6).toList();
        assertThat(season(who, withoutJune).verdict()).isEqualTo(Verdict.EXCEEDS);
        // Only July to December has all its days: three months of 120 and three of 50.
        assertThat(season(who, withoutJune).exact()).isEqualTo(Fraction.of(120 * 92 + 50 * 92, 184));
    }

    @RepeatedTest(20)
    void the_counts_are_those_of_a_plain_count_over_random_days(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<StoredDay> days = new ArrayList<>();
        List<LocalDate> dates = FIRST.datesUntil(LAST.plusDays(1)).toList();
        for (LocalDate date : dates) {
            Map<Pollutant, Fraction> valid = new EnumMap<>(Pollutant.class);
            for (Pollutant p : Pollutant.ALL) {
                if (random.nextInt(10) > 0) {
                    valid.put(p, Fraction.of(random.nextInt(p == Pollutant.CO ? 500 : 20_000), 100));
                }
            }
            days.add(published(date, valid));
        }
        for (String name : List.of("GB 3095-2012", "GB 3095-2026 transition", "GB 3095-2026 final")) {
            Edition edition = ALL.get(name);
            DayCounts counts =
                    comparison.of(FIRST, LAST, days, List.of(edition)).get(1).counts();
            for (Pollutant p : Pollutant.ALL) {
                BigDecimal limit = BigDecimal.valueOf(
                        edition.limit(p, Edition.daily(p), "grade2").orElseThrow(), 6);
                long plain = days.stream()
                        .filter(d -> d.isValid(p))
                        .map(d -> plain(d.valid().get(p)).setScale(p.decimals(), RoundingMode.HALF_EVEN))
                        .filter(v -> v.compareTo(limit) <= 0)
                        .count();
                assertThat((long) counts.attaining().get(p.ordinal()).getAsInt())
                        .as("%s %s", name, p)
                        .isEqualTo(plain);
            }
            boolean old = name.equals("GB 3095-2012");
            SubIndex index = SubIndex.edition(old ? "HJ 633-2012" : "HJ 633-2026");
            int good = 0;
            for (StoredDay day : days) {
                int worst = Pollutant.ALL.stream()
                        .filter(day::isValid)
                        .mapToInt(p ->
                                index.daily(p, index.input(p, day.valid().get(p)), Long.MIN_VALUE, index.rounding()))
                        .max()
                        .orElse(-1);
                boolean given = day.valid().size() == 6 || (!old && worst > 100);
                good += given && worst >= 0 && worst <= 100 ? 1 : 0;
            }
            assertThat(counts.good().getAsInt()).as(name).isEqualTo(good);
        }
    }

    private static YearJudgement.Item season(Edition who, List<StoredDay> days) {
        return YearJudgement.of(who, 2026, days).items().stream()
                .filter(i -> i.statistic().kind().equals("peak_season"))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal plain(Fraction value) {
        return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()));
    }

    private static StoredDay ozone(LocalDate date, int mda8) {
        return published(date, Map.of(Pollutant.O3, Fraction.of(mda8)));
    }

    private static StoredDay day(String date, int pm25) {
        Map<Pollutant, Fraction> valid = new EnumMap<>(Pollutant.class);
        int[] values = {pm25, 20, 4, 20, 1, 80};
        IntStream.range(0, 6).forEach(i -> valid.put(Pollutant.ALL.get(i), Fraction.of(values[i])));
        return published(LocalDate.parse(date), valid);
    }

    private static StoredDay archived(LocalDate date, Map<Pollutant, Fraction> valid) {
        StoredDay bare = new StoredDay(date, valid, Aqi.UNKNOWN, 0);
        return new StoredDay(
                date, valid, bare.under(SubIndex.on(date), DailyProfile.ARCHIVE).aqi(), 0);
    }

    /** As the edition of its day judges it. */
    private static StoredDay published(LocalDate date, Map<Pollutant, Fraction> valid) {
        StoredDay bare = new StoredDay(date, valid, Aqi.UNKNOWN, 0);
        return new StoredDay(
                date, valid, bare.under(SubIndex.on(date), DailyProfile.STRICT).aqi(), 0);
    }
}
