package org.microgram.standards.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

@DisplayName("What is in force on a day")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InForceTest {

    @ParameterizedTest(name = "{0} on {1}, {2}: grade I {3}, grade II {4}")
    @CsvSource({
        "PM2.5, 2026-02-28, day, 35, 75", "PM2.5, 2026-03-01, day, 35, 60", "PM2.5, 2030-12-31, day, 35, 60",
        "PM2.5, 2031-01-01, day, 25, 50", "PM10, 2026-02-28, day, 50, 150", "PM10, 2026-03-01, day, 50, 120",
        "PM10, 2031-01-01, day, 50, 100", "PM2.5, 2026-02-28, year, 15, 35", "PM2.5, 2026-03-01, year, 15, 30",
        "PM2.5, 2031-01-01, year, 10, 25", "SO2, 2030-12-31, day, 50, 150", "SO2, 2031-01-01, day, 50, 50",
        "NO2, 2031-01-01, year, 30, 30", "CO, 2031-01-01, day, 4, 4", "O3, 2031-01-01, mda8, 100, 160"
    })
    void limits_change_with_the_edition(
            String pollutant, LocalDate day, String averaging, String first, String second) {
        Limits.Limit limit = Limits.on(day, Pollutant.find(pollutant).orElseThrow(), averaging);
        assertThat(limit.of(1)).isEqualTo(Scaled.parse(first));
        assertThat(limit.of(2)).isEqualTo(Scaled.parse(second));
    }

    @Test
    void a_day_before_the_first_edition_has_no_limit_and_the_message_says_which_exist_and_what_to_do() {
        LocalDate day = LocalDate.of(2012, 12, 31);
        assertThat(Limits.knows(day)).isFalse();
        assertThat(Limits.knows(day.plusDays(1))).isTrue();
        assertThatThrownBy(() -> Limits.daily(day, Pollutant.PM25))
                .isInstanceOf(Limits.NoLimitInForce.class)
                .hasMessage(
                        "No limit is in force on 2012-12-31 for PM2.5, day. Known: GB 3095-2012 from 2013-01-01; "
                                + "GB 3095-2026 transition from 2026-03-01; GB 3095-2026 final from 2031-01-01. If the date is wrong, "
                                + "check the station's clock; if it is right, add the row with its clause to limits.csv of its folder in editions.");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2012-01-01, cn-2013, true, CEILING, HALF_UP", "2016-12-31, cn-2013, true, CEILING, HALF_UP",
        "2017-01-01, cn-2017, false, HALF_UP, HALF_UP", "2021-01-22, cn-2017, false, HALF_UP, HALF_UP",
        "2021-01-23, cn-2021, false, CEILING, HALF_EVEN", "2026-02-28, cn-2021, false, CEILING, HALF_EVEN",
        "2026-03-01, cn-2026, false, CEILING, HALF_EVEN"
    })
    void real_time_figures_follow_the_profile_of_their_day(
            LocalDate day, String name, boolean rollingParticulates, Rounding index, Rounding rolling) {
        PublicationProfile profile = PublicationProfile.on(day);
        assertThat(profile.name()).isEqualTo(name);
        assertThat(profile.particulatesByRollingMean()).isEqualTo(rollingParticulates);
        assertThat(profile.index()).isEqualTo(index);
        assertThat(profile.rolling()).isEqualTo(rolling);
    }

    @Test
    void a_period_mean_of_particulates_2_5_has_one_decimal_from_2024_and_every_other_as_HJ_663_says() {
        assertThat(PublishedDecimals.ofMean(Pollutant.PM25, LocalDate.of(2023, 12, 31)))
                .isZero();
        assertThat(PublishedDecimals.ofMean(Pollutant.PM25, LocalDate.of(2024, 1, 1)))
                .isEqualTo(1);
        assertThat(PublishedDecimals.ofMean(Pollutant.CO, LocalDate.of(2019, 1, 1)))
                .isEqualTo(1);
        assertThat(PublishedDecimals.ofMean(Pollutant.O3, LocalDate.of(2024, 1, 1)))
                .isZero();
    }

    @ParameterizedTest(name = "of {0} members {1}")
    @CsvSource({"0, 0", "1, 1", "2, 1", "3, 2", "4, 3", "5, 4", "8, 6", "11, 9", "12, 9", "13, 10"})
    void an_area_needs_three_quarters_of_its_members_and_of_fewer_than_four_half(int members, int needed) {
        assertThat(Validity.stations(members)).isEqualTo(needed);
    }

    @ParameterizedTest(name = "by {0}: {1}")
    @CsvSource({
        "2019-01-31, 27",
        "2019-02-28, 25",
        "2020-02-29, 25",
        "2020-02-28, 26",
        "2019-04-30, 27",
        "2019-01-01, 1",
        "2019-01-10, 9",
        "2019-01-11, 10",
        "2019-01-30, 27"
    })
    void a_month_needs_its_minimum_when_it_is_over_and_before_90_percent_of_the_days_gone(LocalDate last, int needed) {
        assertThat(Validity.daysOfMonthUntil(last)).isEqualTo(needed);
    }
}
