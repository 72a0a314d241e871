package org.microgram.standards;

import java.util.Locale;

/** How far a figure can be relied on (definitions §1). */
public enum Status {
    /** It has the values it needs. */
    OK,
    /** The value is given, with counts had and needed; it ranks nowhere and never attains. */
    BELOW_MINIMUM,
    /** The standard or the profile orders that it is not given. */
    WITHHELD,
    /** No component at all; no value. */
    NONE;

    /** As written in rows and files: {@code below_minimum}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
