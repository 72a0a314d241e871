package org.microgram.flink.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.RefusalCodec;

/** A refusal on its way to {@code refusals}. */
public final class RefusalSerializer extends ImmutableSerializer<Refusal> {

    public static final RefusalSerializer INSTANCE = new RefusalSerializer();

    @Override
    public void serialize(Refusal value, DataOutputView target) throws IOException {
        byte[] bytes = RefusalCodec.encode(value);
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    @Override
    public Refusal deserialize(DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return RefusalCodec.decode(bytes);
    }

    @Override
    public TypeSerializerSnapshot<Refusal> snapshotConfiguration() {
        return new Snapshot();
    }

    /** How Flink finds this serializer again when state is restored. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Refusal> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
