package org.microgram.flink.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.microgram.standards.ledger.BlockCodec;

/** What a station's ledger sends to an area. */
public final class AreaUpdateSerializer extends ImmutableSerializer<AreaUpdate> {

    public static final AreaUpdateSerializer INSTANCE = new AreaUpdateSerializer();

    @Override
    public void serialize(AreaUpdate value, DataOutputView target) throws IOException {
        target.writeUTF(value.area());
        target.writeUTF(value.station());
        target.writeBoolean(value.live());
        BlockCodec.write(value.day(), target);
    }

    @Override
    public AreaUpdate deserialize(DataInputView source) throws IOException {
        return new AreaUpdate(source.readUTF(), source.readUTF(), source.readBoolean(), BlockCodec.readDay(source));
    }

    @Override
    public TypeSerializerSnapshot<AreaUpdate> snapshotConfiguration() {
        return new Snapshot();
    }

    /** How Flink finds this serializer again when state is restored. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<AreaUpdate> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
