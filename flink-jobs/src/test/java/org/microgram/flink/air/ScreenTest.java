package org.microgram.flink.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.flink.state.Figure;
import org.microgram.messages.network.Network;
import org.microgram.messages.oracle.RandomReadings;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.readings.Tick;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;

@DisplayName("The screen before the ledgers")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScreenTest {

    private static final Network NETWORK = new RandomReadings(new Random(3), 5).network();
    private static final long EIGHT =
            OffsetDateTime.parse("2019-02-12T08:00:00+08:00").toEpochSecond();
    private static final HourValues USUAL = HourValues.of(
            40 * Scaled.ONE, 80 * Scaled.ONE, 5 * Scaled.ONE, 30 * Scaled.ONE, Scaled.ONE, 60 * Scaled.ONE);

    private OneInputStreamOperatorTestHarness<ReadingsMessage, StationMessage> screen;

    @BeforeEach
    void open() throws Exception {
        screen = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new Screen(NETWORK)));
        screen.open();
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
    }

    @Test
    void lets_a_usual_record_through_and_keeps_ticks_back() throws Exception {
        StationRecord usual = record("s1", EIGHT, EIGHT + 3600, USUAL);
        screen.processElement(new StreamRecord<>(new Tick(5, 5)));
        screen.processElement(new StreamRecord<>(usual));

        assertThat(screen.extractOutputValues()).containsExactly(usual);
        assertThat(refusals()).isEmpty();
    }

    @Test
    void refuses_a_value_out_of_range_and_lets_the_others_of_its_hour_through() throws Exception {
        long[] values = values(USUAL);
        values[Pollutant.PM10.ordinal()] = 553_405 * Scaled.ONE;
        values[Pollutant.CO.ordinal()] = -1;
        screen.processElement(new StreamRecord<>(record("s1", EIGHT, EIGHT + 3600, HourValues.of(values))));

        assertThat(screen.extractOutputValues()).hasSize(1);
        assertThat(((StationRecord) screen.extractOutputValues().get(0))
                        .values()
                        .count())
                .isEqualTo(4);
        assertThat(refusals())
                .hasSize(2)
                .allSatisfy(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.OUT_OF_RANGE))
                .extracting(Refusal::values)
                .containsOnly(1);
    }

    @Test
    void refuses_stations_lengths_and_times_that_cannot_be() throws Exception {
        assertThat(reasonOf(record("s9", EIGHT, EIGHT + 3600, USUAL))).isEqualTo(Reason.UNKNOWN_STATION);
        assertThat(reasonOf(record("s1", EIGHT + 1, EIGHT + 3601, USUAL))).isEqualTo(Reason.BAD_TIME);
        assertThat(reasonOf(record("s1", EIGHT, EIGHT + 3600 - 301, USUAL))).isEqualTo(Reason.IN_THE_FUTURE);
        assertThat(reasonOf(record("s1", Long.MAX_VALUE / 3600 * 3600, EIGHT, USUAL)))
                .isEqualTo(Reason.BAD_TIME);
        assertThat(reasonOf(record("s1", -4_000_000_000L * 3600, EIGHT, USUAL))).isEqualTo(Reason.BAD_TIME);
        assertThat(reasonOf(record("s1", EIGHT, Long.MAX_VALUE / 1000, USUAL))).isEqualTo(Reason.BAD_TIME);
    }

    @Test
    void lets_a_lock_through_only_of_a_day_that_is_over_and_with_a_person_and_a_reason() throws Exception {
        int day = 17_939; // 2019-02-12
        long over = (EIGHT + 16 * 3600) * 1000;
        DayLock lock = new DayLock("s1", day, true, over, "李工", "终审", "", "t");
        screen.processElement(new StreamRecord<>(lock));
        assertThat(screen.extractOutputValues()).containsExactly(lock);
        screen.getOutput().clear();
        assertThat(reasonOf(new DayLock("s9", day, true, over, "李工", "终审", "", "t")))
                .isEqualTo(Reason.UNKNOWN_STATION);
        assertThat(reasonOf(new DayLock("s1", day, true, over - 300_001, "李工", "终审", "", "t")))
                .isEqualTo(Reason.IN_THE_FUTURE);
        assertThat(reasonOf(new DayLock("s1", Integer.MAX_VALUE, true, over, "李工", "终审", "", "t")))
                .isEqualTo(Reason.BAD_TIME);
        assertThat(reasonOf(new DayLock("s1", day, true, over, "李工", " ", "", "t")))
                .isEqualTo(Reason.NO_AUTHOR);
        assertThat(refusals()).allMatch(refusal -> refusal.values() == 0);
    }

    /** A job that fails on a record fails on it again after every restart: nothing that passes may do that. */
    @Test
    void lets_nothing_through_that_a_ledger_fails_on() throws Exception {
        Random random = new Random(20190212);
        try (KeyedOneInputStreamOperatorTestHarness<String, StationMessage, Figure> ledger =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new KeepStationLedger(NETWORK)),
                        StationMessage::station,
                        Types.STRING)) {
            ledger.open();
            for (int i = 0; i < 3_000; i++) {
                StationRecord extreme = extreme(random);
                screen.processElement(new StreamRecord<>(extreme));
                screen.processElement(new StreamRecord<>(new DayLock(
                        extreme.station(),
                        random.nextInt(),
                        random.nextBoolean(),
                        number(random),
                        "a",
                        "r",
                        extreme.batch(),
                        "")));
                for (StationMessage passed : screen.extractOutputValues()) {
                    assertThatCode(() -> ledger.processElement(new StreamRecord<>(passed)))
                            .as("%s", passed)
                            .doesNotThrowAnyException();
                }
                screen.getOutput().clear();
                ledger.getOutput().clear();
                if (i % 50 == 0) {
                    ledger.processWatermark(i);
                }
            }
            assertThat(refusals()).hasSizeGreaterThan(1_000);
        }
    }

    private static StationRecord extreme(Random random) {
        long[] values = new long[Pollutant.COUNT];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(3) == 0 ? number(random) : (long) random.nextInt(200) * Scaled.ONE;
        }
        long start =
                switch (random.nextInt(4)) {
                    case 0 -> number(random) / 3600 * 3600;
                    case 1 -> EIGHT + (random.nextInt(3_000_000) - 1_400_000) * 3600L;
                    default -> EIGHT + (random.nextInt(200_000) - 100_000) * 3600L;
                };
        long received = random.nextInt(4) == 0 ? number(random) : start + 3600;
        return new StationRecord(
                "s" + (1 + random.nextInt(4)),
                start,
                StationRecord.HOUR,
                new Version(
                        ReviewState.values()[random.nextInt(4)],
                        Rank.values()[random.nextInt(3)],
                        received * 1000,
                        "f",
                        random.nextLong()),
                random.nextBoolean() ? "batch" : "",
                "",
                "",
                "",
                HourValues.of(values));
    }

    private static long number(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Long.MAX_VALUE - random.nextInt(2);
            case 1 -> Long.MIN_VALUE + random.nextInt(4);
            case 2 -> Long.MAX_VALUE / (2 + random.nextInt(30));
            case 3 -> -random.nextInt(1000);
            case 4 -> random.nextLong();
            default -> 10_000 * Scaled.ONE;
        };
    }

    private Reason reasonOf(ReadingsMessage record) throws Exception {
        int before = refusals().size();
        screen.processElement(new StreamRecord<>(record));
        assertThat(screen.extractOutputValues()).isEmpty();
        assertThat(refusals()).hasSize(before + 1);
        return refusals().get(before).reason();
    }

    private List<Refusal> refusals() {
        var refused = screen.getSideOutput(Screen.REFUSED);
        return refused == null
                ? List.of()
                : refused.stream().map(StreamRecord::getValue).toList();
    }

    private static long[] values(HourValues of) {
        return Pollutant.ALL.stream().mapToLong(of::get).toArray();
    }

    private static StationRecord record(String station, long start, long receivedSecond, HourValues values) {
        return new StationRecord(
                station,
                start,
                StationRecord.HOUR,
                new Version(ReviewState.RAW, Rank.HOUR, receivedSecond * 1000, "f", 1),
                "",
                "",
                "",
                "",
                values);
    }
}
