package org.microgram.standalone.keep;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * One partition of a topic as a stream of bytes: of each message 1, its time of ingest (ms), its key and its value, each with its length
 * before it (−1: none); then 0.
 */
final class LogEntries {

    /** No message of ours comes near; more is a damaged length. */
    private static final int LARGEST = 8 << 20;

    private LogEntries() {}

    /** A message as the broker keeps it; the key may be null. */
    record Entry(long timestamp, byte[] key, byte[] value) {}

    static void write(Entry entry, DataOutputStream out) throws IOException {
        out.writeByte(1);
        out.writeLong(entry.timestamp);
        bytes(entry.key, out);
        bytes(entry.value, out);
    }

    static void end(DataOutputStream out) throws IOException {
        out.writeByte(0);
        out.flush();
    }

    /** The next message; null at the end. */
    static Entry read(DataInputStream in) throws IOException {
        int more = in.read();
        if (more == 0) {
            return null;
        }
        if (more != 1) {
            throw new EOFException("a message was expected, found " + more);
        }
        return new Entry(in.readLong(), bytes(in), bytes(in));
    }

    private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length > LARGEST) {
            throw new IOException("a message of " + length + " bytes");
        }
        return length < 0 ? null : in.readNBytes(length);
    }
}
