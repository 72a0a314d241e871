package org.microgram.messages.air;

import java.util.List;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.readings.ValueNotes;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

/**
 * Records as rows of the measurement {@code reading} and back: every version ever received stays readable, so that any figure can be
 * recounted as of any moment (rule K2).
 *
 * <p>Values are scaled concentrations (µg/m³; CO mg/m³), times seconds since 1970 UTC, arrivals milliseconds. The batch is not kept: it
 * says how a record came, not what it says.
 */
public final class ReadingRows {

    // The numbers in the store, whatever order the enums are ever declared in.
    private static final List<ReviewState> STATES =
            List.of(ReviewState.RAW, ReviewState.FIRST, ReviewState.SECOND, ReviewState.FINAL);
    private static final List<Rank> RANKS = List.of(Rank.MINUTES, Rank.HOUR, Rank.AUDITED);
    private static final int[] VALUES = Pollutant.ALL.stream()
            .mapToInt(p -> Measurement.READING.index(p.column()))
            .toArray();
    private static final int WITHDRAWN = Measurement.READING.index("withdrawn");
    private static final int STATE = Measurement.READING.index("state");
    private static final int RANK = Measurement.READING.index("rank");
    private static final int RECEIVED_AT = Measurement.READING.index("received_at");
    private static final int SOURCE = Measurement.READING.index("source");
    private static final int SEQ = Measurement.READING.index("seq");
    private static final int AUTHOR = Measurement.READING.index("author");
    private static final int REASON = Measurement.READING.index("reason");
    private static final int TRACE = Measurement.READING.index("trace");
    private static final int NOTES = Measurement.READING.index("notes");

    private ReadingRows() {}

    /** The row of a record; two records with different versions or values never share a key. */
    public static Row row(StationRecord record) {
        Version version = record.version();
        Row.Builder row = Row.builder(new RowKey(
                Measurement.READING,
                Subject.station(record.station()),
                record.startSecond(),
                record.startSecond() + record.lengthSeconds(),
                variant(version, record.values())));
        long withdrawn = 0;
        for (int p = 0; p < Pollutant.COUNT; p++) {
            long value = record.values().get(p);
            if (value == HourValues.TOMBSTONE) {
                withdrawn |= 1L << p;
            } else if (value != HourValues.ABSENT) {
                row.number(VALUES[p], value);
            }
        }
        return row.number(WITHDRAWN, withdrawn)
                .number(STATE, STATES.indexOf(version.state()))
                .number(RANK, RANKS.indexOf(version.rank()))
                .number(RECEIVED_AT, version.receivedAt())
                .number(SEQ, version.seq())
                .text(SOURCE, orNone(version.source()))
                .text(AUTHOR, orNone(record.author()))
                .text(REASON, orNone(record.reason()))
                .text(TRACE, orNone(record.trace()))
                .text(NOTES, orNone(record.notes().text()))
                .build();
    }

    /** The record that a row was made of, with an empty batch. */
    public static StationRecord record(Row row) {
        long withdrawn = row.number(WITHDRAWN);
        long[] values = new long[Pollutant.COUNT];
        for (int p = 0; p < Pollutant.COUNT; p++) {
            long value = row.number(VALUES[p]);
            values[p] =
                    (withdrawn >> p & 1) == 1 ? HourValues.TOMBSTONE : value == Row.NONE ? HourValues.ABSENT : value;
        }
        Version version = new Version(
                STATES.get((int) row.number(STATE)),
                RANKS.get((int) row.number(RANK)),
                row.number(RECEIVED_AT),
                orEmpty(row.text(SOURCE)),
                row.number(SEQ));
        return new StationRecord(
                row.subject().id(),
                row.key().startSecond(),
                Math.toIntExact(row.key().endSecond() - row.key().startSecond()),
                version,
                "",
                orEmpty(row.text(TRACE)),
                orEmpty(row.text(AUTHOR)),
                orEmpty(row.text(REASON)),
                HourValues.of(values),
                ValueNotes.parse(orEmpty(row.text(NOTES))));
    }

    /**
     * {@code state.rank.receivedAt.seq.digest.source}: the source comes last because it alone may hold a dot. The digest of the values is
     * in it because a file that was repaired by hand and read again has the old versions with new values, and the ledger keeps both.
     */
    static String variant(Version version, HourValues values) {
        return STATES.indexOf(version.state())
                + "."
                + RANKS.indexOf(version.rank())
                + "."
                + version.receivedAt()
                + "."
                + version.seq()
                + "."
                + Long.toHexString(digest(values))
                + "."
                + version.source();
    }

    /** 64 bits, the same on every machine; each step is a bijection of the state, so that small differences cannot cancel out. */
    private static long digest(HourValues values) {
        long hash = 0;
        for (int p = 0; p < Pollutant.COUNT; p++) {
            hash = (hash ^ values.get(p)) * 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 31;
        }
        return hash;
    }

    /** A store keeps no difference between empty and none. */
    private static String orNone(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
