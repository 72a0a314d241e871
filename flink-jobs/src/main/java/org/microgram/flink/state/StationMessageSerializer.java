package org.microgram.flink.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.microgram.messages.readings.ReadingsCodec;
import org.microgram.messages.readings.StationMessage;

/** A station's record or lock event between screen and ledger. */
public final class StationMessageSerializer extends ImmutableSerializer<StationMessage> {

    public static final StationMessageSerializer INSTANCE = new StationMessageSerializer();

    @Override
    public void serialize(StationMessage value, DataOutputView target) throws IOException {
        byte[] bytes = ReadingsCodec.encode(value);
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    @Override
    public StationMessage deserialize(DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return (StationMessage) ReadingsCodec.decode(bytes);
    }

    @Override
    public TypeSerializerSnapshot<StationMessage> snapshotConfiguration() {
        return new Snapshot();
    }

    /** How Flink finds this serializer again when state is restored. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<StationMessage> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
