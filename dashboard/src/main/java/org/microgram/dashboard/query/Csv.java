package org.microgram.dashboard.query;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.microgram.standards.ChinaTime;

/** Cells of a CSV file: RFC 4180, and safe to open in a spreadsheet. */
public final class Csv {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private Csv() {}

    /**
     * A text cell. One that a spreadsheet would take for a formula gets an apostrophe in front; numbers must not come here, for −8.5 is
     * one.
     */
    public static String text(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        // A tab or carriage return in front would be skipped by a spreadsheet and hide the sign.
        String safe = "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** ISO 8601 with +08:00. */
    public static String time(long second) {
        return TIME.format(Instant.ofEpochSecond(second).atOffset(ChinaTime.OFFSET));
    }
}
