package org.microgram.ingest.log;

import java.util.Locale;

/** When the broker calls a reading kept. Both survive the death of the process; only one survives the loss of power. */
public enum Durability {

    /** Acknowledged once the operating system has it: survives {@code kill -9}, may lose the last seconds when power fails. */
    OS,

    /** Acknowledged once the disk has it: survives the loss of power, at the price of a disk flush for every batch of readings. */
    FSYNC;

    /** Reads {@code os} or {@code fsync}. */
    public static Durability parse(String text) {
        for (Durability durability : values()) {
            if (durability.text().equals(text.toLowerCase(Locale.ROOT))) {
                return durability;
            }
        }
        throw new IllegalArgumentException("durability = \"" + text + "\" is not known.\n"
                + "-> write os (survives a killed process) or fsync (survives the loss of power; slower).");
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
