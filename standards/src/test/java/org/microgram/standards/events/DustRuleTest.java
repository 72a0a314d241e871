package org.microgram.standards.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.Table;
import org.microgram.standards.events.DustRule.Hour;
import org.microgram.standards.events.DustRule.Proposal;
import org.microgram.standards.number.Fraction;

@DisplayName("环办监测[2016]120号 — hours that look like dust")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DustRuleTest {

    private static final int NONE = -1;

    @Test
    void begin_with_twice_the_six_hours_before_over_150_and_half_their_share_of_PM25() {
        List<Proposal> found = propose(hours(80, 80, 80, 80, 80, 80, 160, 170, 88));
        assertThat(found).hasSize(1);
        Proposal dust = found.get(0);
        assertThat(dust.first()).isEqualTo(6);
        assertThat(dust.last()).isEqualTo(7);
        assertThat(dust.pm10()).isEqualTo(Fraction.of(160));
        assertThat(dust.before()).isEqualTo(Fraction.of(80));
        assertThat(dust.ratioBefore()).isEqualTo(Fraction.of(1, 2));
        assertThat(dust.ratio()).isEqualTo(Fraction.of(1, 4));
        assertThat(dust.most()).isEqualTo(Fraction.of(170));
    }

    @Test
    void do_not_begin_below_twice_or_at_150_or_with_the_fine_dust_that_belongs_to_it() {
        assertThat(propose(hours(80, 80, 80, 80, 80, 80, 159))).isEmpty();
        assertThat(propose(hours(60, 60, 60, 60, 60, 60, 150))).isEmpty();
        NavigableMap<Long, Hour> haze = hours(80, 80, 80, 80, 80, 80, 200);
        haze.put(6L, new Hour(Fraction.of(51), Fraction.of(200)));
        assertThat(propose(haze)).isEmpty();
        haze.put(6L, new Hour(Fraction.of(50), Fraction.of(200)));
        assertThat(propose(haze)).hasSize(1);
    }

    @Test
    void end_before_PM10_is_back_within_a_tenth_of_what_it_was() {
        assertThat(propose(hours(80, 80, 80, 80, 80, 80, 400, 200, 89, 88, 300))
                        .get(0)
                        .last())
                .isEqualTo(8);
        assertThat(propose(hours(80, 80, 80, 80, 80, 80, 400, 200, 88)).get(0).last())
                .isEqualTo(7);
    }

    @Test
    void pass_over_a_gap_and_end_where_six_hours_are_silent() {
        assertThat(propose(hours(80, 80, 80, 80, 80, 80, 400, NONE, NONE, NONE, NONE, NONE, 300, 80))
                        .get(0)
                        .last())
                .isEqualTo(12);
        assertThat(propose(hours(80, 80, 80, 80, 80, 80, 400, NONE, NONE, NONE, NONE, NONE, NONE, 300, 80))
                        .get(0)
                        .last())
                .isEqualTo(6);
    }

    @Test
    void need_four_known_hours_of_the_six_before() {
        assertThat(propose(hours(NONE, NONE, 80, 80, 80, 80, 400))).hasSize(1);
        assertThat(propose(hours(NONE, NONE, NONE, 80, 80, 80, 400))).isEmpty();
    }

    @Test
    void are_of_low_confidence_and_each_number_says_where_it_is_from() {
        assertThat(Table.read("events/dust-rule.csv")).allSatisfy(row -> {
            assertThat(row.get("confidence")).isIn("low", "house rule");
            assertThat(row.get("clause")).isNotEmpty();
        });
    }

    private static List<Proposal> propose(NavigableMap<Long, Hour> hours) {
        return DustRule.propose(hours);
    }

    /** PM10 by hour from 0; PM2.5 is 40 in each. */
    private static NavigableMap<Long, Hour> hours(int... pm10) {
        NavigableMap<Long, Hour> hours = new TreeMap<>();
        for (int i = 0; i < pm10.length; i++) {
            hours.put((long) i, new Hour(Fraction.of(40), pm10[i] == NONE ? null : Fraction.of(pm10[i])));
        }
        return hours;
    }
}
