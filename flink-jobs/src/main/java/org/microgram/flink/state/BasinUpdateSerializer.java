package org.microgram.flink.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.microgram.messages.rows.Subject;
import org.microgram.messages.water.SectionYearCodec;

/** What a section's ledger sends to a river, basin, lake or area. */
public final class BasinUpdateSerializer extends ImmutableSerializer<BasinUpdate> {

    public static final BasinUpdateSerializer INSTANCE = new BasinUpdateSerializer();

    @Override
    public void serialize(BasinUpdate value, DataOutputView target) throws IOException {
        target.writeUTF(value.subject().kind());
        target.writeUTF(value.subject().id());
        target.writeUTF(value.section());
        target.writeBoolean(value.live());
        SectionYearCodec.write(value.year(), target);
    }

    @Override
    public BasinUpdate deserialize(DataInputView source) throws IOException {
        Subject subject = new Subject(source.readUTF(), source.readUTF());
        return new BasinUpdate(subject, source.readUTF(), source.readBoolean(), SectionYearCodec.read(source));
    }

    @Override
    public TypeSerializerSnapshot<BasinUpdate> snapshotConfiguration() {
        return new Snapshot();
    }

    /** How Flink finds this serializer again when state is restored. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<BasinUpdate> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
