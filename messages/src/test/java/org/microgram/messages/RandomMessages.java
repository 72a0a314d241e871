package org.microgram.messages;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.readings.ValueNote;
import org.microgram.messages.readings.ValueNotes;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

/** Any message that the types allow, from a seed; for tests of this and other modules. */
public final class RandomMessages {

    private static final String[] WORDS = {
        "", "PM2.5", "1001A", "昌平", "it's \"quoted\"", "two\nlines", "a\\b;--", "𝛼", " "
    };

    private RandomMessages() {}

    public static StationRecord record(Random random) {
        long[] values = new long[Pollutant.COUNT];
        for (int p = 0; p < values.length; p++) {
            values[p] = switch (random.nextInt(4)) {
                case 0 -> HourValues.ABSENT;
                case 1 -> HourValues.TOMBSTONE;
                case 2 -> random.nextInt(400) * 1_000_000L;
                default -> Math.max(HourValues.TOMBSTONE + 1, random.nextLong());
            };
        }
        Version version = new Version(
                List.of(ReviewState.values()).get(random.nextInt(4)),
                List.of(Rank.values()).get(random.nextInt(3)),
                random.nextLong(),
                text(random),
                random.nextLong());
        return new StationRecord(
                text(random),
                random.nextLong(),
                random.nextInt(),
                version,
                text(random),
                text(random),
                text(random),
                text(random),
                HourValues.of(values),
                notes(random));
    }

    private static ValueNotes notes(Random random) {
        Map<Pollutant, ValueNote> notes = new EnumMap<>(Pollutant.class);
        for (Pollutant p : Pollutant.ALL) {
            if (random.nextInt(8) == 0) {
                String[] texts = Stream.generate(() -> text(random)).limit(7).toArray(String[]::new);
                notes.put(
                        p,
                        new ValueNote(
                                texts[0],
                                texts[1],
                                texts[2],
                                texts[3],
                                texts[4],
                                texts[5],
                                texts[6],
                                random.nextInt(60)));
            }
        }
        return ValueNotes.of(notes);
    }

    /** A row of any measurement with an interval between 1970 and 2100. */
    public static Row row(Random random) {
        List<Measurement> all = Measurement.stored();
        Measurement measurement = all.get(random.nextInt(all.size()));
        long start = random.nextLong(4_102_444_800L);
        RowKey key = new RowKey(
                measurement,
                random.nextBoolean() ? Subject.station(text(random)) : Subject.area(text(random)),
                start,
                start + 3600L * random.nextInt(1, 9000),
                text(random));
        return row(random, key);
    }

    /** A row with this key and any fields. */
    public static Row row(Random random, RowKey key) {
        Row.Builder row = Row.builder(key);
        int i = 0;
        for (Field field : key.measurement().fields()) {
            if (random.nextInt(3) > 0) {
                if (field.isText()) {
                    row.text(i, text(random));
                } else {
                    row.number(i, random.nextBoolean() ? random.nextInt(1000) : random.nextLong());
                }
            }
            i++;
        }
        return row.build();
    }

    public static String text(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
