package org.microgram.messages.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * One released schema, and how a message of it is written: Avro single-object encoding, that is {@code C3 01}, the schema's CRC-64-AVRO
 * fingerprint as eight bytes with the lowest first, and the Avro binary body.
 *
 * <p>A released {@code .avsc} never changes, documentation excepted: a changed record gets the next version number and its own file, and
 * the codec keeps reading the old one. Safe for use by many threads.
 */
public final class WriterSchema {

    /** Bytes before the body. */
    static final int HEADER = 10;

    static final byte MAGIC_0 = (byte) 0xC3;
    static final byte MAGIC_1 = 0x01;

    // A buffer and an encoder per thread: without them every message costs some 10 kB of garbage.
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private final String name;
    private final Schema schema;
    private final long fingerprint;

    private WriterSchema(String name, Schema schema) {
        this.name = name;
        this.schema = schema;
        this.fingerprint = SchemaNormalization.parsingFingerprint64(schema);
    }

    /**
     * Loads the schema from the resource beside a class.
     *
     * @param name such as {@code Tick.v1}, without {@code .avsc}
     */
    public static WriterSchema beside(Class<?> type, String name) {
        try (InputStream in = type.getResourceAsStream(name + ".avsc")) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + ".avsc is missing beside " + type.getName()
                        + "; the jar is incomplete, build it again");
            }
            return new WriterSchema(name, new Schema.Parser().parse(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code Tick.v1}. */
    public String name() {
        return name;
    }

    public Schema schema() {
        return schema;
    }

    /** CRC-64-AVRO of the parsing canonical form: what the header carries. */
    public long fingerprint() {
        return fingerprint;
    }

    /** A message of this schema with the given body. */
    public byte[] write(Body body) {
        Scratch scratch = SCRATCH.get();
        ByteArrayOutputStream bytes = scratch.bytes;
        bytes.reset();
        bytes.write(MAGIC_0);
        bytes.write(MAGIC_1);
        for (int i = 0; i < Long.BYTES; i++) {
            bytes.write((int) (fingerprint >>> (8 * i)));
        }
        try {
            body.writeTo(scratch.encoder);
            scratch.encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing but memory is written to
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return name + " (" + hex(fingerprint) + ")";
    }

    static String hex(long fingerprint) {
        return String.format("%016x", fingerprint);
    }

    /** Writes the fields in the order of the schema. */
    @FunctionalInterface
    public interface Body {
        void writeTo(BinaryEncoder out) throws IOException;
    }

    private static final class Scratch {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    }
}
