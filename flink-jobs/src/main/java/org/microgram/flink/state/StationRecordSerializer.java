package org.microgram.flink.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.microgram.messages.readings.ReadingsCodec;
import org.microgram.messages.readings.StationRecord;

/** A station's record between screen and ledger. */
public final class StationRecordSerializer extends ImmutableSerializer<StationRecord> {

    public static final StationRecordSerializer INSTANCE = new StationRecordSerializer();

    @Override
    public void serialize(StationRecord value, DataOutputView target) throws IOException {
        byte[] bytes = ReadingsCodec.encode(value);
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    @Override
    public StationRecord deserialize(DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return (StationRecord) ReadingsCodec.decode(bytes);
    }

    @Override
    public TypeSerializerSnapshot<StationRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** How Flink finds this serializer again when state is restored. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<StationRecord> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
