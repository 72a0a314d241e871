package org.microgram.flink.state;

import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.microgram.messages.readings.SectionMessage;

/** A sample or lock event on its way to its section's ledger. */
public final class SectionMessageSerializer extends MessageSerializer<SectionMessage> {

    public static final SectionMessageSerializer INSTANCE = new SectionMessageSerializer();

    private SectionMessageSerializer() {
        super(SectionMessage.class);
    }

    @Override
    public TypeSerializerSnapshot<SectionMessage> snapshotConfiguration() {
        return new Snapshot();
    }

    /** How Flink finds this serializer again when state is restored. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SectionMessage> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
