package org.microgram.store.influx;

import org.microgram.messages.rows.Row;

/**
 * Which fields of a row have a value: hexadecimal digits, the j-th for the fields 4j to 4j + 3, the least bit first.
 *
 * <p>InfluxDB merges the fields of a point written again and has no null: a value that turned to none stays in it. This text, written
 * with every row, says that it no longer counts. Fields are only ever appended to a measurement, so a text that is too short is of an
 * older version, and the fields it does not speak of have no value.
 */
final class Presence {

    private static final int PER_DIGIT = 4;
    private static final int HEXADECIMAL = 16;

    private Presence() {}

    static String of(Row row) {
        int fields = row.measurement().fields().size();
        char[] text = new char[(fields + PER_DIGIT - 1) / PER_DIGIT];
        for (int digit = 0; digit < text.length; digit++) {
            int bits = 0;
            for (int i = 0; i < PER_DIGIT && digit * PER_DIGIT + i < fields; i++) {
                bits |= row.has(digit * PER_DIGIT + i) ? 1 << i : 0;
            }
            text[digit] = Character.forDigit(bits, HEXADECIMAL);
        }
        return new String(text);
    }

    static boolean has(String presence, int field) {
        int digit = field / PER_DIGIT;
        return digit < presence.length()
                && (Character.digit(presence.charAt(digit), HEXADECIMAL) >> field % PER_DIGIT & 1) == 1;
    }
}
