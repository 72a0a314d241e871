package org.microgram.standards.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microgram.standards.air.Pollutant.PM25;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.air.Unconfirmed;
import org.microgram.standards.ledger.StationDay;

@DisplayName("A figure names what it rests on that no text confirms:")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnconfirmedTest {

    private static final StationDay IN_2019 = Days.full("2019-01-05", PM25, 20);

    @Test
    void the_rounding_before_the_index_of_2012_and_not_that_of_2026() {
        assertThat(text(DayRules.station(IN_2019, 2, DailyProfile.STRICT).unconfirmed()))
                .isEqualTo("input_rounding=house rule");
        StationDay later = Days.full("2026-03-01", PM25, 20);
        assertThat(text(DayRules.station(later, 2, DailyProfile.STRICT).unconfirmed()))
                .isNull();
    }

    @Test
    void the_share_of_an_area_s_stations_and_of_fewer_than_four_the_house_rule() {
        AirDay station = DayRules.station(IN_2019, 2, DailyProfile.STRICT);
        assertThat(text(area(station, 4))).isEqualTo("input_rounding=house rule; percent_of_stations=medium");
        assertThat(text(area(station, 3)))
                .isEqualTo("input_rounding=house rule; percent_of_stations_under_four=house rule");
    }

    @Test
    void the_sub_index_of_500_over_the_last_breakpoint() {
        StationDay above = Days.full("2026-03-01", PM25, 501);
        StationDay at = Days.full("2026-03-01", PM25, 500);
        assertThat(text(DayRules.station(above, 2, DailyProfile.STRICT).unconfirmed()))
                .isEqualTo("above_last_breakpoint=medium");
        assertThat(text(DayRules.station(at, 2, DailyProfile.STRICT).unconfirmed()))
                .isNull();
    }

    @Test
    void the_hours_of_a_rolling_mean() {
        List<AirHour> hours = new ArrayList<>();
        HourRules.station(null, IN_2019, hours::add);
        assertThat(text(hours.get(0).unconfirmed())).isEqualTo("hours_of_rolling_24h=house rule");
    }

    @Test
    void the_months_of_a_year_to_date_the_decimals_of_a_mean_and_which_edition_judges_2026() {
        assertThat(text(Period.month(LocalDate.of(2019, 1, 1)).unconfirmed())).isEqualTo("published_decimals=medium");
        assertThat(text(Period.yearTo(LocalDate.of(2019, 1, 30)).unconfirmed()))
                .isEqualTo(
                        "percent_of_unfinished_month=house rule; months_to_date=house rule; published_decimals=medium");
        assertThat(text(Period.year(2019).unconfirmed()))
                .isEqualTo("published_decimals=medium; days_of_percentile=medium");
        assertThat(text(Period.year(2026).unconfirmed()))
                .isEqualTo("published_decimals=medium; days_of_percentile=medium; statistics=medium;"
                        + " judging_edition=house rule");
        assertThat(text(Period.year(2027).unconfirmed())).doesNotContain("judging_edition");
    }

    @Test
    void and_a_period_what_its_days_rest_on() {
        PeriodSum sum = new PeriodSum();
        sum.add(DayRules.station(IN_2019, 2, DailyProfile.STRICT));
        assertThat(text(sum.figures(Period.month(LocalDate.of(2019, 1, 1))).unconfirmed()))
                .isEqualTo("input_rounding=house rule; published_decimals=medium");
    }

    private static int area(AirDay station, int members) {
        return DayRules.area(station.day(), Collections.nCopies(members, station), members, DailyProfile.ARCHIVE)
                .unconfirmed();
    }

    private static String text(int bits) {
        return Unconfirmed.text(bits);
    }
}
