package org.microgram.standards.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.number.Fraction;

@DisplayName("GB 3095, table 4 and HJ 663 — a natural day")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DayRulesTest {

    private static final Pollutant PM25 = Pollutant.PM25;
    private static final Pollutant PM10 = Pollutant.PM10;

    @Test
    void of_a_station_needs_20_hours_and_with_19_still_shows_its_mean() {
        AirDay twenty = station(Days.on("2019-02-12").with(PM25, 1, 20, 42).values());
        assertThat(twenty.status(PM25)).isEqualTo(Status.OK);
        AirDay nineteen = station(Days.on("2019-02-12").with(PM25, 1, 19, 42).values());
        assertThat(nineteen.status(PM25)).isEqualTo(Status.BELOW_MINIMUM);
        assertThat(nineteen.exact(PM25)).isEqualTo(Fraction.of(42));
        assertThat(List.of(nineteen.had(PM25), nineteen.needed(PM25))).containsExactly(19, 20);
        assertThat(nineteen.subIndex(PM25)).isEqualTo(-1);
    }

    @Test
    void is_carried_exact_and_rounded_once_to_the_even_digit() {
        AirDay day = station(Days.on("2019-02-12")
                .with(PM25, 1, 12, 60)
                .with(PM25, 13, 24, 61)
                .values());
        assertThat(day.exact(PM25)).isEqualTo(Fraction.of(121, 2));
        assertThat(day.rounded(PM25)).isEqualTo(60);
    }

    @Test
    void without_any_value_is_none_and_has_no_value() {
        AirDay day = station(Days.on("2019-02-12").with(PM25, 1, 24, 5).values());
        assertThat(day.status(PM10)).isEqualTo(Status.NONE);
        assertThat(day.exact(PM10)).isNull();
    }

    @Test
    void leaves_a_withdrawn_hour_out_and_counts_what_it_superseded() {
        AirDay day = station(
                Days.on("2019-02-12").with(PM25, 1, 24, 5).withdrawn(PM25, 1, 5).values());
        assertThat(day.had(PM25)).isEqualTo(19);
        assertThat(day.revision(PM25)).isEqualTo(5);
    }

    @Test
    void takes_the_corrected_value_and_counts_one_revision() {
        AirDay day = station(Days.on("2019-02-12")
                .with(PM25, 1, 24, 5)
                .corrected(PM25, 8, 29)
                .values());
        assertThat(day.exact(PM25)).isEqualTo(Fraction.of(6));
        assertThat(day.revision()).isEqualTo(1);
    }

    @Test
    void of_an_area_is_the_mean_of_exact_station_days_and_not_of_hours() {
        AirDay full = station(Days.on("2019-02-12").with(PM25, 1, 24, 10).values());
        AirDay shorter = station(Days.on("2019-02-12").with(PM25, 1, 20, 21).values());
        AirDay area = area(2, full, shorter);
        assertThat(area.exact(PM25)).isEqualTo(Fraction.of(31, 2));
        assertThat(area.rounded(PM25)).isEqualTo(16);
    }

    @Test
    void of_an_area_needs_9_of_11_members_whether_or_not_the_others_report() {
        assertThat(area(11, stations(9)).status(PM25)).isEqualTo(Status.OK);
        AirDay eight = area(11, stations(8));
        assertThat(eight.status(PM25)).isEqualTo(Status.BELOW_MINIMUM);
        assertThat(List.of(eight.had(PM25), eight.needed(PM25))).containsExactly(8, 9);
    }

    @Test
    void of_an_area_of_fewer_than_four_needs_half_of_them() {
        assertThat(area(3, stations(2)).status(PM25)).isEqualTo(Status.OK);
        assertThat(area(3, stations(1)).status(PM25)).isEqualTo(Status.BELOW_MINIMUM);
        assertThat(area(2, stations(1)).status(PM25)).isEqualTo(Status.OK);
    }

    @Test
    void of_an_area_leaves_out_stations_whose_day_is_not_valid() {
        AirDay invalid = station(Days.on("2019-02-12").with(PM25, 1, 19, 500).values());
        AirDay valid = station(Days.on("2019-02-12").with(PM25, 1, 24, 10).values());
        assertThat(area(2, valid, invalid).exact(PM25)).isEqualTo(Fraction.of(10));
    }

    @Test
    void of_2019_has_an_AQI_by_profile_strict_only_with_all_six_and_by_archive_with_PM2_5() {
        StationDay lone = Days.on("2019-02-12").with(PM25, 1, 24, 80).values();
        assertThat(DayRules.station(lone, 2, DailyProfile.STRICT).aqiStatus()).isEqualTo(Status.WITHHELD);
        assertThat(DayRules.station(lone, 2, DailyProfile.ARCHIVE).aqi().value())
                .isEqualTo(107);
        StationDay other = Days.on("2019-02-12").with(PM10, 1, 24, 80).values();
        assertThat(DayRules.station(other, 2, DailyProfile.ARCHIVE).aqiStatus()).isEqualTo(Status.WITHHELD);
    }

    @Test
    void of_2026_with_a_pollutant_missing_has_an_AQI_only_over_100_whatever_the_profile() {
        for (DailyProfile profile : DailyProfile.values()) {
            AirDay low =
                    DayRules.station(Days.on("2026-03-01").with(PM25, 1, 24, 40).values(), 2, profile);
            assertThat(low.aqiStatus()).isEqualTo(Status.WITHHELD);
            assertThat(low.aqi().exists()).isFalse();
            assertThat(low.subIndex(PM25)).isEqualTo(60);
            AirDay high =
                    DayRules.station(Days.on("2026-03-01").with(PM25, 1, 24, 80).values(), 2, profile);
            assertThat(high.aqi().value()).isEqualTo(119);
        }
        assertThat(station(Days.full("2026-03-01", PM25, 60.5)).aqi().value()).isEqualTo(100);
    }

    private static AirDay station(StationDay hours) {
        return DayRules.station(hours, 2, DailyProfile.STRICT);
    }

    private static AirDay[] stations(int count) {
        List<AirDay> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            days.add(station(Days.on("2019-02-12").with(PM25, 1, 24, 10 + i).values()));
        }
        return days.toArray(AirDay[]::new);
    }

    private static AirDay area(int members, AirDay... stations) {
        return DayRules.area(stations[0].day(), List.of(stations), members, DailyProfile.ARCHIVE);
    }
}
