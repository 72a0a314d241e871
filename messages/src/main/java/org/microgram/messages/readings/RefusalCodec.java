package org.microgram.messages.readings;

import static org.microgram.messages.avro.MessageReader.text;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.io.BinaryDecoder;
import org.microgram.messages.Topics;
import org.microgram.messages.avro.MessageReader;
import org.microgram.messages.avro.UnreadableMessage;
import org.microgram.messages.avro.WriterSchema;

/** Refusals as the bytes of the topic {@code refusals}, and back: {@code Refusal.v1.avsc}. Safe for use by many threads. */
public final class RefusalCodec {

    /** What refusals are written with. */
    public static final WriterSchema REFUSAL = WriterSchema.beside(RefusalCodec.class, "Refusal.v1");

    private static final MessageReader<Refusal> READER =
            new MessageReader<Refusal>(Topics.REFUSALS).with(REFUSAL, RefusalCodec::read);

    // By name, not by position: reasons may be added anywhere in their list.
    private static final Map<String, Refusal.Reason> REASONS = new HashMap<>();

    static {
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            REASONS.put(reason.code(), reason);
        }
    }

    private RefusalCodec() {}

    public static byte[] encode(Refusal refusal) {
        return REFUSAL.write(out -> {
            out.writeString(refusal.reason().code());
            out.writeString(refusal.source());
            out.writeLong(refusal.position());
            out.writeString(refusal.found());
            out.writeString(refusal.raw());
            out.writeString(refusal.batch());
            out.writeInt(refusal.values());
        });
    }

    /** @throws UnreadableMessage saying what was found, what is known, and what to do */
    public static Refusal decode(byte[] message) {
        return READER.read(message);
    }

    private static Refusal read(BinaryDecoder in) throws IOException {
        String code = text(in);
        Refusal.Reason reason = REASONS.get(code);
        if (reason == null) {
            throw new UnreadableMessage("Found a refusal with the reason " + code + ". Expected one of "
                    + REASONS.keySet() + ". A newer Microgram has written it: update this process.");
        }
        return new Refusal(reason, text(in), in.readLong(), text(in), text(in), text(in), in.readInt());
    }
}
