package org.microgram.access.audit;

import java.util.Map;
import java.util.SortedMap;

/**
 * The one way in which an entry is written, so that the same entry always has the same bytes.
 *
 * <p>What could end a line, move a cursor or turn the direction of reading is written as an escape: a name cannot forge a second entry,
 * nor look like another name in a terminal.
 */
final class CanonicalJson {

    /** Listed here instead of asked of the JDK: another release knows another Unicode, and the bytes must stay the same for ever. */
    private static final char[][] UNSAFE = {
        {0x0000, 0x001f}, // control
        {0x007f, 0x009f}, // control
        {0x00ad, 0x00ad}, // invisible hyphen
        {0x061c, 0x061c}, // direction of reading
        {0x200b, 0x200f}, // without width, direction of reading
        {0x2028, 0x202e}, // ends of lines and paragraphs, direction of reading
        {0x2060, 0x206f}, // without width, direction of reading
        {0xfeff, 0xfeff}, // byte order mark
        {0xfff9, 0xfffb}, // annotations
    };

    private CanonicalJson() {}

    static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (isUnsafe(text, i)) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    static void object(StringBuilder out, SortedMap<String, String> members) {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, String> member : members.entrySet()) {
            out.append(separator);
            text(out, member.getKey());
            out.append(':');
            text(out, member.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private static boolean isUnsafe(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        for (char[] range : UNSAFE) {
            if (c >= range[0] && c <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
