package org.microgram.standards.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

@DisplayName("HJ 663 — the trend by Spearman's rank correlation")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpearmanTrendTest {

    @Test
    void needs_five_years() {
        assertThat(SpearmanTrend.YEARS_NEEDED).isEqualTo(5);
        assertThat(SpearmanTrend.of(values("58 51 42 38"))).isEmpty();
        assertThat(SpearmanTrend.of(values("58 51 42 38 33"))).isPresent();
    }

    @Test
    void of_the_PM25_that_Beijing_published_for_2013_to_2025_falls_and_holds_at_one_percent() {
        SpearmanTrend trend = SpearmanTrend.of(values("89.5 85.9 80.6 73 58 51 42 38 33 30 32 30.5 27.0"))
                .orElseThrow();
        // The falling order of all thirteen but for 2022 (30), which stands before 2023 (32) and 2024 (30.5).
        // less.
        assertThat(trend.rs()).isEqualTo(Fraction.of(-179, 182));
        assertThat(trend.verdict()).isEqualTo("strong_down");
    }

    @Test
    void is_none_when_the_coefficient_stays_below_the_critical_value() {
        SpearmanTrend trend = SpearmanTrend.of(values("42 38 33 40 41")).orElseThrow();
        assertThat(trend.rs()).isEqualTo(Fraction.of(-1, 10));
        assertThat(trend.verdict()).isEqualTo("none");
    }

    @Test
    void of_five_years_is_a_trend_at_0_9_exactly() {
        SpearmanTrend trend = SpearmanTrend.of(values("30 31 33 32 34")).orElseThrow();
        assertThat(trend.rs()).isEqualTo(Fraction.of(9, 10));
        assertThat(trend.verdict()).isEqualTo("up");
    }

    @Test
    void gives_equal_values_the_mean_of_their_places() {
        SpearmanTrend trend = SpearmanTrend.of(values("30 30 31 32 33")).orElseThrow();
        assertThat(trend.rs()).isEqualTo(Fraction.of(39, 40));
    }

    @ParameterizedTest(name = "of {0} years")
    @ValueSource(ints = {5, 6, 7, 8})
    void has_critical_values_that_counting_every_order_gives(int n) {
        List<Integer> squares = new ArrayList<>();
        Integer[] order = Stream.iterate(0, i -> i + 1).limit(n).toArray(Integer[]::new);
        permute(order, 0, squares);
        Collections.sort(squares);
        for (Table.Row row : Table.read("views/spearman.csv")) {
            if (row.integer("years") != n) {
                continue;
            }
            long hundredths = row.get("level").equals("0.05") ? 5 : 1;
            int critical = row.integer("squares");
            assertThat(100 * atMost(squares, critical)).isLessThanOrEqualTo(hundredths * squares.size());
            assertThat(100 * atMost(squares, critical + 2)).isGreaterThan(hundredths * squares.size());
        }
    }

    @Test
    void has_a_table_whose_two_columns_say_the_same() {
        assertThat(Table.read("views/spearman.csv")).hasSize(28).allSatisfy(row -> {
            Fraction r = SpearmanTrend.coefficient(Fraction.of(row.integer("squares")), row.integer("years"));
            assertThat(Rounded.of(r, 3)).hasToString(row.get("r"));
        });
    }

    private static long atMost(List<Integer> squares, int most) {
        return squares.stream().filter(s -> s <= most).count();
    }

    private static void permute(Integer[] order, int from, List<Integer> squares) {
        if (from == order.length) {
            int sum = 0;
            for (int i = 0; i < order.length; i++) {
                sum += (order[i] - i) * (order[i] - i);
            }
            squares.add(sum);
            return;
        }
        for (int i = from; i < order.length; i++) {
            Collections.swap(Arrays.asList(order), from, i);
            permute(order, from + 1, squares);
            Collections.swap(Arrays.asList(order), from, i);
        }
    }

    private static List<Rounded> values(String text) {
        return Arrays.stream(text.split(" ")).map(Published::value).toList();
    }
}
