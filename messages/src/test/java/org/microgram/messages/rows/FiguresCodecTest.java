package org.microgram.messages.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
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

@DisplayName("A message of the topic figures")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FiguresCodecTest {

    /** What is in golden/row.v1.hex. */
    static final Row ROW = Row.builder(
                    new RowKey(Measurement.AIR_HOUR, Subject.area("dongcheng"), 1_549_926_000L, 1_549_929_600L, ""))
            .number("pm25", 42_500_000)
            .number("co", 0)
            .number("aqi", 59)
            .text("primary", "PM2.5")
            .number("revision", 2)
            .text("edition", "HJ 633-2012")
            .build();

    static final Marker MARKER = new Marker("air-compliance", 1, 2, 1_700_000_000_001L);

    @RepeatedTest(200)
    void comes_back_as_it_went_whatever_it_says(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition()); // the repetition is the seed
        Row row = RandomMessages.row(random);
        Marker marker = new Marker(RandomMessages.text(random), random.nextInt(), random.nextInt(), random.nextLong());

        assertThat(FiguresCodec.decode(FiguresCodec.encode(row))).isEqualTo(row);
        assertThat(FiguresCodec.decode(FiguresCodec.encode(marker))).isEqualTo(marker);
    }

    @Test
    void is_read_as_the_first_released_schema_wrote_it() {
        assertThat(FiguresCodec.decode(Golden.bytes("row.v1"))).isEqualTo(ROW);
        assertThat(FiguresCodec.decode(Golden.bytes("marker.v1"))).isEqualTo(MARKER);
    }

    @Test
    void can_be_read_by_avro_itself() throws IOException {
        GenericRecord read = avroRecord(ROW);

        assertThat(read.get("measurement")).hasToString("air_hour");
        assertThat(read.get("startSecond")).isEqualTo(1_549_926_000L);
        assertThat((List<?>) read.get("numbers")).isEqualTo(List.of(42_500_000L, 0L, 59L, 2L));
        assertThat(((List<?>) read.get("texts")).stream().map(Object::toString))
                .containsExactly("PM2.5", "HJ 633-2012");
    }

    @Test
    void reads_fields_appended_since_it_was_written_as_none() throws IOException {
        GenericRecord older = avroRecord(ROW);
        byte[] present = bytesOf((ByteBuffer) older.get("present"));
        older.put("present", ByteBuffer.wrap(Arrays.copyOf(present, 4))); // 32 fields: edition was not invented yet
        older.put("texts", List.of("PM2.5"));

        Row read = (Row) FiguresCodec.decode(written(older));

        assertThat(read.number("pm25")).isEqualTo(42_500_000);
        assertThat(read.text("primary")).isEqualTo("PM2.5");
        assertThat(read.has("edition")).isFalse();
        assertThat(read.has("config")).isFalse();
    }

    @Test
    void is_refused_with_advice_when_it_has_a_field_that_is_not_declared_yet() throws IOException {
        GenericRecord newer = avroRecord(ROW);
        byte[] present = bytesOf((ByteBuffer) newer.get("present"));
        byte[] longer = Arrays.copyOf(present, present.length + 1);
        longer[present.length] = 1;
        newer.put("present", ByteBuffer.wrap(longer));
        newer.put("numbers", List.of(42_500_000L, 0L, 59L, 2L, 7L));
        byte[] written = written(newer);

        assertThatThrownBy(() -> FiguresCodec.decode(written))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("Found a row of air_hour with a field number")
                .hasMessageContaining("update this process");
    }

    @Test
    void is_refused_with_advice_when_its_measurement_is_unknown() throws IOException {
        GenericRecord newer = avroRecord(ROW);
        newer.put("measurement", "air_decade");
        byte[] written = written(newer);

        assertThatThrownBy(() -> FiguresCodec.decode(written))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("air_decade")
                .hasMessageContaining("air_hour");
    }

    @Test
    void is_refused_with_advice_when_an_unknown_schema_wrote_it() {
        byte[] fromTheFuture = FiguresCodec.encode(MARKER);
        fromTheFuture[5] ^= 1;

        assertThatThrownBy(() -> FiguresCodec.decode(fromTheFuture))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("Expected one of [Row.v1 (")
                .hasMessageContaining("Marker.v1 (");
    }

    @Test
    void is_refused_wherever_it_is_cut() {
        byte[] whole = FiguresCodec.encode(ROW);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> FiguresCodec.decode(cut)).isInstanceOf(UnreadableMessage.class);
        }
    }

    private static GenericRecord avroRecord(Row row) throws IOException {
        return new BinaryMessageDecoder<GenericRecord>(GenericData.get(), FiguresCodec.ROW.schema())
                .decode(FiguresCodec.encode(row));
    }

    private static byte[] written(GenericRecord record) throws IOException {
        return bytesOf(
                new BinaryMessageEncoder<GenericRecord>(GenericData.get(), FiguresCodec.ROW.schema()).encode(record));
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
