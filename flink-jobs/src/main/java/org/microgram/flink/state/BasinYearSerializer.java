package org.microgram.flink.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.microgram.messages.water.BasinYear;
import org.microgram.messages.water.SectionYearCodec;

/** A year of a river, basin, lake or area, in the layout of {@link SectionYearCodec}. */
public final class BasinYearSerializer extends ImmutableSerializer<BasinYear> {

    public static final BasinYearSerializer INSTANCE = new BasinYearSerializer();

    @Override
    public void serialize(BasinYear value, DataOutputView target) throws IOException {
        SectionYearCodec.write(value, target);
    }

    @Override
    public BasinYear deserialize(DataInputView source) throws IOException {
        return SectionYearCodec.readBasin(source);
    }

    @Override
    public TypeSerializerSnapshot<BasinYear> snapshotConfiguration() {
        return new Snapshot();
    }

    /** How Flink finds this serializer again when state is restored. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<BasinYear> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
