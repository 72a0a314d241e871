package org.microgram.ingest.minutes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.microgram.messages.readings.ValueNote;
import org.microgram.standards.figures.HourOfMinutes.Piece;
import org.microgram.standards.ledger.ReviewState;

/** The minute values of one station, pollutant and hour as a set: packed, as there are millions of them. */
final class MinutesOfHour {

    private static final int CELLS = 4;
    private static final String MIXED = "mixed";

    /** Which of two values of the same minutes counts: K1 without rank and source, which are the same for all, then the value. */
    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::state)
            .thenComparingLong(Entry::receivedAt)
            .thenComparingLong(Entry::seq)
            .thenComparingLong(Entry::scaled);

    private record Entry(int from, int length, ReviewState state, long receivedAt, long seq, long scaled) {}

    private long[] packed = new long[CELLS * 4];
    private int count;
    private ValueNote note;
    private String source;
    private long line;

    /**
     * What is known of them when all have come.
     *
     * @param pieces the values that count
     * @param distinct how many different values were sent
     * @param state the lowest review state among those that count
     * @param receivedAt the newest arrival among them
     */
    record Sum(List<Piece> pieces, int distinct, ReviewState state, long receivedAt) {}

    void add(MinuteValue value) {
        if ((count + 1) * CELLS > packed.length) {
            packed = Arrays.copyOf(packed, packed.length * 2);
        }
        long from = Math.floorMod(value.startSecond(), 3600L) / 60;
        int at = CELLS * count++;
        packed[at] = from << 16 | (long) value.minutes() << 8 | value.state().ordinal();
        packed[at + 1] = value.receivedAt();
        packed[at + 2] = value.seq();
        packed[at + 3] = value.scaled();
        ValueNote converted =
                ValueNote.converted("", value.note().unit(), value.note().factor());
        note = note == null || note.equals(converted) ? converted : ValueNote.converted("", MIXED, MIXED);
        boolean first = source == null
                || value.source().compareTo(source) < 0
                || (value.source().equals(source) && value.line() < line);
        if (first) {
            source = value.source();
            line = value.line();
        }
    }

    /** Values added, doubles included. */
    int count() {
        return count;
    }

    /** Unit and factor that all of them were sent with; {@code mixed} when they differ. */
    ValueNote note() {
        return note;
    }

    /** The first file by name that one of them came from. */
    String source() {
        return source;
    }

    /** The first place there. */
    long line() {
        return line;
    }

    Sum sum() {
        TreeMap<Long, Entry> counting = new TreeMap<>();
        java.util.HashSet<Entry> distinct = new java.util.HashSet<>();
        for (int i = 0; i < count; i++) {
            Entry entry = entry(i * CELLS);
            if (distinct.add(entry)) {
                counting.merge(
                        packed[i * CELLS] >> 8, entry, (one, other) -> ORDER.compare(one, other) >= 0 ? one : other);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        ReviewState state = ReviewState.FINAL;
        long receivedAt = Long.MIN_VALUE;
        for (Entry entry : counting.values()) {
            pieces.add(new Piece(entry.from, entry.length, entry.scaled));
            state = entry.state.compareTo(state) < 0 ? entry.state : state;
            receivedAt = Math.max(receivedAt, entry.receivedAt);
        }
        return new Sum(pieces, distinct.size(), state, receivedAt);
    }

    private Entry entry(int at) {
        long slot = packed[at];
        return new Entry(
                (int) (slot >> 16),
                (int) (slot >> 8 & 0xff),
                ReviewState.values()[(int) (slot & 0xff)],
                packed[at + 1],
                packed[at + 2],
                packed[at + 3]);
    }
}
