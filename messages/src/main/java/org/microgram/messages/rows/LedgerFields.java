package org.microgram.messages.rows;

import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.rows.Field.Kind;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Scaled;

/** Fields of what the ledgers were told and what they did with it. */
final class LedgerFields {

    private LedgerFields() {}

    static List<Field> reading() {
        List<Field> fields = new ArrayList<>();
        for (Pollutant p : Pollutant.ALL) {
            fields.add(new Field(p.column(), Kind.DECIMAL, Scaled.DIGITS, p.unit(), p.code() + " as received"));
        }
        fields.add(new Field("withdrawn", Kind.INTEGER, 0, "1", "bit set of pollutants withdrawn by a tombstone"));
        fields.addAll(version());
        fields.add(new Field(
                "notes",
                Kind.TEXT,
                0,
                "",
                "what was sent besides: flag, value and unit as sent, factor, method, minutes"));
        return fields;
    }

    /** Which of several values counts (rule K1), and who sent it. */
    static List<Field> version() {
        return List.of(
                new Field("state", Kind.INTEGER, 0, "1", "review state 0 raw … 3 final"),
                new Field("rank", Kind.INTEGER, 0, "1", "0 minutes, 1 hour, 2 audited"),
                new Field("received_at", Kind.INTEGER, 0, "ms", "when it first reached us or its publisher"),
                new Field("source", Kind.TEXT, 0, "", "file or address it came from"),
                new Field("seq", Kind.INTEGER, 0, "1", "position in its source"),
                new Field("author", Kind.TEXT, 0, "", "who entered it, when a person did"),
                new Field("reason", Kind.TEXT, 0, "", "why, when a person did"),
                new Field("trace", Kind.TEXT, 0, "", "trace id made at stop 1"));
    }

    static List<Field> delivery() {
        return List.of(
                new Field("records", Kind.INTEGER, 0, "1", "records read"),
                new Field("values", Kind.INTEGER, 0, "1", "values read: used + refused + duplicate"),
                new Field("used", Kind.INTEGER, 0, "1", "values that entered a slot"),
                new Field("duplicate", Kind.INTEGER, 0, "1", "values that were there already, version and all"),
                new Field("refused", Kind.INTEGER, 0, "1", "values the job refused"));
    }

    static List<Field> lock() {
        return List.of(
                new Field("locked", Kind.INTEGER, 0, "1", "1 locked, 0 opened again"),
                new Field("at", Kind.INTEGER, 0, "ms", "when; the newest event of a day holds"),
                new Field("author", Kind.TEXT, 0, "", "who did it"),
                new Field("reason", Kind.TEXT, 0, "", "why"),
                new Field("trace", Kind.TEXT, 0, "", "trace id made when it was ordered"));
    }
}
