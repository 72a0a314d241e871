package org.microgram.flink.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.microgram.messages.readings.ReadingsCodec;
import org.microgram.messages.readings.ReadingsMessage;

/** What the topic {@code readings} carries, as it stands there. */
public final class ReadingSerializer extends ImmutableSerializer<ReadingsMessage> {

    public static final ReadingSerializer INSTANCE = new ReadingSerializer();

    @Override
    public void serialize(ReadingsMessage value, DataOutputView target) throws IOException {
        byte[] bytes = ReadingsCodec.encode(value);
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    @Override
    public ReadingsMessage deserialize(DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return ReadingsCodec.decode(bytes);
    }

    @Override
    public TypeSerializerSnapshot<ReadingsMessage> snapshotConfiguration() {
        return new Snapshot();
    }

    /** How Flink finds this serializer again when state is restored. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<ReadingsMessage> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
