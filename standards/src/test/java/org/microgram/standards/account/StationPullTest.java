package org.microgram.standards.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.number.Fraction;

@DisplayName("A station's contribution, by leaving it out")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StationPullTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    @Test
    void is_the_mean_with_it_less_the_mean_without_it() {
        var days = days(
                Map.of("a", Fraction.of(30), "b", Fraction.of(60)), Map.of("a", Fraction.of(10), "b", Fraction.of(10)));
        assertThat(StationPull.of(days))
                .containsExactly(
                        new StationPull("b", 2, Fraction.of(55, 2), Fraction.of(20)),
                        new StationPull("a", 2, Fraction.of(55, 2), Fraction.of(35)));
    }

    @Test
    void is_nothing_on_a_day_it_has_no_value_and_counts_a_day_it_stands_alone_on_neither_side() {
        var days = days(
                Map.of("a", Fraction.of(50)),
                Map.of("b", Fraction.of(20)),
                Map.of("a", Fraction.of(8), "b", Fraction.of(4)));
        assertThat(StationPull.of(days))
                .containsExactly(
                        new StationPull("a", 2, Fraction.of(13), Fraction.of(12)),
                        new StationPull("b", 2, Fraction.of(28), Fraction.of(29)));
    }

    @Test
    void of_the_eleven_stations_adds_to_the_citys_mean_of_the_half_year_what_a_plain_recount_without_each_lacks() {
        SortedMap<LocalDate, Map<String, Fraction>> days = new BeijingDays().stations(FIRST, LocalDate.of(2020, 6, 30));
        var pulls = StationPull.of(days);
        assertThat(pulls).hasSize(11);
        for (StationPull pull : pulls) {
            assertThat(pull.days()).isEqualTo(178);
            assertThat(BeijingDays.shown(pull.with())).isEqualTo("43.17");
            Fraction without = Fraction.ZERO;
            for (Map<String, Fraction> day : days.values()) {
                Map<String, Fraction> others = new TreeMap<>(day);
                others.remove(pull.station());
                without = without.plus(Sums.meanOf(others.values()).orElseThrow());
            }
            assertThat(pull.without()).isEqualTo(without.dividedBy(178));
        }
        assertThat(pulls.get(0).pull()).isGreaterThan(pulls.get(10).pull());
    }

    @SafeVarargs
    private static SortedMap<LocalDate, Map<String, Fraction>> days(Map<String, Fraction>... days) {
        SortedMap<LocalDate, Map<String, Fraction>> map = new TreeMap<>();
        for (int i = 0; i < days.length; i++) {
            map.put(FIRST.plusDays(i), days[i]);
        }
        return map;
    }
}
