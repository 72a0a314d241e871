package org.microgram.standards.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.standards.number.Rounded;

@DisplayName("环办监测[2018]19号 — competition ranking")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CompetitionRankTest {

    @Test
    void takes_27_and_27_point_0_for_equal_and_ranks_a_share_from_the_top() {
        List<Rounded> shares = List.of(new Rounded(710, 1), Rounded.of(71), Rounded.of(80));
        assertThat(CompetitionRank.of(shares, false)).containsExactly(2, 2, 1);
    }

    @RepeatedTest(50)
    void agrees_with_the_place_in_the_sorted_list(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Rounded> values = new ArrayList<>();
        for (int i = random.nextInt(30); i >= 0; i--) {
            values.add(new Rounded(random.nextInt(12), random.nextInt(2)));
        }
        List<Rounded> sorted = values.stream().sorted().toList();
        List<Integer> expected = new ArrayList<>();
        for (Rounded value : values) {
            int place = 0;
            while (sorted.get(place).compareTo(value) != 0) {
                place++;
            }
            expected.add(place + 1);
        }
        assertThat(CompetitionRank.of(values, true)).isEqualTo(expected);
    }
}
