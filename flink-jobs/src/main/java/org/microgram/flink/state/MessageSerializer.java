package org.microgram.flink.state;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.microgram.messages.readings.ReadingsCodec;
import org.microgram.messages.readings.ReadingsMessage;

/** What {@code readings} carries, or a part of it, as it stands there. */
abstract class MessageSerializer<M extends ReadingsMessage> extends ImmutableSerializer<M> {

    private final Class<M> type;

    MessageSerializer(Class<M> type) {
        this.type = type;
    }

    @Override
    public void serialize(M value, DataOutputView target) throws IOException {
        byte[] bytes = ReadingsCodec.encode(value);
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    @Override
    public M deserialize(DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return type.cast(ReadingsCodec.decode(bytes));
    }
}
