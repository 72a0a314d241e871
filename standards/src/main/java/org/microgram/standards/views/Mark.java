package org.microgram.standards.views;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a reader of a view must know besides its numbers. */
public enum Mark {
    /** The span is not over. */
    SO_FAR,
    NOW_BELOW_MINIMUM,
    BASE_BELOW_MINIMUM,
    /** Gases at two reference states (definitions §7). */
    MIXED_STATE,
    /** Days judged by two editions: 口径不一致. */
    MIXED_EDITIONS,
    /** Hours of confirmed exceptional events are out of the figure; of a comparison out of the period's. */
    EVENTS_OUT,
    /** The same of the base: whatever is held against each other has such hours out on both sides, where there were any. */
    BASE_EVENTS_OUT,
    /** Events touch the period or the base, and nobody said whether they are out of the base that somebody else published. */
    BASE_EVENTS_UNKNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Joined by a space, in their order; null when there is none, which is how a row says it. */
    public static String codes(Collection<Mark> marks) {
        return marks.isEmpty() ? null : marks.stream().sorted().map(Mark::code).collect(Collectors.joining(" "));
    }
}
