package org.microgram.ingest.files;

import java.nio.charset.StandardCharsets;
import org.microgram.ingest.ReadRun;
import org.microgram.messages.readings.Refusal.Reason;

/** What a file's first bytes say of it. */
public final class TextBytes {

    private static final int LOOKED_AT = 1024;

    private TextBytes() {}

    /** Whether it may be a text of numbers; if not, refuses it as empty, as a page or as binary data. */
    public static boolean checked(byte[] bytes, String source, ReadRun run) {
        if (bytes.length == 0) {
            run.refuse(Reason.EMPTY_FILE, source, 0, "no bytes", "", 0);
            return false;
        }
        if (isNoText(bytes)) {
            run.refuse(Reason.NOT_A_TABLE, source, 0, "a page or binary data", head(bytes), 0);
            return false;
        }
        return true;
    }

    /** As much of it as a refusal keeps; bytes that are not UTF-8 become U+FFFD. */
    public static String head(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, ReadRun.RAW_CHARS), StandardCharsets.UTF_8);
    }

    private static boolean isNoText(byte[] bytes) {
        int looked = Math.min(bytes.length, LOOKED_AT);
        for (int i = 0; i < looked; i++) {
            if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != '\t') {
                return true;
            }
        }
        return new String(bytes, 0, looked, StandardCharsets.UTF_8)
                .stripLeading()
                .startsWith("<");
    }
}
