package org.microgram.standards.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.number.Scaled;

@DisplayName("An hour")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HourRulesTest {

    private static final Pollutant PM25 = Pollutant.PM25;
    private static final Pollutant NO2 = Pollutant.NO2;
    private static final Pollutant O3 = Pollutant.O3;
    private static final int ROLLING_PM25 = Pollutant.COUNT + PM25.ordinal();
    private static final int ROLLING_O3 = Pollutant.COUNT + O3.ordinal();

    @Test
    void exists_only_where_a_record_speaks_of_it_be_it_to_withdraw() {
        StationDay day =
                Days.on("2019-02-12").with(PM25, 3, 4, 42).withdrawn(PM25, 4, 4).values();
        List<AirHour> hours = station(null, day);
        assertThat(hours).hasSize(2);
        assertThat(hours.get(1).hourly(PM25)).isEqualTo(AirHour.NONE);
        assertThat(hours.get(1).aqi().exists()).isFalse();
    }

    @Test
    void has_a_rolling_mean_of_24_hours_that_includes_it_and_reaches_into_the_day_before() {
        StationDay before = Days.on("2019-02-11").with(PM25, 1, 24, 10).values();
        StationDay day = Days.on("2019-02-12").with(PM25, 1, 1, 34).values();
        AirHour hour = station(before, day).get(0);
        assertThat(hour.had(ROLLING_PM25)).isEqualTo(24);
        assertThat(hour.rolling(PM25)).isEqualTo(11 * Scaled.ONE);
    }

    @Test
    void has_a_valid_rolling_mean_with_20_of_24_hours_and_of_ozone_with_6_of_8() {
        List<AirHour> hours = station(
                null,
                Days.on("2019-02-12").with(PM25, 1, 20, 10).with(O3, 1, 6, 10).values());
        assertThat(hours.get(18).isValid(ROLLING_PM25)).isFalse();
        assertThat(hours.get(19).isValid(ROLLING_PM25)).isTrue();
        assertThat(hours.get(4).isValid(ROLLING_O3)).isFalse();
        assertThat(hours.get(5).isValid(ROLLING_O3)).isTrue();
        assertThat(hours.get(9).had(ROLLING_O3)).isEqualTo(4);
    }

    @Test
    void of_2016_has_its_particulate_index_by_the_rolling_mean_and_of_2017_by_the_hour_half_up() {
        StationDay old = Days.on("2016-12-31")
                .with(PM25, 1, 23, 10)
                .with(PM25, 24, 24, 76)
                .values();
        assertThat(station(null, old).get(23).subIndex(PM25.ordinal())).isEqualTo(19);
        StationDay next = Days.on("2017-01-01").with(PM25, 1, 1, 76).values();
        assertThat(station(old, next).get(0).subIndex(PM25.ordinal())).isEqualTo(101);
        assertThat(station(null, Days.on("2021-01-22").with(PM25, 1, 1, 76).values())
                        .get(0)
                        .aqi()
                        .value())
                .isEqualTo(101);
        assertThat(station(null, Days.on("2021-01-23").with(PM25, 1, 1, 76).values())
                        .get(0)
                        .aqi()
                        .value())
                .isEqualTo(102);
    }

    @Test
    void rounds_a_rolling_mean_half_up_until_2021_01_22_and_to_the_even_digit_after() {
        assertThat(tie("2021-01-22")).isEqualTo(61 * Scaled.ONE);
        assertThat(tie("2021-01-23")).isEqualTo(60 * Scaled.ONE);
    }

    @Test
    void of_an_area_rests_on_three_quarters_of_its_members_and_its_index_on_the_rounded_mean() {
        StationDay low = Days.on("2019-02-12").with(NO2, 1, 1, 40).values();
        StationDay high = Days.on("2019-02-12").with(NO2, 1, 1, 41).values();
        AirHour two = area(2, low, high);
        assertThat(two.hourly(NO2)).isEqualTo(40 * Scaled.ONE);
        assertThat(two.subIndex(NO2.ordinal())).isEqualTo(20);
        AirHour twoOfFour = area(4, low, high);
        assertThat(twoOfFour.needed()).isEqualTo(3);
        assertThat(twoOfFour.hourly(NO2)).isEqualTo(40 * Scaled.ONE);
        assertThat(twoOfFour.subIndex(NO2.ordinal())).isEqualTo(-1);
        assertThat(twoOfFour.belowMinimum()).isEqualTo(1 << NO2.ordinal());
    }

    private static long tie(String date) {
        List<AirHour> hours = station(
                null, Days.on(date).with(PM25, 1, 12, 60).with(PM25, 13, 24, 61).values());
        return hours.get(23).rolling(PM25);
    }

    private static List<AirHour> station(StationDay before, StationDay day) {
        List<AirHour> hours = new ArrayList<>();
        HourRules.station(before, day, hours::add);
        return hours;
    }

    private static AirHour area(int members, StationDay... days) {
        List<StationDay> before = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            before.add(null);
        }
        List<AirHour> hours = new ArrayList<>();
        HourRules.area(days[0].day(), before, List.of(days), members, hours::add);
        return hours.get(0);
    }
}
