package org.microgram.standards.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microgram.standards.air.Pollutant.CO;
import static org.microgram.standards.air.Pollutant.O3;
import static org.microgram.standards.air.Pollutant.PM10;
import static org.microgram.standards.air.Pollutant.PM25;
import static org.microgram.standards.air.Pollutant.SO2;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.DayBlock;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;

@DisplayName("Screening")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScreeningTest {

    private static final LocalDate DAY = LocalDate.of(2019, 2, 12);

    @Test
    void flags_outside_of_the_range_and_not_at_its_ends() {
        Screening range = screening(Rule.RANGE, PM25, 2, 800);
        assertThat(labels(Rule.RANGE, range, null, day(0, PM25, 2, 800, 1, 801), null, PM25))
                .containsExactly(3, 4);
    }

    @Test
    void leaves_a_clipped_value_out_of_what_counts_until_it_is_reviewed() {
        Screening ceiling = screening(Rule.CEILING, PM10, 1000);
        StationDay raw = day(0, PM10, 999, 1000, 1001);
        ScreenedDay screened = ceiling.screen(null, raw, null);
        assertThat(labels(Rule.CEILING, ceiling, null, raw, null, PM10)).containsExactly(2);
        assertThat(screened.isExcluded(1, PM10.ordinal())).isTrue();
        assertThat(screened.counting().value(1, PM10.ordinal())).isEqualTo(HourValues.ABSENT);
        assertThat(screened.received().value(1, PM10.ordinal())).isEqualTo(1000 * Scaled.ONE);
        assertThat(screened.counting().hasRecord(1)).isTrue();
        // Above the ceiling nothing is clipped.
        assertThat(screened.counting().value(2, PM10.ordinal())).isEqualTo(1001 * Scaled.ONE);

        StationDay passed = block(DAY, ReviewState.FIRST, PM10, 999, 1000).values();
        ScreenedDay after = ceiling.screen(null, passed, null);
        assertThat(after.flags(1, PM10.ordinal())).isEqualTo(Rule.CEILING.flag());
        assertThat(after.isExcluded(1, PM10.ordinal())).isFalse();
        assertThat(after.counting()).isSameAs(passed);
    }

    @Test
    void flags_all_hours_of_a_standstill_across_midnight_and_none_of_a_shorter_one() {
        Screening stuck = screening(Rule.STUCK, SO2, 6, 3);
        StationDay before = day(-1, SO2, hours(24, 21, 7));
        StationDay three = day(0, SO2, 7, 7, 7, 8);
        // Three hours of the day before and three of this one are six.
        assertThat(labels(Rule.STUCK, stuck, before, three, null, SO2)).containsExactly(1, 2, 3);
        assertThat(labels(Rule.STUCK, stuck, null, three, null, SO2)).isEmpty();
        StationDay after = day(1, SO2, 9, 9, 9, 9);
        assertThat(labels(Rule.STUCK, stuck, null, day(0, SO2, hours(24, 23, 9)), after, SO2))
                .containsExactly(23, 24);
        StationDay twoAfter = day(1, SO2, 9, 9, 9);
        assertThat(labels(Rule.STUCK, stuck, null, day(0, SO2, hours(24, 23, 9)), twoAfter, SO2))
                .isEmpty();
    }

    @Test
    void never_calls_a_floor_stuck_and_a_gap_breaks_a_standstill() {
        Screening stuck = screening(Rule.STUCK, SO2, 3, 3);
        assertThat(labels(Rule.STUCK, stuck, null, day(0, SO2, 3, 3, 3, 3), null, SO2))
                .isEmpty();
        assertThat(labels(Rule.STUCK, stuck, null, day(0, SO2, 4, 4, -1, 4), null, SO2))
                .isEmpty();
        assertThat(Rule.STUCK.suits(CO)).isFalse();
    }

    @Test
    void flags_a_rise_and_fall_and_a_fall_and_rise_but_no_step() {
        Screening jump = screening(Rule.JUMP, PM25, 150, 3_000_000);
        assertThat(labels(Rule.JUMP, jump, null, day(0, PM25, 50, 300, 60), null, PM25))
                .containsExactly(2);
        assertThat(labels(Rule.JUMP, jump, null, day(0, PM25, 300, 50, 310), null, PM25))
                .containsExactly(2);
        assertThat(labels(Rule.JUMP, jump, null, day(0, PM25, 50, 300, 310), null, PM25))
                .isEmpty();
        // By 150 and three times are not more than that.
        assertThat(labels(Rule.JUMP, jump, null, day(0, PM25, 100, 250, 10), null, PM25))
                .isEmpty();
        assertThat(labels(Rule.JUMP, jump, null, day(0, PM25, 100, 300, 10), null, PM25))
                .isEmpty();
    }

    @Test
    void judges_a_jump_only_beside_both_neighbours_the_day_after_included() {
        Screening jump = screening(Rule.JUMP, PM25, 150, 3_000_000);
        StationDay last = day(0, PM25, hours(24, 23, 50, 300));
        assertThat(labels(Rule.JUMP, jump, null, last, null, PM25)).isEmpty();
        assertThat(labels(Rule.JUMP, jump, null, last, day(1, PM25, 40), PM25)).containsExactly(24);
        StationDay first = day(0, PM25, 300, 50);
        assertThat(labels(Rule.JUMP, jump, day(-1, PM25, hours(24, 24, 40)), first, null, PM25))
                .containsExactly(1);
    }

    @Test
    void flags_both_particulates_when_the_part_is_more_than_the_whole_and_leaves_none_out() {
        Screening over = screening(Rule.PM25_OVER_PM10, PM25, 0);
        DayBlock block = block(DAY, ReviewState.RAW, PM25, 80, 80);
        StationDay day = add(block, PM10, 79, 80).values();
        ScreenedDay screened = over.screen(null, day, null);
        assertThat(screened.flags(0, PM25.ordinal())).isEqualTo(Rule.PM25_OVER_PM10.flag());
        assertThat(screened.flags(0, PM10.ordinal())).isEqualTo(Rule.PM25_OVER_PM10.flag());
        assertThat(screened.flags(1, PM25.ordinal())).isZero();
        assertThat(screened.counting()).isSameAs(day);
    }

    @Test
    void puts_a_low_value_s_substitute_into_figures_only_where_that_is_asked_for() {
        StationDay day = day(0, SO2, 0, 3, 4);
        Screening none = screening(Rule.LOW, SO2, 0, Criterion.NONE);
        assertThat(labels(Rule.LOW, none, null, day, null, SO2)).containsExactly(1);
        assertThat(none.counting(day)).isSameAs(day);
        StationDay substituted = screening(Rule.LOW, SO2, 0, 3 * Scaled.ONE).counting(day);
        assertThat(substituted.value(0, SO2.ordinal())).isEqualTo(3 * Scaled.ONE);
        assertThat(substituted.value(1, SO2.ordinal())).isEqualTo(3 * Scaled.ONE);
    }

    @Test
    void names_the_members_of_an_area_that_are_far_from_the_median_of_the_others() {
        Screening neighbours = screening(Rule.NEIGHBOURS, O3, 100, 3_000_000, 3);
        List<String> ids = List.of("a", "b", "c", "d", "e");
        List<StationDay> days = new ArrayList<>();
        for (int value : new int[] {40, 60, 50, 400, 55}) {
            days.add(day(0, O3, value));
        }
        assertThat(neighbours.outliers(epoch(0), ids, days, 0)).isEqualTo("d:O3");
        days.set(4, null);
        days.set(2, null);
        // With two others nobody is judged.
        assertThat(neighbours.outliers(epoch(0), ids, days, 0)).isNull();
    }

    @Test
    void holds_from_its_first_to_its_last_day_and_travels_with_the_job() throws Exception {
        Criterion early = new Criterion(Rule.CEILING, PM10, DAY.minusDays(5), DAY.minusDays(1), List.of(1L), "r");
        Criterion late = new Criterion(Rule.CEILING, PM10, DAY, Criterion.OPEN, List.of(2L), "r");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(new Screening(List.of(early, late)));
        Screening back = (Screening) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(back.criterion(Rule.CEILING, PM10, epoch(-6))).isEmpty();
        assertThat(back.criterion(Rule.CEILING, PM10, epoch(-5))).contains(early);
        assertThat(back.criterion(Rule.CEILING, PM10, epoch(-1))).contains(early);
        assertThat(back.criterion(Rule.CEILING, PM10, epoch(0))).contains(late);
        assertThat(back.criterion(Rule.CEILING, PM25, epoch(0))).isEmpty();
    }

    /** Concentrations are given in their unit; counts and factors as they are. */
    private static Screening screening(Rule rule, Pollutant p, long... numbers) {
        List<Long> scaled = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            boolean whole = rule.numbers().get(i).kind() == Rule.Kind.CONCENTRATION && numbers[i] != Criterion.NONE;
            boolean small = Math.abs(numbers[i]) < Scaled.ONE;
            scaled.add(whole && small ? numbers[i] * Scaled.ONE : numbers[i]);
        }
        return new Screening(List.of(new Criterion(rule, p, DAY.minusDays(9), Criterion.OPEN, scaled, "test")));
    }

    /** The labels 01 to 24 at which the rule's flag stands. */
    private static List<Integer> labels(
            Rule rule, Screening screening, StationDay before, StationDay day, StationDay after, Pollutant p) {
        ScreenedDay screened = screening.screen(before, day, after);
        List<Integer> labels = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            if ((screened.flags(hour, p.ordinal()) & rule.flag()) != 0) {
                labels.add(hour + 1);
            }
        }
        return labels;
    }

    /** Nothing until the first label, then the values; the last one stays until the end. */
    private static int[] hours(int count, int firstLabel, int... values) {
        int[] all = new int[count];
        Arrays.fill(all, -1);
        for (int label = firstLabel; label <= count; label++) {
            all[label - 1] = values[Math.min(label - firstLabel, values.length - 1)];
        }
        return all;
    }

    private static int epoch(int daysLater) {
        return (int) DAY.plusDays(daysLater).toEpochDay();
    }

    /** Values from label 01 on; −1 for none. */
    private static StationDay day(int daysLater, Pollutant p, int... values) {
        return block(DAY.plusDays(daysLater), ReviewState.RAW, p, values).values();
    }

    private static DayBlock block(LocalDate day, ReviewState state, Pollutant p, int... values) {
        return add(DayBlock.empty((int) day.toEpochDay()), state, p, values);
    }

    private static DayBlock add(DayBlock block, Pollutant p, int... values) {
        return add(block, ReviewState.RAW, p, values);
    }

    private static DayBlock add(DayBlock block, ReviewState state, Pollutant p, int... values) {
        DayBlock next = block;
        for (int hour = 0; hour < values.length; hour++) {
            if (values[hour] >= 0) {
                Version version = new Version(state, Rank.HOUR, 1, "f", hour);
                next = next.apply(hour, version, HourValues.only(p, values[hour] * Scaled.ONE))
                        .block();
            }
        }
        return next;
    }
}
