package org.microgram.standards.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.HourOfMinutes.Piece;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.number.Scaled;

@DisplayName("GB 3095 table 4: an hour of minutes")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HourOfMinutesTest {

    @ParameterizedTest
    @EnumSource
    void is_valid_with_45_minutes_and_not_with_44(Pollutant pollutant) {
        assertThat(HourOfMinutes.of(pollutant, minutes(45)).valid()).contains(7 * Scaled.ONE);
        assertThat(HourOfMinutes.of(pollutant, minutes(44)).valid()).isEmpty();
        assertThat(HourOfMinutes.of(pollutant, minutes(44)).minutes()).isEqualTo(44);
    }

    @Test
    void weighs_each_value_by_its_minutes() {
        List<Piece> pieces = List.of(new Piece(0, 15, 10_000_000), new Piece(15, 30, 40_000_000));
        assertThat(HourOfMinutes.of(Pollutant.O3, pieces).valid()).contains(30_000_000L);
    }

    @Test
    void takes_the_finer_values_where_intervals_overlap() {
        List<Piece> pieces = new ArrayList<>(minutes(50));
        pieces.add(new Piece(0, 30, 999_000_000));
        pieces.add(new Piece(50, 10, 7_000_000));
        assertThat(HourOfMinutes.of(Pollutant.O3, pieces)).isEqualTo(new HourOfMinutes(7_000_000, 60, 45));
    }

    @Test
    void does_not_fill_withdrawn_minutes_from_a_longer_interval() {
        List<Piece> pieces = new ArrayList<>(minutes(44));
        pieces.add(new Piece(44, 1, HourValues.TOMBSTONE));
        pieces.add(new Piece(40, 20, 7_000_000));
        assertThat(HourOfMinutes.of(Pollutant.O3, pieces).minutes()).isEqualTo(44);
    }

    @Test
    void rounds_its_mean_once_to_a_millionth() {
        List<Piece> pieces = List.of(new Piece(0, 30, 1), new Piece(30, 30, 2));
        assertThat(HourOfMinutes.of(Pollutant.O3, pieces).scaled())
                .as("1.5 to the even")
                .isEqualTo(2);
    }

    @RepeatedTest(50)
    void is_the_same_in_any_order_and_the_mean_that_the_oracle_has_of_minute_by_minute(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Piece> pieces = new ArrayList<>();
        long[] perMinute = new long[60];
        int next = 0;
        while (next < 60) {
            int length = Math.min(1 + random.nextInt(15), 60 - next);
            boolean there = random.nextInt(6) > 0;
            long value = random.nextInt(200) * Scaled.ONE / 10;
            for (int minute = next; minute < next + length; minute++) {
                perMinute[minute] = there ? value : -1;
            }
            if (there) {
                pieces.add(new Piece(next, length, value));
            }
            next += length;
        }
        Collections.shuffle(pieces, random);

        HourOfMinutes hour = HourOfMinutes.of(Pollutant.CO, pieces);

        long[] had = IntStream.range(0, 60)
                .mapToLong(m -> perMinute[m])
                .filter(v -> v >= 0)
                .toArray();
        assertThat(hour.minutes()).isEqualTo(had.length);
        if (had.length > 0) {
            BigDecimal sum = BigDecimal.valueOf(java.util.Arrays.stream(had).sum());
            assertThat(hour.scaled())
                    .isEqualTo(sum.divide(BigDecimal.valueOf(had.length), 0, RoundingMode.HALF_EVEN)
                            .longValueExact());
        }
    }

    @Test
    void has_no_minutes_of_another_hour() {
        assertThatThrownBy(() -> new Piece(59, 2, 1)).hasMessageContaining("not a part of an hour");
    }

    private static List<Piece> minutes(int count) {
        return IntStream.range(0, count)
                .mapToObj(minute -> new Piece(minute, 1, 7 * Scaled.ONE))
                .toList();
    }
}
