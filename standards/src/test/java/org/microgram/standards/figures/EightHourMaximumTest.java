package org.microgram.standards.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;

@DisplayName("HJ 663, cl. 6.1.2 — the greatest eight-hour mean of ozone in a day")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EightHourMaximumTest {

    private static final Pollutant O3 = Pollutant.O3;

    @Test
    void is_taken_from_17_windows_that_end_at_08_to_24() {
        AirDay day = judge(Days.on("2019-07-01").with(O3, 1, 24, 100));
        assertThat(day.had(O3)).isEqualTo(17);
        assertThat(day.needed(O3)).isEqualTo(14);
        assertThat(day.exact(O3)).isEqualTo(Fraction.of(100));
    }

    @Test
    void counts_the_hour_labelled_24_which_belongs_to_the_day() {
        AirDay day = judge(Days.on("2019-07-01").with(O3, 1, 23, 100).with(O3, 24, 24, 180));
        assertThat(day.exact(O3)).isEqualTo(Fraction.of(110));
    }

    @Test
    void never_reaches_into_the_day_before() {
        // Labels 01 to 07 alone end no window, however high they are; the first window needs its eight hours of this
        // day.
        AirDay day = judge(Days.on("2019-07-01").with(O3, 1, 5, 300));
        assertThat(day.had(O3)).isZero();
        assertThat(day.exact(O3)).isNull();
        assertThat(day.status(O3)).isEqualTo(Status.NONE);
    }

    @Test
    void needs_six_hours_in_a_window() {
        assertThat(judge(Days.on("2019-07-01").with(O3, 1, 5, 100)).had(O3)).isZero();
        // 01–06: the windows ending 08 (01–08) has six hours, the one ending 09 (02–09) five.
        assertThat(judge(Days.on("2019-07-01").with(O3, 1, 6, 100)).had(O3)).isEqualTo(1);
    }

    @Test
    void divides_by_the_hours_that_are_there() {
        assertThat(judge(Days.on("2019-07-01").with(O3, 1, 6, 100)).exact(O3)).isEqualTo(Fraction.of(100));
    }

    @Test
    void is_valid_with_14_windows_and_not_with_13() {
        // With hours 01 to n there are n − 8 + 1 full windows and two more that still have six.
        AirDay fourteen = judge(Days.on("2019-07-01").with(O3, 1, 19, 100));
        assertThat(fourteen.had(O3)).isEqualTo(14);
        assertThat(fourteen.status(O3)).isEqualTo(Status.OK);
        AirDay thirteen = judge(Days.on("2019-07-01").with(O3, 1, 18, 100));
        assertThat(thirteen.had(O3)).isEqualTo(13);
        assertThat(thirteen.status(O3)).isEqualTo(Status.BELOW_MINIMUM);
        assertThat(thirteen.exact(O3)).isEqualTo(Fraction.of(100));
    }

    @Test
    void counts_with_fewer_windows_when_it_exceeds_the_limit_and_says_so() {
        AirDay day = judge(Days.on("2019-07-01").with(O3, 1, 8, 161));
        assertThat(day.had(O3)).isEqualTo(3);
        assertThat(day.status(O3)).isEqualTo(Status.OK);
        assertThat(day.o3ByExceedance()).isTrue();
    }

    @Test
    void that_equals_the_limit_does_not_exceed_it_but_one_over_it_before_rounding_does() {
        assertThat(judge(Days.on("2019-07-01").with(O3, 1, 8, 160)).status(O3)).isEqualTo(Status.BELOW_MINIMUM);
        AirDay day = judge(Days.on("2019-07-01").with(O3, 1, 8, 160.1));
        assertThat(day.status(O3)).isEqualTo(Status.OK);
        assertThat(day.rounded(O3)).isEqualTo(160);
    }

    @Test
    void is_held_against_the_limit_of_the_station_s_zone() {
        assertThat(DayRules.station(Days.on("2019-07-01").with(O3, 1, 8, 120).values(), 1, DailyProfile.STRICT)
                        .status(O3))
                .isEqualTo(Status.OK);
        assertThat(judge(Days.on("2019-07-01").with(O3, 1, 8, 120)).status(O3)).isEqualTo(Status.BELOW_MINIMUM);
    }

    @Test
    void with_enough_windows_is_not_marked_as_counting_by_exceedance() {
        assertThat(judge(Days.on("2019-07-01").with(O3, 1, 24, 200)).o3ByExceedance())
                .isFalse();
    }

    private static AirDay judge(Days days) {
        return DayRules.station(days.values(), 2, DailyProfile.STRICT);
    }
}
