package org.microgram.access.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The end of one file of the log.
 *
 * @param last its last complete line, without the line feed
 * @param unfinished what stands behind it: a write that a kill cut off; usually nothing
 * @param finishedLength length of the file up to and with the last line feed
 */
record Tail(Optional<String> last, byte[] unfinished, long finishedLength) {

    /** Reads no more of the file than its last two lines can take. */
    static Tail of(FileChannel channel) throws IOException {
        long size = channel.size();
        long from = Math.max(0, size - 2L * AuditFiles.LONGEST_LINE - 2);
        ByteBuffer buffer = ByteBuffer.allocate((int) (size - from));
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // goes on until it has all
        }
        byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
        int end = lastLineFeed(bytes, bytes.length);
        if (end < 0) {
            return new Tail(Optional.empty(), bytes, from);
        }
        int start = lastLineFeed(bytes, end) + 1;
        String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        return new Tail(Optional.of(line), Arrays.copyOfRange(bytes, end + 1, bytes.length), from + end + 1);
    }

    private static int lastLineFeed(byte[] bytes, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
