package org.microgram.standards.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Every value that a slot (station, pollutant, hour) was ever given, in the order of their versions: the last one counts, the others are
 * superseded. Immutable.
 *
 * <p>Of a run of equal values only its first and last version are kept: that bounds what a logger that resends can cost, and changes
 * neither which value counts nor how often the value changed, whatever arrives later and in whatever order.
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

    /** With one more value; this very history when it is there already, version and all. */
    public SlotHistory with(Version version, long value) {
        Entry entry = new Entry(version, value);
        int at = 0;
        while (at < entries.size() && entries.get(at).compareTo(entry) < 0) {
            at++;
        }
        if (at < entries.size() && entries.get(at).equals(entry)) {
            return this;
        }
        List<Entry> all = new ArrayList<>(entries);
        all.add(at, entry);
        for (int i = all.size() - 2; i > 0; i--) {
            long here = all.get(i).value;
            if (all.get(i - 1).value == here && all.get(i + 1).value == here) {
                all.remove(i);
            }
        }
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

    /** How many values were superseded: changes of value from version to version. A resend, a restart or a replay never raises it. */
    public int revision() {
        int changes = 0;
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).value != entries.get(i - 1).value) {
                changes++;
            }
        }
        return changes;
    }
}
