package org.microgram.standards.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.standards.Status;
import org.microgram.standards.air.Limits;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

@DisplayName("GB 3095 table 4 and HJ 663 — the figures of any months")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpanRulesTest {

    static final LocalDate LATER = LocalDate.parse("2022-01-01");

    @RepeatedTest(60)
    void agree_with_a_plain_recount_of_random_days(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<DayFigures> days = RandomDays.between("2018-06-01", "2020-12-31", random);
        Collections.shuffle(days, random);
        YearMonth first = YearMonth.of(2018, 6).plusMonths(random.nextInt(25));
        Span span = random.nextInt(3) == 0
                ? Span.ending(Span.Kind.ROLLING_12, first.plusMonths(5)).orElseThrow()
                : Span.of(first, first.plusMonths(random.nextInt(13)));
        LocalDate asOf = random.nextBoolean() ? LATER : span.firstDay().plusDays(random.nextInt(70));
        SpanFigures figures = SpanRules.figures(span, days, asOf);
        LocalDate through = asOf.isBefore(span.lastDay()) ? asOf : span.lastDay();
        assertThat(figures.through()).isEqualTo(through);

        List<DayFigures> own = new ArrayList<>();
        for (DayFigures day : days) {
            if (!day.date().isBefore(span.firstDay()) && !day.date().isAfter(through)) {
                own.add(day);
            }
        }
        for (Pollutant p : Pollutant.ALL) {
            recount(p, figures, own, through);
        }
        assertThat(figures.good()).isEqualTo((int)
                own.stream().filter(d -> d.aqi() >= 0 && d.aqi() <= 100).count());
        assertThat(figures.heavy())
                .isEqualTo((int) own.stream().filter(d -> d.aqi() > 200).count());
        assertThat(figures.evaluatedOfSix()).isEqualTo((int)
                own.stream().filter(d -> d.aqi() >= 0 && d.inputs() == 6).count());
    }

    private static void recount(Pollutant p, SpanFigures figures, List<DayFigures> own, LocalDate through) {
        List<DayFigures> valid = own.stream().filter(day -> day.isValid(p)).toList();
        SpanFigures.OfPollutant of = figures.of(p);
        assertThat(of.had()).isEqualTo(valid.size());
        if (valid.isEmpty()) {
            assertThat(of.mean()).isNull();
            assertThat(of.status()).isEqualTo(Status.NONE);
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        List<BigDecimal> rounded = new ArrayList<>();
        int attaining = 0;
        for (DayFigures day : valid) {
            BigDecimal value = new BigDecimal(day.exact(p).numerator())
                    .divide(new BigDecimal(day.exact(p).denominator()), new MathContext(60));
            sum = sum.add(value);
            BigDecimal published = value.setScale(p.decimals(), RoundingMode.HALF_EVEN);
            rounded.add(published);
            BigDecimal limit = BigDecimal.valueOf(Limits.daily(day.date(), p).grade2(), 6);
            attaining += published.compareTo(limit) <= 0 ? 1 : 0;
        }
        BigDecimal mean = sum.divide(BigDecimal.valueOf(valid.size()), new MathContext(40));
        assertThat(figures.mean(p).orElseThrow().toString())
                .isEqualTo(mean.setScale(p.decimals(), RoundingMode.HALF_EVEN).toPlainString());
        assertThat(of.attaining()).isEqualTo(attaining);
        Collections.sort(rounded);
        BigDecimal k = BigDecimal.valueOf((long) (valid.size() - 1) * p.percentile(), 2);
        int s = k.intValue();
        BigDecimal next = rounded.get(Math.min(s + 1, rounded.size() - 1));
        BigDecimal percentile =
                rounded.get(s).add(next.subtract(rounded.get(s)).multiply(k.subtract(BigDecimal.valueOf(s))));
        assertThat(figures.percentile(p).orElseThrow().toString())
                .isEqualTo(percentile
                        .setScale(p.decimals(), RoundingMode.HALF_EVEN)
                        .toPlainString());
        assertThat(of.status()).isEqualTo(enough(figures.span(), valid, through) ? Status.OK : Status.BELOW_MINIMUM);
    }

    private static boolean enough(Span span, List<DayFigures> valid, LocalDate through) {
        boolean asYear = span.kind() == Span.Kind.YEAR || span.kind() == Span.Kind.ROLLING_12;
        boolean enough = !asYear || valid.size() >= 324;
        for (YearMonth m = span.first(); !m.atDay(1).isAfter(through) && !m.isAfter(span.last()); m = m.plusMonths(1)) {
            YearMonth month = m;
            long had = valid.stream()
                    .filter(day -> YearMonth.from(day.date()).equals(month))
                    .count();
            long minimum = m.getMonthValue() == 2 ? 25 : 27;
            if (through.isBefore(m.atEndOfMonth()) && span.kind() != Span.Kind.MONTH) {
                minimum = (through.getDayOfMonth() * 9L + 9) / 10;
            }
            enough &= had >= minimum;
        }
        return enough;
    }

    @Test
    void of_rolling_twelve_months_need_324_days_and_each_month_its_own() {
        Span span = Span.parse("2019-07..2020-06");
        List<DayFigures> days = new ArrayList<>(every(span, 30));
        assertThat(SpanRules.figures(span, days, LATER).of(Pollutant.PM25).status())
                .isEqualTo(Status.OK);
        days.removeIf(
                day -> day.date().toString().startsWith("2020-02") && day.date().getDayOfMonth() > 24);
        SpanFigures.OfPollutant pm25 = SpanRules.figures(span, days, LATER).of(Pollutant.PM25);
        assertThat(pm25.had()).isEqualTo(361);
        assertThat(pm25.needed()).isEqualTo(324);
        assertThat(pm25.status()).isEqualTo(Status.BELOW_MINIMUM);
        assertThat(pm25.lacking()).containsExactly("2020-02 24/25");
    }

    @Test
    void of_a_quarter_need_of_an_unfinished_month_nine_tenths_of_the_days_gone() {
        Span span = Span.parse("2020-Q1");
        List<DayFigures> days = every(span, 30);
        SpanFigures figures = SpanRules.figures(span, days, LocalDate.parse("2020-03-11"));
        assertThat(figures.isFinished()).isFalse();
        assertThat(figures.calendarDays()).isEqualTo(31 + 29 + 11);
        assertThat(figures.of(Pollutant.PM25).needed()).isEqualTo(27 + 25 + 10);
        assertThat(figures.of(Pollutant.PM25).had()).isEqualTo(71);
    }

    @Test
    void of_three_years_are_the_mean_of_the_three_each_weighing_the_same() {
        List<DayFigures> days = new ArrayList<>();
        days.addAll(every(Span.year(2018), 30));
        days.addAll(every(Span.year(2019), 36));
        days.addAll(every(Span.year(2020), 45));
        // A year with fewer valid days weighs the same.
        days.removeIf(day -> day.date().getYear() == 2020 && day.date().getDayOfMonth() > 27);
        SubjectDays subject = new SubjectDays(days, LATER, org.microgram.standards.figures.DailyProfile.ARCHIVE);
        Span span = Span.parse("2018-01..2020-12");
        SpanFigures figures = subject.figures(span).orElseThrow();
        assertThat(figures.of(Pollutant.PM25).mean()).isEqualTo(Fraction.of(37));
        assertThat(figures.percentile(Pollutant.O3)).hasValue(Rounded.of(37));
        assertThat(figures.of(Pollutant.PM25).status()).isEqualTo(Status.OK);
        assertThat(figures.of(Pollutant.PM25).needed()).isEqualTo(972);
        assertThat(figures.of(Pollutant.SO2).mixedState()).isTrue();
        assertThat(figures.of(Pollutant.PM10).mixedState()).isFalse();

        days.removeIf(day -> day.date().getYear() == 2019);
        SpanFigures two =
                new SubjectDays(days, LATER, subject.profile()).figures(span).orElseThrow();
        assertThat(two.of(Pollutant.PM25).mean()).isEqualTo(Fraction.of(75, 2));
        assertThat(two.of(Pollutant.PM25).status()).isEqualTo(Status.BELOW_MINIMUM);
        assertThat(two.of(Pollutant.PM25).lacking()).containsExactly("2019 none");
    }

    static List<DayFigures> every(Span span, long value) {
        return span.firstDay()
                .datesUntil(span.lastDay().plusDays(1))
                .map(day -> RandomDays.of(day, value, 60, "HJ 633-2012"))
                .toList();
    }
}
