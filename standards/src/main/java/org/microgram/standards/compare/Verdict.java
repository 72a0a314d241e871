package org.microgram.standards.compare;

import java.util.Collection;
import java.util.Locale;

/** What a limit says of a figure. A figure that lacks days may exceed for all to see, but it never attains (definitions §1). */
public enum Verdict {
    ATTAINS,
    EXCEEDS,
    /** It exceeds, with fewer days than it needs. */
    EXCEEDS_TOO_FEW,
    /** Fewer days than it needs, and within the limit: not judged. */
    TOO_FEW,
    /** No day at all. */
    NO_VALUE;

    /** As written in files: {@code exceeds_too_few}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Verdict of(boolean exceeds, boolean enough) {
        return exceeds ? enough ? EXCEEDS : EXCEEDS_TOO_FEW : enough ? ATTAINS : TOO_FEW;
    }

    /** HJ 663: the whole attains when every item does; one that exceeds is enough for it not to. */
    static Verdict overall(Collection<Verdict> items) {
        if (items.contains(EXCEEDS)) {
            return EXCEEDS;
        }
        if (items.contains(EXCEEDS_TOO_FEW)) {
            return EXCEEDS_TOO_FEW;
        }
        if (items.isEmpty()) {
            return NO_VALUE;
        }
        return items.stream().allMatch(ATTAINS::equals) ? ATTAINS : TOO_FEW;
    }
}
