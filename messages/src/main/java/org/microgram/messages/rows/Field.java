package org.microgram.messages.rows;

import java.io.Serializable;

/**
 * One field of a measurement.
 *
 * @param name its column name
 * @param kind decimal, integer or text
 * @param digits decimals of a {@link Kind#DECIMAL}, which is held as a scaled {@code long}; 0 for the others
 * @param unit µg/m³, mg/m³, 1 …; empty for text
 * @param meaning one line, for docs/rows.md
 */
public record Field(String name, Kind kind, int digits, String unit, String meaning) implements Serializable {

    public enum Kind {
        DECIMAL,
        INTEGER,
        TEXT
    }

    public boolean isText() {
        return kind == Kind.TEXT;
    }
}
