package org.microgram.messages.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
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

@DisplayName("A message of the topic refusals")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RefusalCodecTest {

    /** What is in golden/refusal.v1.hex. */
    static final Refusal REFUSAL = new Refusal(
            Refusal.Reason.CUT_ROW,
            "beijing_all_20190212.csv",
            42,
            "31 cells",
            "20190212,7,PM2.5,…",
            "archive-2019",
            35);

    @RepeatedTest(50)
    void comes_back_as_it_went_whatever_it_says(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Refusal.Reason[] reasons = Refusal.Reason.values();
        Refusal refusal = new Refusal(
                reasons[random.nextInt(reasons.length)],
                RandomMessages.text(random),
                random.nextLong(),
                RandomMessages.text(random),
                RandomMessages.text(random),
                RandomMessages.text(random),
                random.nextInt());

        assertThat(RefusalCodec.decode(RefusalCodec.encode(refusal))).isEqualTo(refusal);
    }

    @Test
    void is_read_and_written_as_by_the_first_released_schema() {
        assertThat(RefusalCodec.decode(Golden.bytes("refusal.v1"))).isEqualTo(REFUSAL);
        assertThat(RefusalCodec.encode(REFUSAL)).isEqualTo(Golden.bytes("refusal.v1"));
    }

    @Test
    void can_be_read_by_avro_itself() throws IOException {
        GenericRecord read = new BinaryMessageDecoder<GenericRecord>(GenericData.get(), RefusalCodec.REFUSAL.schema())
                .decode(RefusalCodec.encode(REFUSAL));

        assertThat(read.get("reason")).hasToString("cut_row");
        assertThat(read.get("position")).isEqualTo(42L);
    }

    @Test
    void is_not_guessed_at_when_its_reason_is_unknown() throws IOException {
        var schema = RefusalCodec.REFUSAL.schema();
        GenericRecord refusal =
                new BinaryMessageDecoder<GenericRecord>(GenericData.get(), schema).decode(RefusalCodec.encode(REFUSAL));
        refusal.put("reason", "struck_by_lightning");
        ByteBuffer buffer = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema).encode(refusal);
        byte[] written = new byte[buffer.remaining()];
        buffer.get(written);

        assertThatThrownBy(() -> RefusalCodec.decode(written))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining("struck_by_lightning")
                .hasMessageContaining("update this process");
    }
}
