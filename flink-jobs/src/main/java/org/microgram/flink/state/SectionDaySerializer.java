package org.microgram.flink.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.microgram.standards.samples.SectionDay;
import org.microgram.standards.samples.SectionDayCodec;

/** A section's ledger of one day, in the layout of {@link SectionDayCodec}. */
public final class SectionDaySerializer extends ImmutableSerializer<SectionDay> {

    public static final SectionDaySerializer INSTANCE = new SectionDaySerializer();

    @Override
    public void serialize(SectionDay value, DataOutputView target) throws IOException {
        SectionDayCodec.write(value, target);
    }

    @Override
    public SectionDay deserialize(DataInputView source) throws IOException {
        return SectionDayCodec.read(source);
    }

    @Override
    public TypeSerializerSnapshot<SectionDay> snapshotConfiguration() {
        return new Snapshot();
    }

    /** How Flink finds this serializer again when state is restored. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SectionDay> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
