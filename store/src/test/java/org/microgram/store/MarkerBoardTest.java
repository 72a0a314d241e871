package org.microgram.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.messages.rows.Marker;

@DisplayName("The stored tick")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MarkerBoardTest {

    private final MarkerBoard board = new MarkerBoard(Set.of(0, 1), Set.of());

    @Test
    void is_none_before_every_partition_has_a_marker() {
        assertThat(board.tick()).isEqualTo(MarkerBoard.NONE);
        board.stored(0, new Marker("air", 0, 1, 10));
        assertThat(board.tick()).isEqualTo(MarkerBoard.NONE);
        board.stored(1, new Marker("air", 0, 1, 12));
        assertThat(board.tick()).isEqualTo(10);
    }

    @Test
    void waits_for_the_slowest_subtask() {
        everywhere(new Marker("air", 0, 2, 20));
        assertThat(board.tick()).isEqualTo(MarkerBoard.NONE);
        everywhere(new Marker("air", 1, 2, 15));
        assertThat(board.tick()).isEqualTo(15);
    }

    @Test
    void waits_for_the_slowest_job_that_shows() {
        everywhere(new Marker("air", 0, 1, 20));
        everywhere(new Marker("water", 0, 1, 5));
        assertThat(board.tick()).isEqualTo(5);
    }

    @Test
    void waits_for_the_jobs_asked_for_and_for_no_other() {
        MarkerBoard air = new MarkerBoard(Set.of(0), Set.of("air"));
        air.stored(0, new Marker("water", 0, 1, 5));
        assertThat(air.tick()).isEqualTo(MarkerBoard.NONE);
        air.stored(0, new Marker("air", 0, 1, 20));
        assertThat(air.tick()).isEqualTo(20);
    }

    @Test
    void does_not_fall_when_a_job_goes_back_to_a_checkpoint() {
        everywhere(new Marker("air", 0, 1, 20));
        everywhere(new Marker("air", 0, 1, 11));
        assertThat(board.tick()).isEqualTo(20);
    }

    @Test
    void waits_for_new_subtasks_and_forgets_old_ones_after_a_restart() {
        everywhere(new Marker("air", 0, 2, 20));
        everywhere(new Marker("air", 1, 2, 20));
        everywhere(new Marker("air", 0, 1, 30));
        assertThat(board.tick()).isEqualTo(30);
        everywhere(new Marker("air", 0, 3, 40));
        assertThat(board.tick()).isEqualTo(MarkerBoard.NONE);
    }

    private void everywhere(Marker marker) {
        board.stored(0, marker);
        board.stored(1, marker);
    }
}
