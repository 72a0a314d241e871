package org.microgram.messages.readings;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import org.microgram.standards.air.Pollutant;

/**
 * The notes of a record's values. Immutable. Written as one line, pollutants in their order, parts in that of {@link ValueNote}:
 *
 * <pre>o3:sent=43&amp;unit=ppb&amp;factor=239985%2F122327 pm25:flag=D&amp;sent=12.5</pre>
 */
public final class ValueNotes {

    /** Nothing is noted of any value. */
    public static final ValueNotes NONE = new ValueNotes(new EnumMap<>(Pollutant.class));

    private static final String[] PARTS = {"flag", "sent", "unit", "factor", "method", "limit", "below", "minutes"};

    private final Map<Pollutant, ValueNote> notes;

    private ValueNotes(Map<Pollutant, ValueNote> notes) {
        this.notes = Collections.unmodifiableMap(notes);
    }

    /** Of these; empty notes are left out. */
    public static ValueNotes of(Map<Pollutant, ValueNote> notes) {
        Map<Pollutant, ValueNote> kept = new EnumMap<>(Pollutant.class);
        notes.forEach((pollutant, note) -> {
            if (!note.isEmpty()) {
                kept.put(pollutant, note);
            }
        });
        return kept.isEmpty() ? NONE : new ValueNotes(kept);
    }

    /** Of one value. */
    public static ValueNotes only(Pollutant pollutant, ValueNote note) {
        return of(Map.of(pollutant, note));
    }

    /** Of a value; {@link ValueNote#NONE} when nothing is noted. */
    public ValueNote get(Pollutant pollutant) {
        return notes.getOrDefault(pollutant, ValueNote.NONE);
    }

    public boolean isEmpty() {
        return notes.isEmpty();
    }

    /** As one line; empty when nothing is noted. */
    public String text() {
        StringJoiner line = new StringJoiner(" ");
        notes.forEach((pollutant, note) -> line.add(pollutant.column() + ":" + text(note)));
        return line.toString();
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException when it did not
     */
    public static ValueNotes parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        Map<Pollutant, ValueNote> notes = new EnumMap<>(Pollutant.class);
        for (String entry : text.split(" ")) {
            int colon = entry.indexOf(':');
            String name = entry.substring(0, Math.max(0, colon));
            Pollutant pollutant = Pollutant.find(name)
                    .orElseThrow(() -> new IllegalArgumentException("notes of \"" + name + "\" in \"" + text + "\""));
            notes.put(pollutant, note(entry.substring(colon + 1)));
        }
        return of(notes);
    }

    private static String text(ValueNote note) {
        String minutes = note.minutes() == 0 ? "" : Integer.toString(note.minutes());
        String[] parts = {
            note.flag(),
            note.sent(),
            note.unit(),
            note.factor(),
            note.method(),
            note.detectionLimit(),
            note.below(),
            minutes
        };
        StringJoiner line = new StringJoiner("&");
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                line.add(PARTS[i] + "=" + URLEncoder.encode(parts[i], StandardCharsets.UTF_8));
            }
        }
        return line.toString();
    }

    private static ValueNote note(String text) {
        String[] parts = new String[PARTS.length];
        java.util.Arrays.fill(parts, "");
        for (String part : text.split("&")) {
            int equals = part.indexOf('=');
            int index = java.util.Arrays.asList(PARTS).indexOf(part.substring(0, Math.max(0, equals)));
            if (index < 0) {
                throw new IllegalArgumentException("\"" + part + "\" is no part of a note");
            }
            parts[index] = URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8);
        }
        int minutes = parts[7].isEmpty() ? 0 : Integer.parseInt(parts[7]);
        return new ValueNote(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], minutes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueNotes that && notes.equals(that.notes);
    }

    @Override
    public int hashCode() {
        return notes.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
