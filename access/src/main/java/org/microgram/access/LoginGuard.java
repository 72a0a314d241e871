package org.microgram.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes guessing slow: five failed log-ins for a name, or twenty from an address, within a quarter of an hour, and no password is looked
 * at for that name or from that address until the oldest of them is a quarter of an hour ago.
 *
 * <p>Names that do not exist are counted alike, so that being locked tells nothing. Held in memory, of bounded size; a restart forgets.
 */
final class LoginGuard {

    static final int PER_NAME = 5;
    static final int PER_ADDRESS = 20;
    static final Duration WITHIN = Duration.ofMinutes(15);

    private static final int MOST_KEYS = 20_000;

    private final Map<String, Deque<Instant>> attempts = new LinkedHashMap<>();

    /** Counts an attempt before its password is looked at, so that many at once gain nothing. Gives how long to wait, if not let in. */
    synchronized Optional<Duration> begin(String name, String address, Instant now) {
        Optional<Duration> wait =
                wait("name " + name, PER_NAME, now).or(() -> wait("address " + address, PER_ADDRESS, now));
        if (wait.isEmpty()) {
            count("name " + name, now);
            count("address " + address, now);
        }
        return wait;
    }

    /** It was right: it does not count, and the failures before it are forgiven to the name. */
    synchronized void succeeded(String name, String address) {
        attempts.remove("name " + name);
        Deque<Instant> fromThere = attempts.get("address " + address);
        if (fromThere != null) {
            fromThere.pollLast();
        }
    }

    /** Whether this was the attempt that locks the name or the address. */
    synchronized boolean isFull(String name, String address) {
        return size("name " + name) >= PER_NAME || size("address " + address) >= PER_ADDRESS;
    }

    private int size(String key) {
        Deque<Instant> times = attempts.get(key);
        return times == null ? 0 : times.size();
    }

    private Optional<Duration> wait(String key, int most, Instant now) {
        Deque<Instant> times = attempts.getOrDefault(key, new ArrayDeque<>());
        while (!times.isEmpty() && !times.peekFirst().isAfter(now.minus(WITHIN))) {
            times.pollFirst();
        }
        return times.size() < most
                ? Optional.empty()
                : Optional.of(Duration.between(now, times.peekFirst().plus(WITHIN)));
    }

    private void count(String key, Instant now) {
        Deque<Instant> times = attempts.remove(key); // goes to the end: the longest silent are first
        times = times == null ? new ArrayDeque<>() : times;
        times.addLast(now);
        attempts.put(key, times);
        if (attempts.size() > MOST_KEYS) {
            attempts.remove(attempts.keySet().iterator().next());
        }
    }
}
