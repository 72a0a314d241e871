package org.microgram.dashboard.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the platform stands: what time it is for it, how fresh its data are, and whether all that was read is accounted for.
 *
 * @param replay whether the past is being replayed
 * @param now the platform's time: the replayed moment, or the present
 * @param newest end of the newest hour that has been received; empty before the first
 * @param ready whether pages may be believed: the store answers and no backfill is under way
 * @param doing what it is doing while it is not ready, in one line; empty otherwise
 * @param conservation what became of the values read
 */
public record PlatformState(
        boolean replay, Instant now, Optional<Instant> newest, boolean ready, String doing, Conservation conservation) {

    /** Data older than this look stale. */
    public static final Duration STALE_AFTER = Duration.ofMinutes(75);

    /** A value older than this is not shown as the present one. */
    public static final Duration GONE_AFTER = Duration.ofHours(3);

    /** {@code fresh}, {@code stale}, {@code gone}, or {@code none} before the first value. */
    public String freshness() {
        if (newest.isEmpty()) {
            return "none";
        }
        Duration age = age().orElseThrow();
        if (age.compareTo(GONE_AFTER) > 0) {
            return "gone";
        }
        return age.compareTo(STALE_AFTER) > 0 ? "stale" : "fresh";
    }

    /** How old the newest value is. */
    public Optional<Duration> age() {
        return newest.map(end -> Duration.between(end, now));
    }

    /** Read = used + refused + duplicate + empty, counted in values since the data directory began. */
    public record Conservation(long read, long used, long refused, long duplicate, long empty) {

        public static final Conservation NOTHING = new Conservation(0, 0, 0, 0, 0);

        public boolean holds() {
            return read == used + refused + duplicate + empty;
        }
    }
}
