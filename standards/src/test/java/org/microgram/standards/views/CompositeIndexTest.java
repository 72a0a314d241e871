package org.microgram.standards.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Rounded;

@DisplayName("环办监测[2018]19号 — the composite index")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CompositeIndexTest {

    static final LocalDate MARCH_2018 = LocalDate.parse("2018-03-31");

    @Test
    void of_Naiman_in_a_first_quarter_is_3_14_as_published_because_each_ratio_is_rounded_first() {
        CompositeIndex index = CompositeIndex.of(six("23", "77", "9", "14", "1.1", "96"), MARCH_2018, Status.OK);
        assertThat(index.total()).hasToString("3.14");
        assertThat(index.ratios()).hasToString("{PM25=0.66, PM10=1.10, SO2=0.15, NO2=0.35, CO=0.28, O3=0.60}");
        assertThat(index.main()).containsExactly(Pollutant.PM10);
        assertThat(index.confidence()).isEqualTo("high");
    }

    @Test
    void of_Beijing_2025_is_3_29() {
        CompositeIndex index =
                CompositeIndex.of(six("27.0", "48", "4", "22", "0.9", "159"), LocalDate.parse("2025-12-31"), Status.OK);
        assertThat(index.total()).hasToString("3.29");
    }

    @Test
    void takes_the_limits_of_the_edition_in_force_at_the_end_and_says_that_those_of_2026_are_unconfirmed() {
        Map<Pollutant, Rounded> same = six("30", "60", "60", "40", "4.0", "160");
        CompositeIndex before = CompositeIndex.of(same, LocalDate.parse("2026-02-28"), Status.OK);
        CompositeIndex after = CompositeIndex.of(same, LocalDate.parse("2026-03-31"), Status.OK);
        assertThat(before.ratios().get(Pollutant.PM25)).hasToString("0.86");
        assertThat(before.main()).containsExactly(Pollutant.SO2, Pollutant.NO2, Pollutant.CO, Pollutant.O3);
        assertThat(after.total()).hasToString("6.00");
        assertThat(after.main()).hasSize(6);
        assertThat(after.edition()).isEqualTo("GB 3095-2026 transition");
        assertThat(after.confidence()).isEqualTo("unconfirmed");
    }

    @Test
    void is_below_minimum_with_any_of_its_six_and_does_not_exist_without_one() {
        List<DayFigures> days = new ArrayList<>();
        Span january = Span.parse("2019-01");
        for (LocalDate day = january.firstDay(); !day.isAfter(january.lastDay()); day = day.plusDays(1)) {
            days.add(RandomDays.of(day, 3, 50, "HJ 633-2012"));
        }
        assertThat(CompositeIndex.of(SpanRules.figures(january, days, january.lastDay())))
                .hasValueSatisfying(index -> assertThat(index.status()).isEqualTo(Status.OK));

        List<DayFigures> withoutFive = new ArrayList<>(days);
        for (int i = 0; i < 5; i++) {
            withoutFive.set(i, without(Pollutant.PM10, days.get(i)));
        }
        assertThat(CompositeIndex.of(SpanRules.figures(january, withoutFive, january.lastDay())))
                .hasValueSatisfying(index -> assertThat(index.status()).isEqualTo(Status.BELOW_MINIMUM));

        List<DayFigures> none =
                days.stream().map(day -> without(Pollutant.PM10, day)).toList();
        assertThat(CompositeIndex.of(SpanRules.figures(january, none, january.lastDay())))
                .isEmpty();
    }

    private static DayFigures without(Pollutant p, DayFigures day) {
        List<DayFigures.OfPollutant> six = new ArrayList<>(day.six());
        six.set(p.ordinal(), DayFigures.OfPollutant.NONE);
        return new DayFigures(day.date(), six, day.aqi(), 5, day.edition(), 0);
    }

    private static Map<Pollutant, Rounded> six(String... inOrder) {
        Map<Pollutant, Rounded> six = new EnumMap<>(Pollutant.class);
        for (Pollutant p : Pollutant.ALL) {
            six.put(p, Published.value(inOrder[p.ordinal()]));
        }
        return six;
    }
}
