package org.microgram.standards.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@DisplayName("Rule K1 — of all values that a slot is given")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SlotHistoryTest {

    @Test
    void the_further_reviewed_counts_whatever_its_rank_and_arrival() {
        Version raw = new Version(ReviewState.RAW, Rank.AUDITED, 9, "z", 9);
        Version first = new Version(ReviewState.FIRST, Rank.MINUTES, 1, "a", 1);
        assertThat(SlotHistory.of(first, 10).with(raw, 20).winner().value()).isEqualTo(10);
        assertThat(SlotHistory.of(raw, 20).with(first, 10).winner().value()).isEqualTo(10);
    }

    @Test
    void then_rank_then_arrival_then_source_then_position_decide() {
        List<Version> ascending = List.of(
                new Version(ReviewState.RAW, Rank.MINUTES, 9, "z", 9),
                new Version(ReviewState.RAW, Rank.HOUR, 1, "z", 9),
                new Version(ReviewState.RAW, Rank.HOUR, 2, "a", 9),
                new Version(ReviewState.RAW, Rank.HOUR, 2, "b", 1),
                new Version(ReviewState.RAW, Rank.HOUR, 2, "b", 2),
                new Version(ReviewState.RAW, Rank.AUDITED, 0, "a", 0));
        List<Version> shuffled = new ArrayList<>(ascending);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.sort(Comparator.naturalOrder());
        assertThat(shuffled).isEqualTo(ascending);
    }

    @Test
    void the_greater_counts_of_two_values_under_one_version_so_that_order_never_decides() {
        assertThat(SlotHistory.of(at(1), 10).with(at(1), 20).winner().value()).isEqualTo(20);
        assertThat(SlotHistory.of(at(1), 20).with(at(1), 10).winner().value()).isEqualTo(20);
    }

    @Test
    void a_withdrawal_counts_like_a_value() {
        SlotHistory history = SlotHistory.of(at(1), 10).with(at(2), HourValues.TOMBSTONE);
        assertThat(history.winner().value()).isEqualTo(HourValues.TOMBSTONE);
        assertThat(history.revision()).isEqualTo(1);
    }

    @Test
    void a_resend_under_a_later_version_supersedes_nothing_but_is_the_one_that_counts() {
        SlotHistory history = SlotHistory.of(at(1), 10).with(at(2), 10);
        assertThat(history.revision()).isZero();
        assertThat(history.winner().version()).isEqualTo(at(2));
    }

    @Test
    void the_same_value_under_the_same_version_changes_nothing_at_all() {
        SlotHistory history = SlotHistory.of(at(1), 10).with(at(2), 20);
        assertThat(history.with(at(1), 10)).isSameAs(history);
    }

    @Test
    void a_resend_between_two_kept_versions_is_not_taken_for_a_duplicate_because_its_reading_may_be_new() {
        SlotHistory history = SlotHistory.of(at(1), 10).with(at(5), 10);
        assertThat(history.with(at(3), 10)).isNotSameAs(history);
        DayBlock block = DayBlock.empty(0)
                .apply(0, at(1), HourValues.of(10, 10, 10, 10, 10, 10))
                .block()
                .apply(0, at(5), HourValues.of(10, 10, 10, 10, 10, 10))
                .block();
        DayBlock.Applied applied = block.apply(0, at(3), HourValues.of(10, 10, 10, 10, 10, 10));
        assertThat(applied.used()).isEqualTo(6);
        assertThat(applied.block()).isEqualTo(block);
    }

    @Test
    void a_thousand_resends_take_no_more_room_than_two() {
        SlotHistory history = SlotHistory.of(at(0), 10);
        for (int i = 1; i < 1_000; i++) {
            history = history.with(at(i), 10);
        }
        assertThat(history.entries()).hasSize(2);
    }

    @Test
    void a_value_that_falls_between_two_equal_ones_is_counted_although_what_was_between_is_forgotten() {
        // In order: 10 20 10 20 10. Resends of 10 in the middle must not matter, whenever they come.
        SlotHistory early = SlotHistory.of(at(1), 10)
                .with(at(3), 10)
                .with(at(5), 10)
                .with(at(2), 20)
                .with(at(4), 20);
        SlotHistory late = SlotHistory.of(at(1), 10)
                .with(at(5), 10)
                .with(at(2), 20)
                .with(at(4), 20)
                .with(at(3), 10);
        assertThat(early.entries()).isEqualTo(late.entries());
        assertThat(early.revision()).isEqualTo(late.revision()).isEqualTo(1);
    }

    @RepeatedTest(200)
    void any_order_and_any_repetition_give_the_same_history(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition() * 0x9E3779B97F4A7C15L);
        List<SlotHistory.Entry> given = new ArrayList<>();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            given.add(new SlotHistory.Entry(at(random.nextInt(8)), random.nextInt(3)));
        }
        SlotHistory expected = history(given);
        for (int i = 0; i < 5; i++) {
            List<SlotHistory.Entry> again = new ArrayList<>(given);
            again.addAll(given.subList(0, random.nextInt(given.size())));
            Collections.shuffle(again, random);
            SlotHistory history = history(again);
            assertThat(history.entries()).isEqualTo(expected.entries());
            assertThat(history.winner()).isEqualTo(Collections.max(given));
            assertThat(history.revision())
                    .isEqualTo((int) given.stream()
                                    .map(SlotHistory.Entry::value)
                                    .distinct()
                                    .count()
                            - 1);
            for (SlotHistory.Entry each : given) {
                SlotHistory resent = history.with(each.version(), each.value());
                assertThat(resent.entries()).isEqualTo(history.entries());
                assertThat(resent == history).isEqualTo(history.entries().contains(each));
            }
        }
    }

    private static SlotHistory history(List<SlotHistory.Entry> entries) {
        SlotHistory history = null;
        for (SlotHistory.Entry each : entries) {
            history = history == null
                    ? SlotHistory.of(each.version(), each.value())
                    : history.with(each.version(), each.value());
        }
        return history;
    }

    private static Version at(int receivedAt) {
        return new Version(ReviewState.RAW, Rank.HOUR, receivedAt, "f", 0);
    }
}
