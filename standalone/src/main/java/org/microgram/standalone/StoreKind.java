package org.microgram.standalone;

import java.util.Locale;

/** A store that figures can be kept in. */
public enum StoreKind {
    /** QuestDB, inside this process. */
    EMBEDDED,
    INFLUX;

    /** As it is typed. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
