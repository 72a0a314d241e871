package org.microgram.standards.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.Status;
import org.microgram.standards.account.AccountDay;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.views.SpanChange.Against;

@DisplayName("Definitions §10 — a comparison with a confirmed event on one side")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventChangesTest {

    private static final LocalDate LATER = LocalDate.of(2021, 1, 1);
    private static final Span JUNE = Span.parse("2020-06");
    private static final Statistic MEAN = new Statistic(Statistic.Kind.MEAN, Pollutant.PM10);

    /** June 2019 at 60, of which the 12th and 13th were 360 with dust and are 60 without; June 2020 at 50. */
    private final SubjectDays days = subject(2, days("2019-06", 60), days("2020-06", 50));

    @Test
    void has_the_hours_of_last_year_s_event_out_as_this_year_would() {
        SpanChange change = change(MEAN);
        assertThat(change.baseValue().orElseThrow().exact()).isEqualTo(Fraction.of(60));
        assertThat(change.change().orElseThrow().difference()).hasToString("-10");
        assertThat(change.matched().orElseThrow().base()).isEqualTo(Fraction.of(60));
        assertThat(change.marks()).contains(Mark.BASE_EVENTS_OUT).doesNotContain(Mark.EVENTS_OUT);
        assertThat(days.figures(JUNE.yearBefore())
                        .orElseThrow()
                        .of(Pollutant.PM10)
                        .withEvents()
                        .mean())
                .isEqualTo(Fraction.of(28 * 60 + 2 * 360, 30));
    }

    @Test
    void against_a_base_that_others_published_says_that_nobody_knows_whether_dust_is_in_it() {
        SpanChange theirs = change(MEAN).against(Rounded.of(80));
        assertThat(theirs.marks()).contains(Mark.BASE_EVENTS_UNKNOWN).doesNotContain(Mark.BASE_EVENTS_OUT);
        SpanChange plain = SpanChange.of(
                        MEAN, Against.LAST_YEAR, JUNE, subject(0, days("2019-06", 60), days("2020-06", 50)))
                .orElseThrow();
        assertThat(plain.against(Rounded.of(80)).marks()).doesNotContain(Mark.BASE_EVENTS_UNKNOWN);
    }

    @Test
    void of_counts_of_days_keeps_the_event_and_says_nothing_of_it() {
        SpanChange attaining = change(new Statistic(Statistic.Kind.ATTAINING_DAYS, Pollutant.PM10));
        assertThat(attaining.baseValue().orElseThrow().exact()).isEqualTo(Fraction.of(28));
        assertThat(attaining.baseValue().orElseThrow().had()).isEqualTo(30);
        assertThat(attaining.marks()).doesNotContain(Mark.EVENTS_OUT, Mark.BASE_EVENTS_OUT);
    }

    @Test
    void of_a_year_s_account_takes_every_day_without_dust_and_its_level_with_it() {
        DayFigures day = touched(days("2019-06", 60).get(11), Pollutant.PM25, 20, 90);
        AccountDay taken = Indicator.PM25_MEAN.read(day, 2).orElseThrow();
        assertThat(taken.value()).isEqualTo(Fraction.of(20));
        assertThat(taken.over()).isTrue();
    }

    @Test
    void has_the_percentile_and_the_index_without_dust_too() {
        SpanFigures june = days.figures(JUNE.yearBefore()).orElseThrow();
        assertThat(june.of(Pollutant.PM10).percentile()).isEqualTo(Fraction.of(60));
        assertThat(june.of(Pollutant.PM10).withEvents().percentile()).isGreaterThan(Fraction.of(60));
        CompositeIndex without = CompositeIndex.of(june).orElseThrow();
        CompositeIndex never = CompositeIndex.of(subject(0, days("2019-06", 60))
                        .figures(JUNE.yearBefore())
                        .orElseThrow())
                .orElseThrow();
        assertThat(without.total()).isEqualTo(never.total());
        assertThat(june.events()).containsExactly("dust-1");
    }

    private SpanChange change(Statistic statistic) {
        return SpanChange.of(statistic, Against.LAST_YEAR, JUNE, days).orElseThrow();
    }

    private static List<DayFigures> days(String month, long value) {
        return SpanRulesTest.every(Span.parse(month), value);
    }

    /** @param events on how many days of June 2019, from the 12th on */
    @SafeVarargs
    private static SubjectDays subject(int events, List<DayFigures>... months) {
        List<DayFigures> all = new ArrayList<>();
        for (List<DayFigures> month : months) {
            all.addAll(month);
        }
        for (int i = 0; i < events; i++) {
            all.set(11 + i, touched(all.get(11 + i), Pollutant.PM10, 60, 360));
        }
        return new SubjectDays(all, LATER, DailyProfile.ARCHIVE);
    }

    private static DayFigures touched(DayFigures day, Pollutant p, long without, long with) {
        List<DayFigures.OfPollutant> six = new ArrayList<>(day.six());
        six.set(p.ordinal(), new DayFigures.OfPollutant(Fraction.of(without), Status.OK, 0));
        return new DayFigures(
                day.date(),
                six,
                Map.of(p, new DayFigures.OfPollutant(Fraction.of(with), Status.OK, 0)),
                day.aqi(),
                day.inputs(),
                day.edition(),
                day.receivedAt(),
                day.notMonitored(),
                List.of("dust-1"));
    }
}
