package org.microgram.standards.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.views.DayFigures;
import org.microgram.standards.views.Span;
import org.microgram.standards.views.SpanFigures;
import org.microgram.standards.views.SpanRules;

@DisplayName("A month and a year, stored and as a view of their days")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoredPeriodsTest {

    @RepeatedTest(12)
    void are_the_same_figures(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        PeriodSum year = new PeriodSum();
        PeriodSum october = new PeriodSum();
        List<DayFigures> days = new ArrayList<>();
        for (LocalDate date = LocalDate.parse("2019-01-01"); date.getYear() == 2019; date = date.plusDays(1)) {
            if (random.nextInt(30) == 0) {
                continue;
            }
            Days hours = Days.on(date.toString());
            for (Pollutant p : Pollutant.ALL) {
                hours.with(p, 1, random.nextInt(12) == 0 ? 10 : 24, 0.5 * random.nextInt(p == Pollutant.CO ? 9 : 400));
            }
            AirDay day = DayRules.station(hours.values(), 2, DailyProfile.STRICT);
            year.add(day);
            if (date.getMonthValue() == 10) {
                october.add(day);
            }
            days.add(DayFigures.of(day));
        }
        LocalDate later = LocalDate.parse("2020-01-01");
        assertSame(year.figures(Period.year(2019)), SpanRules.figures(Span.year(2019), days, later));
        assertSame(
                october.figures(Period.month(LocalDate.parse("2019-10-01"))),
                SpanRules.figures(Span.parse("2019-10"), days, later));
    }

    private static void assertSame(AirPeriod stored, SpanFigures view) {
        for (Pollutant p : Pollutant.ALL) {
            AirPeriod.OfPollutant one = stored.of(p);
            SpanFigures.OfPollutant other = view.of(p);
            assertThat(other.mean()).isEqualTo(one.mean());
            assertThat(other.percentile()).isEqualTo(one.percentile());
            assertThat(other.had()).isEqualTo(one.had());
            assertThat(other.needed()).isEqualTo(one.needed());
            assertThat(other.status()).isEqualTo(one.status());
            assertThat(other.attaining()).isEqualTo(one.attaining());
            assertThat(other.revision()).isEqualTo(one.revision());
        }
        assertThat(List.of(view.good(), view.heavy(), view.evaluated(), view.goodOfSix(), view.heavyOfSix()))
                .isEqualTo(List.of(
                        stored.good(), stored.heavy(), stored.evaluated(), stored.goodOfSix(), stored.heavyOfSix()));
    }
}
