package org.microgram.flink.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A message on its way to {@code figures}. */
public final class FigureSerializer extends ImmutableSerializer<Figure> {

    public static final FigureSerializer INSTANCE = new FigureSerializer();

    @Override
    public void serialize(Figure value, DataOutputView target) throws IOException {
        target.writeInt(value.route());
        target.writeInt(value.message().length);
        target.write(value.message());
    }

    @Override
    public Figure deserialize(DataInputView source) throws IOException {
        int route = source.readInt();
        byte[] message = new byte[source.readInt()];
        source.readFully(message);
        return new Figure(route, message);
    }

    @Override
    public TypeSerializerSnapshot<Figure> snapshotConfiguration() {
        return new Snapshot();
    }

    /** How Flink finds this serializer again when state is restored. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Figure> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
