package org.microgram.standards.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.Unconfirmed;
import org.microgram.standards.events.ExcludedHours;
import org.microgram.standards.ledger.DayBlock;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;

@DisplayName("Definitions §10 — a day with hours of a confirmed exceptional event")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventDaysTest {

    /** Four hours, labelled 09 to 12. */
    private static final ExcludedHours FOUR = new ExcludedHours(0, 0b1111 << 8, List.of("dust-1"));

    private static final ExcludedHours FIVE = new ExcludedHours(0, 0b11111 << 8, List.of("dust-1"));

    @Test
    void has_its_mean_of_all_hours_and_beside_it_what_is_left_without_them() {
        AirDay day = day(2020, FOUR);
        assertThat(day.exact(Pollutant.PM10)).isEqualTo(Fraction.of(4 * 500 + 20 * 80, 24));
        assertThat(day.lessEvents(Pollutant.PM10)).isEqualTo(new AirDay.LessEvents(Fraction.of(80), 20, Status.OK));
        assertThat(day.assessedRounded(Pollutant.PM10)).isEqualTo(80);
        assertThat(day.lessEvents(Pollutant.PM25)).isNull();
        assertThat(day.events()).containsExactly("dust-1");
    }

    @Test
    void is_out_of_the_means_when_fewer_than_20_hours_are_left_and_its_AQI_stays() {
        AirDay day = day(2020, FIVE);
        assertThat(day.lessEvents(Pollutant.PM10).status()).isEqualTo(Status.BELOW_MINIMUM);
        assertThat(day.isValid(Pollutant.PM10)).isTrue();
        assertThat(day.isAssessed(Pollutant.PM10)).isFalse();
        AirDay plain = day(2020, ExcludedHours.NONE);
        assertThat(day.aqi()).isEqualTo(plain.aqi());
        assertThat(day.subIndex(Pollutant.PM10)).isEqualTo(plain.subIndex(Pollutant.PM10));
    }

    @Test
    void leaves_the_means_and_percentiles_of_a_period_and_stays_in_every_count_of_its_days() {
        PeriodSum with = new PeriodSum();
        PeriodSum plain = new PeriodSum();
        for (int i = 1; i <= 31; i++) {
            LocalDate date = LocalDate.of(2020, 3, i);
            with.add(day(date, i == 18 ? FIVE : i == 19 ? FOUR : ExcludedHours.NONE));
            plain.add(day(date, ExcludedHours.NONE));
        }
        AirPeriod march = with.figures(Period.month(LocalDate.of(2020, 3, 1)));
        AirPeriod without = plain.figures(Period.month(LocalDate.of(2020, 3, 1)));
        AirPeriod.OfPollutant pm10 = march.of(Pollutant.PM10);
        // 29 days of 150, one of 80; the day with too few hours is out.
        assertThat(pm10.mean()).isEqualTo(Fraction.of(29 * 150 + 80, 30));
        assertThat(pm10.had()).isEqualTo(30);
        assertThat(pm10.withEvents().mean())
                .isEqualTo(without.of(Pollutant.PM10).mean());
        assertThat(pm10.withEvents().percentile())
                .isEqualTo(without.of(Pollutant.PM10).percentile());
        assertThat(pm10.withEvents().had()).isEqualTo(31);
        assertThat(pm10.attaining()).isEqualTo(without.of(Pollutant.PM10).attaining());
        assertThat(march.good()).isEqualTo(without.good());
        assertThat(march.evaluated()).isEqualTo(without.evaluated());
        assertThat(march.events()).containsExactly("dust-1");
        assertThat(march.of(Pollutant.PM25)).isEqualTo(without.of(Pollutant.PM25));
        assertThat(without.of(Pollutant.PM10).withEvents()).isNull();
    }

    @Test
    void of_an_area_is_the_mean_of_what_is_left_at_its_stations_touched_or_not() {
        AirDay touched = day(2020, FOUR);
        AirDay plain = day(2020, ExcludedHours.NONE);
        AirDay lost = day(2020, FIVE);
        AirDay area = DayRules.area(touched.day(), List.of(touched, plain, plain, lost), 4, DailyProfile.ARCHIVE);
        assertThat(area.exact(Pollutant.PM10)).isEqualTo(Fraction.of(150));
        assertThat(area.lessEvents(Pollutant.PM10))
                .isEqualTo(new AirDay.LessEvents(Fraction.of(80 + 150 + 150, 3), 3, Status.OK));
        AirDay half = DayRules.area(touched.day(), List.of(lost, lost, plain, plain), 4, DailyProfile.ARCHIVE);
        assertThat(half.isValid(Pollutant.PM10)).isTrue();
        assertThat(half.isAssessed(Pollutant.PM10)).isFalse();
    }

    @Test
    void from_March_2026_on_says_that_no_text_confirms_the_rule() {
        assertThat(Unconfirmed.text(day(2020, FOUR).unconfirmed())).doesNotContain("exceptional_events");
        assertThat(Unconfirmed.text(day(2026, FOUR).unconfirmed())).contains("exceptional_events=house rule");
    }

    private static AirDay day(int year, ExcludedHours out) {
        return day(LocalDate.of(year, 3, 18), out);
    }

    /** PM2.5 30 the whole day; PM10 500 in the hours labelled 09 to 12, else 80: its mean is 150. */
    private static AirDay day(LocalDate date, ExcludedHours out) {
        DayBlock block = DayBlock.empty((int) date.toEpochDay());
        for (int hour = 0; hour < StationDay.HOURS; hour++) {
            long[] values = new long[Pollutant.COUNT];
            Arrays.fill(values, HourValues.ABSENT);
            values[Pollutant.PM25.ordinal()] = 30 * Scaled.ONE;
            values[Pollutant.PM10.ordinal()] = (hour >= 8 && hour < 12 ? 500 : 80) * Scaled.ONE;
            Version version = new Version(ReviewState.RAW, Rank.HOUR, hour, "f", hour);
            block = block.apply(hour, version, HourValues.of(values)).block();
        }
        return DayRules.station(block.values(), 2, DailyProfile.ARCHIVE, MonitoringPlan.ALL_SIX, out);
    }
}
