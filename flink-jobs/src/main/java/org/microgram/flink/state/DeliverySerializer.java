package org.microgram.flink.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What became of a station's records of one batch. */
public final class DeliverySerializer extends ImmutableSerializer<Delivery> {

    public static final DeliverySerializer INSTANCE = new DeliverySerializer();

    @Override
    public void serialize(Delivery value, DataOutputView target) throws IOException {
        target.writeLong(value.records());
        target.writeLong(value.used());
        target.writeLong(value.duplicate());
        target.writeLong(value.refused());
    }

    @Override
    public Delivery deserialize(DataInputView source) throws IOException {
        return new Delivery(source.readLong(), source.readLong(), source.readLong(), source.readLong());
    }

    @Override
    public TypeSerializerSnapshot<Delivery> snapshotConfiguration() {
        return new Snapshot();
    }

    /** How Flink finds this serializer again when state is restored. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Delivery> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
