package org.microgram.standards.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.microgram.standards.Status;
import org.microgram.standards.Table;
import org.microgram.standards.air.Aqi;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.compare.StoredDay;
import org.microgram.standards.figures.MonitoringPlan.Exemption;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.number.Fraction;

@DisplayName("HJ 633-2026, missing pollutants — one that the monitoring plan leaves out")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MonitoringPlanTest {

    private static final MonitoringPlan WITHOUT_CO = plan(Pollutant.CO, "2026-03-01", null);

    @ParameterizedTest
    @EnumSource
    void does_not_withhold_the_AQI_whatever_the_profile(DailyProfile profile) {
        AirDay day = DayRules.station(without("2026-04-01", Pollutant.CO), 2, profile, WITHOUT_CO);
        assertThat(day.aqiStatus()).isEqualTo(Status.OK);
        assertThat(day.aqi().value()).isEqualTo(60);
        assertThat(day.notMonitored()).containsExactly(Pollutant.CO);
        assertThat(day.inputsPresent()).isEqualTo(5);
        assertThat(DayRules.station(without("2026-04-01", Pollutant.CO), 2, profile)
                        .aqiStatus())
                .isEqualTo(Status.WITHHELD);
    }

    @ParameterizedTest
    @EnumSource
    void leaves_every_other_pollutant_needed(Pollutant other) {
        StationDay hours = without("2026-04-01", Pollutant.CO, other);
        assertThat(DayRules.station(hours, 2, DailyProfile.STRICT, WITHOUT_CO).aqiStatus())
                .isEqualTo(other == Pollutant.CO ? Status.OK : Status.WITHHELD);
    }

    @Test
    void is_left_out_from_its_first_to_its_last_day() {
        MonitoringPlan plan = plan(Pollutant.SO2, "2026-03-10", "2026-03-12");
        for (String date : List.of("2026-03-09", "2026-03-10", "2026-03-12", "2026-03-13")) {
            boolean within = date.equals("2026-03-10") || date.equals("2026-03-12");
            assertThat(plan.exempt(LocalDate.parse(date)).isEmpty()).isNotEqualTo(within);
            AirDay day = DayRules.station(without(date, Pollutant.SO2), 2, DailyProfile.STRICT, plan);
            assertThat(day.aqi().exists()).as(date).isEqualTo(within);
        }
        assertThat(plan.document(Pollutant.SO2, LocalDate.parse("2026-03-11"))).isEqualTo("no. 7");
        assertThat(plan.document(Pollutant.SO2, LocalDate.parse("2026-03-13"))).isNull();
        assertThat(plan.document(Pollutant.CO, LocalDate.parse("2026-03-11"))).isNull();
    }

    @Test
    void takes_part_like_any_other_where_it_has_a_value() {
        AirDay day = DayRules.station(Days.full("2026-04-01", Pollutant.CO, 5), 2, DailyProfile.STRICT, WITHOUT_CO);
        assertThat(day.aqi().primary()).isEqualTo("CO");
        assertThat(day.aqi().inputs()).isEqualTo(6);
    }

    @Test
    void is_missing_like_any_other_under_the_edition_of_2012_whose_text_has_no_exemption() {
        MonitoringPlan always = plan(Pollutant.CO, "2013-01-01", null);
        assertThat(DayRules.station(without("2026-02-28", Pollutant.CO), 2, DailyProfile.STRICT, always)
                        .aqiStatus())
                .isEqualTo(Status.WITHHELD);
        assertThat(SubIndex.edition("HJ 633-2012").exemptsNotMonitored()).isFalse();
    }

    @Test
    void is_left_out_as_well_when_the_stored_day_is_judged_by_the_edition_again() {
        Map<Pollutant, Fraction> five = Map.of(
                Pollutant.PM25, Fraction.of(40),
                Pollutant.PM10, Fraction.of(20),
                Pollutant.SO2, Fraction.of(10),
                Pollutant.NO2, Fraction.of(20),
                Pollutant.O3, Fraction.of(80));
        LocalDate date = LocalDate.parse("2025-06-01");
        SubIndex of2026 = SubIndex.edition("HJ 633-2026");
        StoredDay exempt = new StoredDay(date, five, five, Aqi.UNKNOWN, 0, Set.of(Pollutant.CO));
        assertThat(exempt.under(of2026, DailyProfile.STRICT).aqi().value()).isEqualTo(60);
        assertThat(new StoredDay(date, five, Aqi.UNKNOWN, 0)
                        .under(of2026, DailyProfile.STRICT)
                        .status())
                .isEqualTo(Status.WITHHELD);
    }

    @Test
    void of_a_period_is_left_out_when_it_is_on_each_of_its_days() {
        PeriodSum sum = new PeriodSum();
        sum.add(DayRules.station(without("2026-03-30", Pollutant.CO), 2, DailyProfile.STRICT, WITHOUT_CO));
        sum.add(DayRules.station(without("2026-03-31", Pollutant.CO), 2, DailyProfile.STRICT, WITHOUT_CO));
        assertThat(sum.figures(Period.month(LocalDate.parse("2026-03-01"))).notMonitored())
                .containsExactly(Pollutant.CO);
        sum.add(DayRules.station(without("2026-04-01", Pollutant.CO), 2, DailyProfile.STRICT));
        assertThat(sum.figures(Period.yearTo(LocalDate.parse("2026-04-01"))).notMonitored())
                .isEmpty();
    }

    @Test
    void is_written_by_its_code_and_read_again() {
        Set<Pollutant> two = EnumSet.of(Pollutant.CO, Pollutant.PM10);
        assertThat(MonitoringPlan.codes(two)).isEqualTo("PM10 CO");
        assertThat(MonitoringPlan.parse("PM10 CO")).isEqualTo(two);
        assertThat(MonitoringPlan.codes(Set.of())).isNull();
        assertThat(MonitoringPlan.parse(null)).isEmpty();
    }

    private static MonitoringPlan plan(Pollutant pollutant, String from, String to) {
        LocalDate last = to == null ? Table.NO_END : LocalDate.parse(to);
        return new MonitoringPlan(List.of(new Exemption(pollutant, LocalDate.parse(from), last, "no. 7")));
    }

    /** A clean day with PM2.5 of 40, sub-index 60 in 2026, and some pollutants without any value. */
    private static StationDay without(String date, Pollutant... missing) {
        Days days = Days.on(date);
        for (Pollutant p : Pollutant.ALL) {
            if (!List.of(missing).contains(p)) {
                days.with(p, 1, 24, p == Pollutant.PM25 ? 40 : 1);
            }
        }
        return days.values();
    }
}
