package org.microgram.messages.readings;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.microgram.standards.air.Pollutant;

/**
 * The notes of a record's values. Immutable. Written as one line, pollutants in their order, parts in that of {@link ValueNote}:
 *
 * <pre>o3:sent=43&amp;unit=ppb&amp;factor=239985%2F122327 pm25:flag=D&amp;sent=12.5</pre>
 */
public final class ValueNotes {

    /** Nothing is noted of any value. */
    public static final ValueNotes NONE = new ValueNotes(new ValueNote[Pollutant.COUNT]);

    private static final String[] PARTS = {"flag", "sent", "unit", "factor", "method", "limit", "below", "minutes"};

    /** By pollutant; null where nothing is noted. */
    private final ValueNote[] notes;

    private ValueNotes(ValueNote[] notes) {
        this.notes = notes;
    }

    /** Of these; empty notes are left out. */
    public static ValueNotes of(Map<Pollutant, ValueNote> notes) {
        ValueNote[] kept = new ValueNote[Pollutant.COUNT];
        notes.forEach((pollutant, note) -> kept[pollutant.ordinal()] = note.isEmpty() ? null : note);
        return Arrays.stream(kept).allMatch(Objects::isNull) ? NONE : new ValueNotes(kept);
    }

    /** Of one value. */
    public static ValueNotes only(Pollutant pollutant, ValueNote note) {
        return of(Map.of(pollutant, note));
    }

    /** Of a value; {@link ValueNote#NONE} when nothing is noted. */
    public ValueNote get(Pollutant pollutant) {
        return Objects.requireNonNullElse(notes[pollutant.ordinal()], ValueNote.NONE);
    }

    public boolean isEmpty() {
        return Arrays.stream(notes).allMatch(Objects::isNull);
    }

    /** As one line; empty when nothing is noted. */
    public String text() {
        StringJoiner line = new StringJoiner(" ");
        for (Pollutant pollutant : Pollutant.ALL) {
            if (notes[pollutant.ordinal()] != null) {
                line.add(pollutant.column() + ":" + text(notes[pollutant.ordinal()]));
            }
        }
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
        Arrays.fill(parts, "");
        for (String part : text.split("&")) {
            int equals = part.indexOf('=');
            int index = Arrays.asList(PARTS).indexOf(part.substring(0, Math.max(0, equals)));
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
        return other instanceof ValueNotes that && Arrays.equals(notes, that.notes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(notes);
    }

    @Override
    public String toString() {
        return text();
    }
}
