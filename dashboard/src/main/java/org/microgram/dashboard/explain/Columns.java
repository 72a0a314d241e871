package org.microgram.dashboard.explain;

import java.util.ArrayList;
import java.util.List;

/** Text in a terminal's columns: a Chinese character is two wide (Unicode annex 11; ambiguous characters count as one). */
final class Columns {

    private Columns() {}

    static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }

    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** Cut at the right where it is too wide, with an ellipsis. */
    static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int c : text.codePoints().toArray()) {
            used += isWide(c) ? 2 : 1;
            if (used > width) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.append('…').toString();
    }

    /** In lines of at most this width, at blanks where there are any, else anywhere. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        int blank = -1;
        for (int c : text.codePoints().toArray()) {
            int w = isWide(c) ? 2 : 1;
            if (used + w > width) {
                String rest = blank > 0 ? line.substring(blank + 1) : "";
                lines.add(blank > 0 ? line.substring(0, blank) : line.toString());
                line = new StringBuilder(rest);
                used = width(rest);
                blank = -1;
            }
            if (c == ' ') {
                blank = line.length();
            }
            line.appendCodePoint(c);
            used += w;
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
