package org.microgram.flink.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.microgram.standards.ledger.AreaDay;

/** An area's ledger of one day. */
public final class AreaDaySerializer extends ImmutableSerializer<AreaDay> {

    public static final AreaDaySerializer INSTANCE = new AreaDaySerializer();

    @Override
    public void serialize(AreaDay value, DataOutputView target) throws IOException {
        value.write(target);
    }

    @Override
    public AreaDay deserialize(DataInputView source) throws IOException {
        return AreaDay.read(source);
    }

    @Override
    public TypeSerializerSnapshot<AreaDay> snapshotConfiguration() {
        return new Snapshot();
    }

    /** How Flink finds this serializer again when state is restored. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<AreaDay> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
