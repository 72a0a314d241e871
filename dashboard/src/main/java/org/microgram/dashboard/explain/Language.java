package org.microgram.dashboard.explain;

/** The two languages in which everything is said. */
public enum Language {
    ZH,
    EN;

    /** @throws IllegalArgumentException naming what is accepted */
    public static Language of(String code) {
        for (Language each : values()) {
            if (each.name().equalsIgnoreCase(code)) {
                return each;
            }
        }
        throw new IllegalArgumentException(
                "Found: language \"" + code + "\". Expected: zh or en. Do: write --lang zh or --lang en.");
    }

    public String pick(String zh, String en) {
        return this == ZH ? zh : en;
    }
}
