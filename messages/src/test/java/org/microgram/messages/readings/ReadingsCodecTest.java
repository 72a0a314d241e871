package org.microgram.messages.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.microgram.messages.Golden;
import org.microgram.messages.RandomMessages;
import org.microgram.messages.avro.UnreadableMessage;
import org.microgram.messages.oracle.RandomSamples;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;

@DisplayName("A message of the topic readings")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingsCodecTest {

    /** What is in golden/station-record.v1.hex. */
    static final StationRecord RECORD = new StationRecord(
            "bj-dongsi",
            1_549_926_000L,
            StationRecord.HOUR,
            new Version(ReviewState.FINAL, Rank.AUDITED, 1_549_930_000_123L, "beijing_all_20190212.csv", 17),
            "archive-2019",
            "t-01",
            "wang",
            "仪器校准",
            HourValues.of(42_500_000, HourValues.ABSENT, HourValues.TOMBSTONE, 0, 1_300_000, HourValues.TOMBSTONE));

    /** What is in golden/station-record.v2.hex. */
    static final StationRecord NOTED = new StationRecord(
            "1003A",
            1_549_926_000L,
            StationRecord.HOUR,
            new Version(ReviewState.RAW, Rank.HOUR, 1_549_930_000_123L, "readings-csv", 17),
            "b",
            "t-02",
            "",
            "",
            HourValues.only(Pollutant.O3, 84_361_077),
            ValueNotes.only(Pollutant.O3, new ValueNote("N", "43", "ppb", "239985/122327", "UV, 紫外", "1", "", 57)));

    static final Tick TICK = new Tick(1_700_000_000_001L, 1_700_000_000_000L);

    /** What is in golden/day-lock.v1.hex. */
    static final DayLock LOCK =
            new DayLock("bj-dongsi", 17_939, true, 1_549_987_200_000L, "wang", "终审入库", "archive-2019", "t-02");

    /** What is in golden/section-day-lock.v1.hex. */
    static final DayLock SECTION_LOCK =
            new DayLock(Subject.section("bj-gubeikou"), 18_718, false, 1_617_240_540_000L, "wang", "复核", "", "t-04");

    /** What is in golden/section-sample.v1.hex. */
    static final SectionSample SAMPLE = new SectionSample(
            "bj-gubeikou",
            1_617_235_200L,
            false,
            new Version(ReviewState.RAW, Rank.HOUR, 1_617_240_540_000L, "cnemc-water-csv", 0),
            "b",
            "t-03",
            "",
            "复核",
            new SampleValues(
                    Map.of(
                            WaterParameter.TEMPERATURE,
                            SampleValues.code(new Measured.Value(-200_000)),
                            WaterParameter.PH,
                            SampleValues.code(new Measured.Value(7_910_000)),
                            WaterParameter.NH3N,
                            SampleValues.code(new Measured.BelowDetection(25_000)),
                            WaterParameter.TP,
                            SampleValues.NO_VALUE,
                            WaterParameter.TN,
                            SampleValues.WITHDRAWN,
                            WaterParameter.CHLA,
                            SampleValues.NOT_MEASURED),
                    Optional.of(WaterClass.II),
                    Optional.of(StationStatus.MAINTENANCE)),
            "ph:sent=7.9099999");

    @RepeatedTest(20)
    void comes_back_as_it_went_when_it_is_a_water_sample(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (SectionSample sample : new RandomSamples(random, 3).samples()) {
            assertThat(ReadingsCodec.decode(ReadingsCodec.encode(sample))).isEqualTo(sample);
        }
    }

    @Test
    void is_read_and_written_as_the_first_released_schema_wrote_a_water_sample() {
        assertThat(HexFormat.of().formatHex(ReadingsCodec.encode(SAMPLE)))
                .isEqualTo(HexFormat.of().formatHex(Golden.bytes("section-sample.v1")));
        assertThat(ReadingsCodec.decode(Golden.bytes("section-sample.v1"))).isEqualTo(SAMPLE);
    }

    @Test
    void says_of_water_what_avro_itself_reads() throws IOException {
        GenericRecord read = new BinaryMessageDecoder<GenericRecord>(GenericData.get(), ReadingsCodec.SAMPLE.schema())
                .decode(ReadingsCodec.encode(SAMPLE));
        assertThat(read.get("section")).hasToString("bj-gubeikou");
        assertThat((List<?>) read.get("parameters")).isEqualTo(List.of(0, 1, 6, 7, 8, 31));
        assertThat((List<?>) read.get("kinds")).isEqualTo(List.of(0, 0, 1, 3, 4, 2));
        assertThat((List<?>) read.get("numbers")).isEqualTo(List.of(-200_000L, 7_910_000L, 25_000L, 0L, 0L, 0L));
        assertThat(read.get("publishedClass")).isEqualTo(2);
        assertThat(read.get("status")).isEqualTo(2);
    }

    @RepeatedTest(200)
    void comes_back_as_it_went_whatever_it_says(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition()); // the repetition is the seed
        StationRecord record = RandomMessages.record(random);
        Tick tick = new Tick(random.nextLong(), random.nextLong());
        String id = RandomMessages.text(random);
        DayLock lock = new DayLock(
                random.nextBoolean() ? Subject.station(id) : Subject.section(id),
                random.nextInt(),
                random.nextBoolean(),
                random.nextLong(),
                RandomMessages.text(random),
                RandomMessages.text(random),
                RandomMessages.text(random),
                RandomMessages.text(random));
        assertThat(ReadingsCodec.decode(ReadingsCodec.encode(lock))).isEqualTo(lock);

        assertThat(ReadingsCodec.decode(ReadingsCodec.encode(record))).isEqualTo(record);
        assertThat(ReadingsCodec.decode(ReadingsCodec.encode(tick))).isEqualTo(tick);
    }

    @Test
    void is_read_as_the_first_released_schema_wrote_it() {
        assertThat(ReadingsCodec.decode(Golden.bytes("station-record.v1"))).isEqualTo(RECORD);
        assertThat(ReadingsCodec.decode(Golden.bytes("tick.v1"))).isEqualTo(TICK);
        assertThat(ReadingsCodec.decode(Golden.bytes("day-lock.v1"))).isEqualTo(LOCK);
        assertThat(ReadingsCodec.decode(Golden.bytes("section-day-lock.v1"))).isEqualTo(SECTION_LOCK);
    }

    @Test
    void is_written_today_as_the_first_released_schema_wrote_it() {
        assertThat(ReadingsCodec.encode(RECORD)).isEqualTo(Golden.bytes("station-record.v1"));
        assertThat(ReadingsCodec.encode(TICK)).isEqualTo(Golden.bytes("tick.v1"));
        assertThat(ReadingsCodec.encode(LOCK)).isEqualTo(Golden.bytes("day-lock.v1"));
        assertThat(HexFormat.of().formatHex(ReadingsCodec.encode(SECTION_LOCK)))
                .isEqualTo(HexFormat.of().formatHex(Golden.bytes("section-day-lock.v1")));
    }

    @Test
    void is_read_and_written_as_the_second_schema_wrote_it_when_something_is_noted() {
        assertThat(ReadingsCodec.decode(Golden.bytes("station-record.v2"))).isEqualTo(NOTED);
        assertThat(ReadingsCodec.encode(NOTED)).isEqualTo(Golden.bytes("station-record.v2"));
    }

    @Test
    void keeps_notes_as_one_line_that_can_be_read() {
        assertThat(NOTED.notes().text())
                .isEqualTo(
                        "o3:flag=N&sent=43&unit=ppb&factor=239985%2F122327&method=UV%2C+%E7%B4%AB%E5%A4%96&limit=1&minutes=57");
        assertThatThrownBy(() -> ValueNotes.parse("o3:colour=red")).hasMessageContaining("colour=red");
    }

    @Test
    void can_be_read_by_avro_itself() throws IOException {
        GenericRecord read = new BinaryMessageDecoder<GenericRecord>(GenericData.get(), ReadingsCodec.RECORD.schema())
                .decode(ReadingsCodec.encode(RECORD));

        assertThat(read.get("station")).hasToString("bj-dongsi");
        assertThat(read.get("reason")).hasToString("仪器校准");
        assertThat(read.get("receivedAt")).isEqualTo(1_549_930_000_123L);
        assertThat(read.get("present")).isEqualTo(0b011001);
        assertThat(read.get("withdrawn")).isEqualTo(0b100100);
        assertThat((List<?>) read.get("values")).isEqualTo(List.of(42_500_000L, 0L, 1_300_000L));
    }

    @Test
    void can_be_written_by_avro_itself() throws IOException {
        GenericRecord tick = new GenericData.Record(ReadingsCodec.TICK.schema());
        tick.put("time", TICK.time());
        tick.put("wall", TICK.wall());
        byte[] written = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), ReadingsCodec.TICK.schema())
                .encode(tick)
                .array();

        assertThat(ReadingsCodec.decode(written)).isEqualTo(TICK);
    }

    @Test
    void is_refused_with_advice_when_an_unknown_schema_wrote_it() {
        byte[] fromTheFuture = ReadingsCodec.encode(TICK);
        fromTheFuture[2] ^= 1;

        assertThatThrownBy(() -> ReadingsCodec.decode(fromTheFuture))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("Found a message in readings written by schema")
                .hasMessageContaining("Expected one of [StationRecord.v1 (")
                .hasMessageContaining("update this process");
    }

    @Test
    void is_refused_with_advice_when_it_is_no_avro_message() {
        assertThatThrownBy(
                        () -> ReadingsCodec.decode("{\"station\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("Something else writes to this topic");
    }

    @Test
    void is_refused_wherever_it_is_cut() {
        for (ReadingsMessage message : List.of(RECORD, NOTED, SAMPLE)) {
            byte[] whole = ReadingsCodec.encode(message);
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> ReadingsCodec.decode(cut)).isInstanceOf(UnreadableMessage.class);
            }
        }
    }

    @RepeatedTest(50)
    void never_makes_anything_but_a_record_or_a_refusal_of_damaged_bytes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 200; i++) {
            byte[] damaged = random.nextBoolean() ? ReadingsCodec.encode(RECORD) : ReadingsCodec.encode(SAMPLE);
            damaged[10 + random.nextInt(damaged.length - 10)] = (byte) random.nextInt();
            try {
                assertThat(ReadingsCodec.decode(damaged)).isNotNull();
            } catch (UnreadableMessage expected) {
                assertThat(expected).hasMessageContaining("cut or damaged");
            }
        }
    }
}
