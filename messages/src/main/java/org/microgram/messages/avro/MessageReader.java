package org.microgram.messages.avro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * Reads messages in Avro single-object encoding: finds by the fingerprint which released schema wrote one, and hands its body to the
 * decoder of that schema. Safe for use by many threads.
 *
 * @param <T> what the topic carries
 */
public final class MessageReader<T> {

    // The greatest record that Kafka takes by default.
    private static final long LONGEST = 1 << 20;

    private static final byte[] NO_BYTES = {};

    private static final ThreadLocal<BinaryDecoder> DECODER = new ThreadLocal<>();

    private final String topic;
    private final List<WriterSchema> schemas = new ArrayList<>();
    private final List<Body<? extends T>> bodies = new ArrayList<>();

    /** @param topic what the messages are called when one cannot be read */
    public MessageReader(String topic) {
        this.topic = topic;
    }

    /** Adds a released schema and its decoder; the most frequent one first. */
    public MessageReader<T> with(WriterSchema schema, Body<? extends T> body) {
        schemas.add(schema);
        bodies.add(body);
        return this;
    }

    /** @throws UnreadableMessage when it is cut, no message at all, or written by a schema unknown here */
    public T read(byte[] message) {
        if (message.length < WriterSchema.HEADER
                || message[0] != WriterSchema.MAGIC_0
                || message[1] != WriterSchema.MAGIC_1) {
            throw new UnreadableMessage("Found " + message.length + " bytes in " + topic + " that do not begin with "
                    + "c301 and a fingerprint, so they are no Avro single-object message. Expected " + schemas
                    + ". Something else writes to this topic: give it a topic of its own.");
        }
        long fingerprint = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            fingerprint |= (message[2 + i] & 0xFFL) << (8 * i);
        }
        for (int i = 0; i < schemas.size(); i++) {
            if (schemas.get(i).fingerprint() == fingerprint) {
                return read(message, schemas.get(i), bodies.get(i));
            }
        }
        throw new UnreadableMessage("Found a message in " + topic + " written by schema "
                + WriterSchema.hex(fingerprint) + ". Expected one of " + schemas
                + ". A newer Microgram has written it: "
                + "update this process, then start it again; nothing is lost meanwhile.");
    }

    private T read(byte[] message, WriterSchema schema, Body<? extends T> body) {
        BinaryDecoder in = DecoderFactory.get()
                .binaryDecoder(message, WriterSchema.HEADER, message.length - WriterSchema.HEADER, DECODER.get());
        DECODER.set(in);
        try {
            return body.readFrom(in);
        } catch (UnreadableMessage e) {
            throw e; // the decoder knew better what is wrong
        } catch (IOException | RuntimeException e) {
            throw new UnreadableMessage(
                    "Found a message of " + message.length + " bytes in " + topic + " that is cut or damaged (" + e
                            + "). Expected a whole " + schema
                            + ". Keep a copy of it and look for disk or network faults.",
                    e);
        }
    }

    /** Reads a string, as {@link #bytes} reads bytes. */
    public static String text(BinaryDecoder in) throws IOException {
        byte[] utf8 = bytes(in);
        return utf8.length == 0 ? "" : new String(utf8, StandardCharsets.UTF_8);
    }

    /**
     * Reads bytes. Avro's own methods make room for as many as the message claims, up to 2 GB; a damaged length must not cost more than
     * a message could hold.
     */
    public static byte[] bytes(BinaryDecoder in) throws IOException {
        long length = in.readLong();
        if (length == 0) {
            return NO_BYTES;
        }
        if (length < 0 || length > LONGEST) {
            throw new IOException("it claims " + length + " bytes for one of its fields");
        }
        byte[] bytes = new byte[(int) length];
        in.readFixed(bytes, 0, bytes.length);
        return bytes;
    }

    /** Reads the fields in the order of the schema. */
    @FunctionalInterface
    public interface Body<T> {
        T readFrom(BinaryDecoder in) throws IOException;
    }
}
