package org.microgram.store.influx;

import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;
import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;

/**
 * Rows as points, and back.
 *
 * <pre>
 *   air_day,subject_kind=area,subject_id=beijing,period=86400 present="7f…",pm25=208000000i,primary="PM2.5",… 1581436800000000000
 * </pre>
 *
 * <p>The time is the row's anchor ({@link Measurement#anchor}) in nanoseconds since 1970 UTC. {@code period} is the other end of the
 * interval, as little different as possible, because every tag set is a series of its own: its length in seconds, or where the anchor
 * is the end (year to date), the second of its start. Rows of one interval that differ in their variant only (readings, deliveries) are
 * some nanoseconds apart ({@link Moments}), with the variant as a field: as a tag every reading would be a series.
 *
 * <p>Numbers are integers, scaled as {@code docs/rows.md} says; nothing is ever a float.
 */
final class Points {

    static final String KIND = "subject_kind";
    static final String ID = "subject_id";
    static final String PERIOD = "period";
    static final String VARIANT = "variant";
    static final String PRESENT = "present";

    static final long NANOS = 1_000_000_000L;

    private static final long DAY = 86_400;

    // Where each of them is in what a scan selects; the first column of any answer is the time.
    private static final int TIME_COLUMN = 0;
    private static final int PERIOD_COLUMN = 1;
    private static final int VARIANT_COLUMN = 2;
    private static final int PRESENT_COLUMN = 3;
    private static final int FIRST_FIELD = 4;

    private Points() {}

    /** The columns of a row, as {@link #row} wants them. */
    static String columns(Measurement measurement) {
        List<String> columns = new ArrayList<>(List.of(PERIOD, VARIANT, PRESENT));
        measurement.fields().stream().map(Field::name).forEach(columns::add);
        return "\"" + String.join("\",\"", columns) + "\"";
    }

    static long anchor(RowKey key) {
        return key.measurement().anchor(key.startSecond(), key.endSecond());
    }

    static String period(RowKey key) {
        return Long.toString(
                key.measurement().anchoredAtEnd() ? key.startSecond() : key.endSecond() - key.startSecond());
    }

    /** The line that writes a row; {@code nano} is its place within the anchor's second. */
    static String line(Row row, int nano) {
        RowKey key = row.key();
        Point point = Point.measurement(row.measurement().code())
                .addTag(KIND, Names.toTag(key.subject().kind()))
                .addTag(ID, Names.toTag(key.subject().id()))
                .addTag(PERIOD, period(key))
                .time(Math.addExact(Math.multiplyExact(anchor(key), NANOS), nano), WritePrecision.NS)
                .addField(PRESENT, Presence.of(row));
        if (!key.variant().isEmpty()) {
            point.addField(VARIANT, key.variant());
        }
        List<Field> fields = row.measurement().fields();
        for (int i = 0; i < fields.size(); i++) {
            if (row.has(i)) {
                if (fields.get(i).isText()) {
                    point.addField(fields.get(i).name(), row.text(i));
                } else {
                    point.addField(fields.get(i).name(), row.number(i));
                }
            }
        }
        return point.toLineProtocol();
    }

    /** The row of a subject that an answer's record holds. */
    static Row row(Measurement measurement, Subject subject, String[] record) {
        String variant = record[VARIANT_COLUMN];
        Row.Builder row = Row.builder(
                key(measurement, subject, record[TIME_COLUMN], record[PERIOD_COLUMN], variant == null ? "" : variant));
        String presence = record[PRESENT_COLUMN];
        List<Field> fields = measurement.fields();
        for (int i = 0; i < fields.size(); i++) {
            if (Presence.has(presence, i)) {
                String value = record[FIRST_FIELD + i];
                if (fields.get(i).isText()) {
                    row.text(i, value);
                } else {
                    row.number(i, Long.parseLong(value));
                }
            }
        }
        return row.build();
    }

    private static RowKey key(Measurement measurement, Subject subject, String time, String period, String variant) {
        long anchor = Math.floorDiv(Long.parseLong(time), NANOS);
        long other = Long.parseLong(period);
        return measurement.anchoredAtEnd()
                ? new RowKey(measurement, subject, other, anchor + DAY, variant)
                : new RowKey(measurement, subject, anchor, anchor + other, variant);
    }
}
