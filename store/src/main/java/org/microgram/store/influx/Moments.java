package org.microgram.store.influx;

import java.util.HashMap;
import java.util.Map;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;

/**
 * Which nanosecond of its second a row is kept at: rows that differ in their variant only would else be one point.
 *
 * <p>A row without variant has nanosecond 0. Of the others each has the one it was given first, for ever: so what is there must have been
 * read ({@link #isAt}) before a new one is given ({@link #of}). That takes a writer who is alone.
 */
final class Moments {

    /** What points share that differ in their nanosecond only. */
    private record Place(Measurement measurement, Subject subject, String period, long anchor) {}

    private final Map<Place, Map<String, Integer>> taken = new HashMap<>();

    /** Makes known that a row will be asked for, so that {@link #isAt} keeps what is at its place. */
    void expect(RowKey key) {
        taken.computeIfAbsent(place(key), place -> new HashMap<>());
    }

    /** A row that is stored. */
    void isAt(Measurement measurement, Subject subject, String period, long time, String variant) {
        Place place = new Place(measurement, subject, period, Math.floorDiv(time, Points.NANOS));
        Map<String, Integer> here = taken.get(place);
        if (here != null) {
            here.put(variant, (int) Math.floorMod(time, Points.NANOS));
        }
    }

    /** The nanosecond of a row that was expected. */
    int of(RowKey key) {
        if (key.variant().isEmpty()) {
            return 0;
        }
        Map<String, Integer> here = taken.get(place(key));
        // No gaps: they are given one after another and a row is never deleted alone.
        return here.computeIfAbsent(key.variant(), variant -> here.size() + 1);
    }

    private static Place place(RowKey key) {
        return new Place(key.measurement(), key.subject(), Points.period(key), Points.anchor(key));
    }
}
