package org.microgram.ingest.minutes;

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
import org.microgram.ingest.Collected;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.ReadRun;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.readings.ValueNote;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;

@DisplayName("Hours formed of a run's minutes")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HoursFromMinutesTest {

    static final long HOUR = 1_549_926_000L;

    @Test
    void have_rank_minutes_the_newest_arrival_and_the_lowest_state() {
        List<MinuteValue> minutes = new ArrayList<>(minutes(60, 10 * Scaled.ONE, 1_000));
        minutes.set(7, minute(7, 10 * Scaled.ONE, ReviewState.RAW, 5_000));
        minutes.set(8, minute(8, 10 * Scaled.ONE, ReviewState.FIRST, 2_000));

        Collected read = form(minutes);

        StationRecord record = read.records.get(0);
        assertThat(record.version()).isEqualTo(new Version(ReviewState.RAW, Rank.MINUTES, 5_000, "test", 60));
        assertThat(record.startSecond()).isEqualTo(HOUR);
        assertThat(record.values()).isEqualTo(HourValues.only(Pollutant.O3, 10 * Scaled.ONE));
        assertThat(record.notes().get(Pollutant.O3)).isEqualTo(ValueNote.NONE.ofMinutes(60));
        assertThat(read.report.used()).isEqualTo(60);
        assertThat(read.report.handedOn()).isEqualTo(1);
    }

    @RepeatedTest(50)
    void are_the_same_in_any_order_with_doubles_and_corrections(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<MinuteValue> all = new ArrayList<>();
        long sum = 0;
        int counted = 0;
        for (int m = 0; m < 60; m++) {
            long wrong = random.nextInt(500) * Scaled.ONE;
            long right = random.nextInt(500) * Scaled.ONE;
            boolean withdrawn = random.nextInt(10) == 0;
            all.add(minute(m, wrong, ReviewState.RAW, 1_000));
            all.add(minute(m, withdrawn ? HourValues.TOMBSTONE : right, ReviewState.RAW, 2_000));
            if (random.nextBoolean()) {
                all.add(all.get(random.nextInt(all.size())));
            }
            sum += withdrawn ? 0 : right;
            counted += withdrawn ? 0 : 1;
        }
        Collected inOrder = form(all);
        Collections.shuffle(all, random);
        Collected shuffled = form(all);

        assertThat(shuffled.records).isEqualTo(inOrder.records);
        assertThat(shuffled.refusals).isEqualTo(inOrder.refusals);
        assertThat(shuffled.report).isEqualTo(inOrder.report);
        assertThat(shuffled.report.duplicate()).isEqualTo(all.size() - 120);
        if (counted >= 45) {
            long mean = java.math.BigDecimal.valueOf(sum)
                    .divide(java.math.BigDecimal.valueOf(counted), 0, java.math.RoundingMode.HALF_EVEN)
                    .longValueExact();
            assertThat(shuffled.records.get(0).values().get(Pollutant.O3)).isEqualTo(mean);
        } else {
            assertThat(shuffled.refusal().reason()).isEqualTo(Reason.TOO_FEW_MINUTES);
        }
    }

    @Test
    void of_a_fuller_run_outrank_those_of_a_run_with_fewer_minutes_and_newer_minutes_outrank_both() {
        Version of50 = form(minutes(50, Scaled.ONE, 1_000)).records.get(0).version();
        Version of60 = form(minutes(60, Scaled.ONE, 1_000)).records.get(0).version();
        Version newer = form(minutes(45, Scaled.ONE, 1_001)).records.get(0).version();
        assertThat(of60).isGreaterThan(of50).isLessThan(newer);
        assertThat(newer)
                .as("an hour that was sent as one")
                .isLessThan(new Version(ReviewState.SECOND, Rank.HOUR, 0, "a", 0));
    }

    @Test
    void with_44_minutes_are_refused_with_what_they_had() {
        Collected read = form(minutes(44, Scaled.ONE, 1_000));
        assertThat(read.refusal().reason()).isEqualTo(Reason.TOO_FEW_MINUTES);
        assertThat(read.refusal().found()).contains("44 minutes, 45 are needed", "O3 of s-1");
        assertThat(read.refusal().values()).isEqualTo(44);
        assertThat(read.refusal().source()).isEqualTo("a.csv");
        assertThat(read.refusal().position()).isEqualTo(100);
    }

    @Test
    void are_none_at_all_when_there_are_more_minutes_than_may_be_held() {
        Collected read = form(minutes(60, Scaled.ONE, 1_000), 50);
        assertThat(read.records).isEmpty();
        assertThat(read.refusal().reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(read.refusal().values()).isEqualTo(60);
    }

    @Test
    void say_when_their_minutes_were_sent_in_different_units() {
        List<MinuteValue> minutes = new ArrayList<>(minutes(45, Scaled.ONE, 1_000));
        minutes.replaceAll(m -> with(m, ValueNote.converted("1", "ppb", "2/1")));
        assertThat(form(minutes).records.get(0).notes().get(Pollutant.O3))
                .isEqualTo(ValueNote.converted("", "ppb", "2/1").ofMinutes(45));
        minutes.set(3, with(minutes.get(3), ValueNote.NONE));
        assertThat(form(minutes).records.get(0).notes().get(Pollutant.O3).unit())
                .isEqualTo("mixed");
    }

    private static Collected form(List<MinuteValue> minutes) {
        return form(minutes, HoursFromMinutes.MOST);
    }

    private static Collected form(List<MinuteValue> minutes, int most) {
        Collected collected = new Collected();
        ReadRun run = new ReadRun("test", ReadContext.of(Collected.BEIJING, "b"), collected);
        HoursFromMinutes hours = new HoursFromMinutes(run, "test", most);
        run.countRead(minutes.size());
        minutes.forEach(hours::add);
        hours.handOn();
        collected.report = run.report();
        return collected;
    }

    private static List<MinuteValue> minutes(int count, long scaled, long receivedAt) {
        List<MinuteValue> minutes = new ArrayList<>();
        for (int m = 0; m < count; m++) {
            minutes.add(minute(m, scaled, ReviewState.SECOND, receivedAt));
        }
        return minutes;
    }

    private static MinuteValue minute(int m, long scaled, ReviewState state, long receivedAt) {
        return new MinuteValue(
                "s-1", Pollutant.O3, HOUR + 60L * m, 1, scaled, ValueNote.NONE, state, receivedAt, m, "a.csv", 100 + m);
    }

    private static MinuteValue with(MinuteValue m, ValueNote note) {
        return new MinuteValue(
                m.station(),
                m.pollutant(),
                m.startSecond(),
                m.minutes(),
                m.scaled(),
                note,
                m.state(),
                m.receivedAt(),
                m.seq(),
                m.source(),
                m.line());
    }
}
