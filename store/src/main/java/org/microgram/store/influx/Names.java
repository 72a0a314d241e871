package org.microgram.store.influx;

/**
 * Names as tag values, and back.
 *
 * <p>A tag value cannot be empty, cannot hold a line feed, and a backslash at its end would swallow what follows. So every character
 * that means something to the line protocol, to InfluxQL or to the client is written as {@code %} and its four hexadecimal digits;
 * ids as they are in {@code config/} stay as they are. No two names share a tag value.
 */
final class Names {

    private static final char ESCAPE = '%';
    private static final String EMPTY = "%";
    private static final int DIGITS = 4;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    private Names() {}

    static String toTag(String name) {
        if (name.isEmpty()) {
            return EMPTY;
        }
        StringBuilder tag = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isPlain(name, i)) {
                tag.append(c);
            } else {
                tag.append(ESCAPE).append("%04x".formatted((int) c));
            }
        }
        return tag.toString();
    }

    static String fromTag(String tag) {
        if (tag.equals(EMPTY)) {
            return "";
        }
        StringBuilder name = new StringBuilder(tag.length());
        for (int i = 0; i < tag.length(); i++) {
            if (tag.charAt(i) == ESCAPE) {
                name.append((char) Integer.parseInt(tag, i + 1, i + 1 + DIGITS, 16));
                i += DIGITS;
            } else {
                name.append(tag.charAt(i));
            }
        }
        return name.toString();
    }

    private static boolean isPlain(String name, int i) {
        char c = name.charAt(i);
        if (c <= FIRST_PRINTABLE || c == DELETE || " ,='\"\\%".indexOf(c) >= 0) {
            return false;
        }
        // Half of a pair has no UTF-8 and would arrive as a question mark.
        boolean high =
                Character.isHighSurrogate(c) && i + 1 < name.length() && Character.isLowSurrogate(name.charAt(i + 1));
        boolean low = Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(name.charAt(i - 1));
        return !Character.isSurrogate(c) || high || low;
    }
}
