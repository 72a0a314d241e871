package org.microgram.flink.state;

import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.microgram.messages.readings.StationMessage;

/** A station's record or lock event between screen and ledger. */
public final class StationMessageSerializer extends MessageSerializer<StationMessage> {

    public static final StationMessageSerializer INSTANCE = new StationMessageSerializer();

    private StationMessageSerializer() {
        super(StationMessage.class);
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
