package org.microgram.dashboard.explain;

/**
 * What a figure was from a moment on.
 *
 * @param asOf from when, ISO 8601 with +08:00
 * @param value the published value; null when there was none
 * @param exact to six decimals; null when the value is exact by nature or absent
 * @param status ok, below_minimum, withheld or none
 * @param restated whether an input was replaced, or arrived when the figure stood already; false while the figure was growing
 * @param causeZh which inputs changed, from what to what
 * @param who who entered the change, or where it came from
 * @param why the reason given; empty when none was
 */
public record HistoryEntry(
        String asOf,
        String value,
        String exact,
        String status,
        boolean restated,
        String causeZh,
        String causeEn,
        String who,
        String why) {}
