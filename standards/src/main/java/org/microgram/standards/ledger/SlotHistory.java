package org.microgram.standards.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Every value that a slot (station, pollutant, hour) was ever given, in the order of their versions: the last one counts, the others are
 * superseded. Immutable.
 *
 * <p>Of every value only its first and last version are kept. That bounds what a logger that resends can cost, and which value counts and
 * how many were superseded depend on the set of versions alone, never on the order in which they arrived: a join of intervals.
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

    private final List<Entry> entries;

    private SlotHistory(List<Entry> entries) {
        this.entries = entries;
    }

    /** A slot that was given one value. */
    public static SlotHistory of(Version version, long value) {
        return new SlotHistory(List.of(new Entry(version, value)));
    }

    /** From entries as {@link #entries()} gave them. */
    static SlotHistory ofEntries(List<Entry> entries) {
        return new SlotHistory(List.copyOf(entries));
    }

    /**
     * With one more value; this very history when it is known to be there already, version and all. A resend between the first and the last
     * version of its value gives an equal history.
     */
    public SlotHistory with(Version version, long value) {
        Entry entry = new Entry(version, value);
        Entry first = null;
        Entry last = null;
        for (Entry each : entries) {
            if (each.value == value) {
                first = first == null ? each : first;
                last = each;
            }
        }
        if (entry.equals(first) || entry.equals(last)) {
            return this;
        }
        if (first != null && first.compareTo(entry) < 0 && last.compareTo(entry) > 0) {
            // Whether it came before cannot be told, so it is no duplicate: its reading must not get lost.
            return new SlotHistory(entries);
        }
        List<Entry> all = new ArrayList<>(entries);
        if (first != last) {
            all.remove(first.compareTo(entry) > 0 ? first : last);
        }
        int at = 0;
        while (at < all.size() && all.get(at).compareTo(entry) < 0) {
            at++;
        }
        all.add(at, entry);
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
}
