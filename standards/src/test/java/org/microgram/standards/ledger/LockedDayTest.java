package org.microgram.standards.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.standards.air.Pollutant;

@DisplayName("A locked day")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LockedDayTest {

    private static final int P = Pollutant.PM25.ordinal();

    @Test
    void counts_the_final_values_that_had_arrived_and_keeps_later_ones_as_proposals() {
        DayBlock day = given(at(ReviewState.RAW, 1), 37)
                .apply(0, at(ReviewState.FINAL, 5), value(95))
                .block()
                .apply(new LockEvent(10, true))
                .apply(0, at(ReviewState.FINAL, 11), value(60))
                .block();
        assertThat(day.values().value(0, P)).isEqualTo(95);
        assertThat(day.values().revision(0, P)).isEqualTo(1);
        assertThat(day.history(0, Pollutant.PM25).entries()).hasSize(3);
        assertThat(day.apply(new LockEvent(12, false)).values().value(0, P)).isEqualTo(60);
        assertThat(day.apply(new LockEvent(12, false)).values().revision(0, P)).isEqualTo(2);
        // Locked again later, what had arrived by then counts.
        assertThat(day.apply(new LockEvent(13, true)).values().value(0, P)).isEqualTo(60);
    }

    @Test
    void has_an_hour_without_a_value_where_nothing_is_final() {
        DayBlock day = given(at(ReviewState.SECOND, 1), 37).apply(new LockEvent(10, true));
        assertThat(day.values().hasValue(0, P)).isFalse();
        assertThat(day.values().hasRecord(0)).isTrue();
        assertThat(day.values().receivedAt(0)).isEqualTo(10);
        assertThat(day.values().revision(0, P)).isZero();
        assertThat(day.counting(0, Pollutant.PM25)).isNull();
    }

    @Test
    void keeps_a_final_value_that_had_arrived_also_when_it_is_sent_again_and_again_later() {
        DayBlock day = given(at(ReviewState.FINAL, 5), 95).apply(new LockEvent(10, true));
        for (int later = 11; later < 20; later++) {
            day = day.apply(0, at(ReviewState.FINAL, later), value(later % 2 == 0 ? 95 : 60))
                    .block();
        }
        assertThat(day.values().value(0, P)).isEqualTo(95);
        assertThat(day.counting(0, Pollutant.PM25).version().receivedAt()).isEqualTo(5);
    }

    @Test
    void is_locked_when_it_is_opened_at_the_same_moment_and_known_events_change_nothing() {
        DayBlock day = given(at(ReviewState.FINAL, 5), 95).apply(new LockEvent(10, true));
        assertThat(day.apply(new LockEvent(10, false)).lock()).isEqualTo(new LockEvent(10, true));
        assertThat(day.apply(new LockEvent(10, true))).isSameAs(day);
        assertThat(DayBlock.empty(3).apply(new LockEvent(10, true)).values().receivedAt())
                .isEqualTo(Long.MIN_VALUE);
    }

    @RepeatedTest(200)
    void is_the_same_whatever_the_order_of_values_and_events(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition() * 0x9E3779B97F4A7C15L);
        List<Object> given = new ArrayList<>();
        for (int i = 1 + random.nextInt(10); i > 0; i--) {
            ReviewState state = ReviewState.values()[random.nextInt(4)];
            given.add(new SlotHistory.Entry(at(state, random.nextInt(8)), random.nextInt(3)));
        }
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            given.add(new LockEvent(random.nextInt(8), random.nextBoolean()));
        }
        DayBlock expected = apply(given);
        for (int i = 0; i < 5; i++) {
            List<Object> again = new ArrayList<>(given);
            again.addAll(given.subList(0, random.nextInt(given.size())));
            Collections.shuffle(again, random);
            assertThat(apply(again)).isEqualTo(expected);
            assertThat(apply(again).values()).isEqualTo(expected.values());
        }
    }

    private static DayBlock apply(List<Object> given) {
        DayBlock day = DayBlock.empty(3);
        for (Object each : given) {
            day = each instanceof LockEvent event
                    ? day.apply(event)
                    : day.apply(0, ((SlotHistory.Entry) each).version(), value(((SlotHistory.Entry) each).value()))
                            .block();
        }
        return day;
    }

    private static DayBlock given(Version version, long value) {
        return DayBlock.empty(3).apply(0, version, value(value)).block();
    }

    private static HourValues value(long value) {
        return HourValues.only(Pollutant.PM25, value);
    }

    private static Version at(ReviewState state, long receivedAt) {
        return new Version(state, Rank.HOUR, receivedAt, "f", 0);
    }
}
