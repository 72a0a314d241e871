package org.microgram.dashboard.web;

import java.math.BigDecimal;
import java.util.List;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.number.Fraction;

/** Fields of rows as the page gets them: decimal strings, and the keys that explain them. */
final class Figures {

    private Figures() {}

    static String hourKey(Subject subject, String parameter, long endSecond) {
        return subject.id() + " air_hour " + parameter + " " + Hours.label(endSecond);
    }

    static String key(Subject subject, String measurement, String parameter, String period) {
        return subject.id() + " " + measurement + " " + parameter + " " + period;
    }

    /** Any field as text; null when it has none. */
    static String text(Row row, int index) {
        if (!row.has(index)) {
            return null;
        }
        Field field = row.measurement().fields().get(index);
        return field.isText() ? row.text(index) : decimal(row.number(index), field.digits(), 0);
    }

    static String text(Row row, String field) {
        return text(row, row.measurement().index(field));
    }

    /** A concentration with at least the decimals it is published with: 2 mg/m³ of CO is {@code 2.0}. */
    static String concentration(Row row, String field, int decimals) {
        int index = row.measurement().index(field);
        return row.has(index)
                ? decimal(
                        row.number(index), row.measurement().fields().get(index).digits(), decimals)
                : null;
    }

    /** An exact fraction field to six decimals; null when it has none. */
    static String exact(Row row, String field) {
        String fraction = row.text(field);
        return fraction == null ? null : Fraction.parse(fraction).toSixDecimals();
    }

    static Integer integer(Row row, String field) {
        return row.has(field) ? Math.toIntExact(row.number(field)) : null;
    }

    /** The codes in {@code primary}; empty when there is none. */
    static List<String> primary(Row row) {
        String codes = row.text("primary");
        return codes == null || codes.isBlank()
                ? List.of()
                : List.of(codes.trim().split(" "));
    }

    private static String decimal(long scaled, int digits, int decimals) {
        BigDecimal plain = BigDecimal.valueOf(scaled, digits).stripTrailingZeros();
        return plain.setScale(Math.max(decimals, Math.max(0, plain.scale()))).toPlainString();
    }
}
