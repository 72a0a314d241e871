package org.microgram.flink.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.microgram.messages.readings.ReadingsCodec;
import org.microgram.messages.readings.SectionSample;

/** A sample on its way to its section's ledger. */
public final class SectionSampleSerializer extends ImmutableSerializer<SectionSample> {

    public static final SectionSampleSerializer INSTANCE = new SectionSampleSerializer();

    @Override
    public void serialize(SectionSample value, DataOutputView target) throws IOException {
        byte[] bytes = ReadingsCodec.encode(value);
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    @Override
    public SectionSample deserialize(DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return (SectionSample) ReadingsCodec.decode(bytes);
    }

    @Override
    public TypeSerializerSnapshot<SectionSample> snapshotConfiguration() {
        return new Snapshot();
    }

    /** How Flink finds this serializer again when state is restored. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SectionSample> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
