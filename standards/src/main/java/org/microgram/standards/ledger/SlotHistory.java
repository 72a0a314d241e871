package org.microgram.standards.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every value that a slot (station, pollutant, hour) was ever given, in the order of their versions: the last one counts, the others are
 * superseded. Immutable.
 *
 * <p>Of a value that is not final only its first and last version and the one that arrived earliest are kept. That bounds what a logger that
 * resends can cost, and which value counts and how many were superseded depend on the set of versions alone, never on the order in which
 * they arrived. Of final ones all are kept: a lock counts those that had arrived by its moment, and people enter them, so they are few.
 */
public final class SlotHistory {

    /** One value with its version. A scaled concentration or {@link HourValues#TOMBSTONE}. */
    public record Entry(Version version, long value) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int order = version.compareTo(other.version);
            return order != 0 ? order : Long.compare(value, other.value);
        }
    }

    private static final Comparator<Entry> EARLIEST = Comparator.comparingLong(
                    (Entry each) -> each.version.receivedAt())
            .thenComparing(Comparator.naturalOrder());

    private final List<Entry> entries;

    private SlotHistory(List<Entry> entries) {
        this.entries = entries;
    }

    /** A slot that was given one value. */
    public static SlotHistory of(Version version, long value) {
        return new SlotHistory(List.of(new Entry(version, value)));
    }

    /** From entries as {@link #entries()} gave them. */
    public static SlotHistory ofEntries(List<Entry> entries) {
        return new SlotHistory(List.copyOf(entries));
    }

    /**
     * With one more value; this very history when it is known to be there already, version and all. A resend between the first and the last
     * version of its value gives an equal history.
     */
    public SlotHistory with(Version version, long value) {
        Entry entry = new Entry(version, value);
        if (entries.contains(entry)) {
            return this;
        }
        List<Entry> all = new ArrayList<>(entries);
        all.add(entry);
        if (version.state() != ReviewState.FINAL) {
            List<Entry> alike = all.stream()
                    .filter(each -> each.value == value && each.version.state() != ReviewState.FINAL)
                    .toList();
            all.removeAll(alike);
            // Between them the entry may be one of these that was forgotten, so it is no duplicate: its reading must
            // not get lost.
            Stream.of(Collections.min(alike), Collections.max(alike), Collections.min(alike, EARLIEST))
                    .distinct()
                    .forEach(all::add);
        }
        Collections.sort(all);
        return new SlotHistory(List.copyOf(all));
    }

    /** Ascending by version. */
    public List<Entry> entries() {
        return entries;
    }

    /** The one that counts. */
    public Entry winner() {
        return entries.get(entries.size() - 1);
    }

    /** How many values were superseded: those it was ever given besides the one that counts. A resend, a restart or a replay never raises it. */
    public int revision() {
        long others = entries.stream().mapToLong(Entry::value).distinct().count() - 1;
        return Math.toIntExact(others);
    }

    /** The one that counts under a lock: the greatest of the final ones that had arrived by its moment; null when there is none. */
    public Entry winner(LockEvent lock) {
        Entry winner = null;
        for (Entry each : entries) {
            boolean counts = each.version.state() == ReviewState.FINAL && hadArrived(each, lock);
            winner = counts ? each : winner;
        }
        return winner;
    }

    /** How many values were superseded under a lock: of those that had arrived by its moment. What came later is a proposal. */
    public int revision(LockEvent lock) {
        if (winner(lock) == null) {
            return 0;
        }
        long values = entries.stream()
                .filter(each -> hadArrived(each, lock))
                .mapToLong(Entry::value)
                .distinct()
                .count();
        return Math.toIntExact(values - 1);
    }

    private static boolean hadArrived(Entry each, LockEvent lock) {
        return each.version.receivedAt() <= lock.at();
    }
}
