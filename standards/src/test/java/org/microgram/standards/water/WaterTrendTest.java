package org.microgram.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("环办[2011]22号 3 — the trend between two periods")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaterTrendTest {

    @ParameterizedTest(name = "class {0} to class {1}: {2}")
    @CsvSource({
        "3, 3, 无明显变化",
        "1, 2, 无明显变化", // both 优
        "3, 4, 有所下降",
        "4, 3, 有所好转",
        "6, 5, 有所好转",
        "5, 2, 明显好转",
        "2, 6, 明显下降"
    })
    void is_told_by_the_steps_between_levels(int before, int now, String word) {
        WaterTrend trend = WaterTrend.ofLevels(
                WaterLevel.ofClass(WaterClass.ofNumber(before)), WaterLevel.ofClass(WaterClass.ofNumber(now)));
        assertThat(trend.wordZh()).isEqualTo(word);
        assertThat(trend.wordEn()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} good and {1} worse than V of 100, then {2} and {3}: {4}")
    @CsvSource({
        "50, 10, 55, 5, 无明显变化", // 10 points
        "50, 10, 56, 5, 有所好转",
        "50, 10, 60, 0, 有所好转", // 20
        "50, 10, 61, 0, 明显好转",
        "50, 10, 40, 10, 无明显变化",
        "50, 10, 45, 16, 有所下降",
        "50, 10, 29, 10, 明显下降",
        "50, 10, 60, 20, 无明显变化" // both grew alike
    })
    void is_told_by_the_points_that_good_gained_and_bad_lost(
            int goodBefore, int worseBefore, int good, int worse, String word) {
        assertThat(WaterTrend.ofShares(shares(goodBefore, worseBefore), shares(good, worse))
                        .wordZh())
                .isEqualTo(word);
    }

    private static Shares shares(int good, int worse) {
        List<WaterClass> classes = new ArrayList<>(Collections.nCopies(good, WaterClass.II));
        classes.addAll(Collections.nCopies(worse, WaterClass.WORSE_THAN_V));
        classes.addAll(Collections.nCopies(100 - good - worse, WaterClass.IV));
        return Shares.ofCounts(classes);
    }
}
