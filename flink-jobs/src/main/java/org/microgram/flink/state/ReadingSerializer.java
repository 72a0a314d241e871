package org.microgram.flink.state;

import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.microgram.messages.readings.ReadingsMessage;

/** What the topic {@code readings} carries, as it stands there. */
public final class ReadingSerializer extends MessageSerializer<ReadingsMessage> {

    public static final ReadingSerializer INSTANCE = new ReadingSerializer();

    private ReadingSerializer() {
        super(ReadingsMessage.class);
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
