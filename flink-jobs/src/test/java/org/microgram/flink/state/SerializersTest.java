package org.microgram.flink.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.messages.oracle.RandomReadings;
import org.microgram.messages.oracle.RandomSamples;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.readings.Tick;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.AreaDay;
import org.microgram.standards.ledger.DayBlock;
import org.microgram.standards.samples.SectionDay;

@DisplayName("Our own serializers of state and network")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SerializersTest {

    private static final List<StationRecord> RECORDS = new RandomReadings(RandomReadings.seeded(4), 4).records();

    @Test
    void give_back_what_they_were_given() throws Exception {
        for (StationRecord record : RECORDS) {
            assertRoundTrip(StationMessageSerializer.INSTANCE, record);
            assertRoundTrip(ReadingSerializer.INSTANCE, record);
        }
        assertRoundTrip(ReadingSerializer.INSTANCE, new Tick(17, 18));
        DayLock lock = new DayLock("s1", 17_939, true, 18, "李工", "终审", "b", "t");
        assertRoundTrip(ReadingSerializer.INSTANCE, lock);
        assertRoundTrip(StationMessageSerializer.INSTANCE, lock);
        DayLock ofSection = new DayLock(Subject.section("s-river"), 18_718, false, 18, "李工", "复核", "b", "t");
        assertRoundTrip(SectionMessageSerializer.INSTANCE, ofSection);
        DayBlock block = block();
        assertRoundTrip(DayBlockSerializer.INSTANCE, block);
        AreaDay area = throughBytes(
                AreaDaySerializer.INSTANCE, AreaDay.empty(block.day()).with("s1", block.values()));
        assertThat(area.day()).isEqualTo(block.day());
        assertThat(area.of(List.of("s1", "s2"))).containsExactly(block.values());
        assertRoundTrip(AreaUpdateSerializer.INSTANCE, new AreaUpdate("city", "s1", true, block.values()));
        for (SectionSample sample : new RandomSamples(new Random(2), 3).samples()) {
            assertRoundTrip(SectionMessageSerializer.INSTANCE, sample);
            assertRoundTrip(ReadingSerializer.INSTANCE, sample);
            SectionDay section = SectionDay.empty(ChinaTime.dayOf(sample.second()))
                    .apply(sample.second(), sample.byHand(), sample.version(), sample.values())
                    .block()
                    .apply(ofSection.event());
            assertRoundTrip(SectionDaySerializer.INSTANCE, section);
        }
        assertRoundTrip(DeliverySerializer.INSTANCE, new Delivery(1, 2, 3, 4));
        assertRoundTrip(
                RefusalSerializer.INSTANCE, new Refusal(Refusal.Reason.CUT_ROW, "f", 2, "found", "raw", "b", 3));
    }

    @Test
    void keep_the_bytes_and_the_way_of_a_figure() throws Exception {
        Figure figure = new Figure(-3, new byte[] {5, 6, 7});
        Figure back = throughBytes(FigureSerializer.INSTANCE, figure);
        assertThat(back.route()).isEqualTo(-3);
        assertThat(back.message()).containsExactly(5, 6, 7);
    }

    @Test
    void copy_nothing_because_their_values_never_change() {
        DayBlock block = block();
        assertThat(DayBlockSerializer.INSTANCE.copy(block)).isSameAs(block);
        assertThat(DayBlockSerializer.INSTANCE.isImmutableType()).isTrue();
    }

    @Test
    void are_found_again_from_what_a_checkpoint_keeps_of_them() throws Exception {
        for (TypeSerializer<?> serializer : List.of(
                StationMessageSerializer.INSTANCE,
                ReadingSerializer.INSTANCE,
                DayBlockSerializer.INSTANCE,
                SectionMessageSerializer.INSTANCE,
                SectionDaySerializer.INSTANCE,
                AreaDaySerializer.INSTANCE,
                AreaUpdateSerializer.INSTANCE,
                DeliverySerializer.INSTANCE,
                FigureSerializer.INSTANCE,
                RefusalSerializer.INSTANCE)) {
            DataOutputSerializer out = new DataOutputSerializer(64);
            TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
            TypeSerializerSnapshot<?> snapshot = TypeSerializerSnapshot.readVersionedSnapshot(
                    new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
            assertThat(snapshot.restoreSerializer()).isEqualTo(serializer);
        }
    }

    /** A day with everything in it that the random readings have. */
    private static DayBlock block() {
        int day = ChinaTime.dayOf(
                RECORDS.get(new Random(1).nextInt(RECORDS.size())).startSecond());
        DayBlock block = DayBlock.empty(day);
        for (StationRecord record : RECORDS) {
            if (ChinaTime.dayOf(record.startSecond()) == day) {
                block = block.apply(ChinaTime.hourOf(record.startSecond()), record.version(), record.values())
                        .block();
            }
        }
        return block;
    }

    private static <T> void assertRoundTrip(TypeSerializer<T> serializer, T value) throws IOException {
        assertThat(throughBytes(serializer, value)).isEqualTo(value);
    }

    /** Written, copied from bytes to bytes as the network does, and read; nothing is left over. */
    private static <T> T throughBytes(TypeSerializer<T> serializer, T value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(value, out);
        DataOutputSerializer copied = new DataOutputSerializer(64);
        serializer.copy(new DataInputDeserializer(out.getCopyOfBuffer()), copied);
        DataInputDeserializer in = new DataInputDeserializer(copied.getCopyOfBuffer());
        T back = serializer.deserialize(in);
        assertThat(in.available()).isZero();
        return back;
    }
}
