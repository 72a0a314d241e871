package org.microgram.flink.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.microgram.standards.ledger.BlockCodec;
import org.microgram.standards.ledger.DayBlock;

/** A station's ledger of one day, in the layout of {@link BlockCodec}. */
public final class DayBlockSerializer extends ImmutableSerializer<DayBlock> {

    public static final DayBlockSerializer INSTANCE = new DayBlockSerializer();

    @Override
    public void serialize(DayBlock value, DataOutputView target) throws IOException {
        BlockCodec.write(value, target);
    }

    @Override
    public DayBlock deserialize(DataInputView source) throws IOException {
        return BlockCodec.readBlock(source);
    }

    @Override
    public TypeSerializerSnapshot<DayBlock> snapshotConfiguration() {
        return new Snapshot();
    }

    /** How Flink finds this serializer again when state is restored. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<DayBlock> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
