package org.microgram.standards.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Every value that a slot (station, pollutant, hour) was ever given, in the order of their versions: the last one counts, the others are
 * superseded. Immutable.
 *
 * <p>Of a value that is not final only its first and last versions and the one that arrived earliest are kept: of air one at each end, of
 * samples more. That bounds what a logger that resends can cost, and which value counts and how many were superseded depend on the set of
 * versions alone, never on the order in which they arrived. Of final ones all are kept: a lock counts those that had arrived by its moment, and people enter them, so they are few.
 */
public final class SlotHistory {

    /** One value with its version. A scaled concentration or {@link HourValues#TOMBSTONE}. */
    public record Entry(Version version, long value) implements Comparable<Entry> {

        /** Whether it had arrived when a day was locked. */
        public boolean hadArrivedBy(LockEvent lock) {
            return version.receivedAt() <= lock.at();
        }

        public boolean isFinal() {
            return version.state() == ReviewState.FINAL;
        }

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
        return with(version, value, 1);
    }

    /**
     * The same where more is kept.
     *
     * @param ends of the versions of one value that are not final, how many of the first ones and how many of the last ones are kept. What
     *     lies between them can never become one of them again, so the order of arrival does not matter
     */
    public SlotHistory with(Version version, long value, int ends) {
        Entry entry = new Entry(version, value);
        if (entries.contains(entry)) {
            return this;
        }
        List<Entry> all = new ArrayList<>(entries);
        all.add(entry);
        if (!entry.isFinal()) {
            forget(all, value, ends);
        }
        Collections.sort(all);
        return new SlotHistory(List.copyOf(all));
    }

    /** What is forgotten and comes again is no duplicate: its reading must not get lost. */
    private static void forget(List<Entry> all, long value, int ends) {
        List<Entry> alike = all.stream()
                .filter(each -> each.value == value && !each.isFinal())
                .sorted()
                .toList();
        if (alike.size() > 2 * ends) {
            Entry earliest = Collections.min(alike, EARLIEST);
            List<Entry> between = new ArrayList<>(alike.subList(ends, alike.size() - ends));
            between.remove(earliest);
            all.removeAll(between);
        }
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
            winner = each.isFinal() && each.hadArrivedBy(lock) ? each : winner;
        }
        return winner;
    }

    /** How many values were superseded under a lock: of those that had arrived by its moment. What came later is a proposal. */
    public int revision(LockEvent lock) {
        if (winner(lock) == null) {
            return 0;
        }
        long values = entries.stream()
                .filter(each -> each.hadArrivedBy(lock))
                .mapToLong(Entry::value)
                .distinct()
                .count();
        return Math.toIntExact(values - 1);
    }
}
