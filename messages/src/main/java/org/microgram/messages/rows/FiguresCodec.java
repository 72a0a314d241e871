package org.microgram.messages.rows;

import static org.microgram.messages.avro.MessageReader.bytes;
import static org.microgram.messages.avro.MessageReader.text;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.microgram.messages.Topics;
import org.microgram.messages.avro.MessageReader;
import org.microgram.messages.avro.UnreadableMessage;
import org.microgram.messages.avro.WriterSchema;

/**
 * Rows and markers as the bytes of the topic {@code figures}, and back. A field that is none costs one bit.
 *
 * <p>Avro single-object encoding of {@code Row.v1.avsc} and {@code Marker.v1.avsc}. Fields are only ever appended to a measurement, so a
 * row written before that is read with the new fields none. Safe for use by many threads.
 */
public final class FiguresCodec {

    /** What rows are written with. */
    public static final WriterSchema ROW = WriterSchema.beside(FiguresCodec.class, "Row.v1");

    /** What markers are written with. */
    public static final WriterSchema MARKER = WriterSchema.beside(FiguresCodec.class, "Marker.v1");

    private static final MessageReader<FiguresMessage> READER = new MessageReader<FiguresMessage>(Topics.FIGURES)
            .with(ROW, FiguresCodec::readRow)
            .with(MARKER, in -> new Marker(text(in), in.readInt(), in.readInt(), in.readLong()));

    private static final Map<String, Measurement> MEASUREMENTS = new HashMap<>();
    private static final Map<Measurement, boolean[]> TEXT = new EnumMap<>(Measurement.class);

    static {
        for (Measurement m : Measurement.stored()) {
            MEASUREMENTS.put(m.code(), m);
            List<Field> fields = m.fields();
            boolean[] isText = new boolean[fields.size()];
            for (int i = 0; i < isText.length; i++) {
                isText[i] = fields.get(i).isText();
            }
            TEXT.put(m, isText);
        }
    }

    private FiguresCodec() {}

    public static byte[] encode(Row row) {
        return ROW.write(out -> write(row, out));
    }

    public static byte[] encode(Marker marker) {
        return MARKER.write(out -> {
            out.writeString(marker.job());
            out.writeInt(marker.subtask());
            out.writeInt(marker.parallelism());
            out.writeLong(marker.tick());
        });
    }

    /** @throws UnreadableMessage saying what was found, what is known, and what to do */
    public static FiguresMessage decode(byte[] message) {
        return READER.read(message);
    }

    private static void write(Row row, BinaryEncoder out) throws IOException {
        RowKey key = row.key();
        out.writeString(key.measurement().code());
        out.writeString(key.subject().kind());
        out.writeString(key.subject().id());
        out.writeLong(key.startSecond());
        out.writeLong(key.endSecond());
        out.writeString(key.variant());

        boolean[] isText = TEXT.get(key.measurement());
        byte[] present = new byte[(isText.length + 7) / 8];
        int numbers = 0;
        int texts = 0;
        for (int i = 0; i < isText.length; i++) {
            boolean has = isText[i] ? row.text(i) != null : row.number(i) != Row.NONE;
            if (has) {
                present[i >> 3] |= (byte) (1 << (i & 7));
                if (isText[i]) {
                    texts++;
                } else {
                    numbers++;
                }
            }
        }
        out.writeBytes(present);
        out.writeArrayStart();
        out.setItemCount(numbers);
        for (int i = 0; i < isText.length; i++) {
            if (!isText[i] && isSet(present, i)) {
                out.startItem();
                out.writeLong(row.number(i));
            }
        }
        out.writeArrayEnd();
        out.writeArrayStart();
        out.setItemCount(texts);
        for (int i = 0; i < isText.length; i++) {
            if (isText[i] && isSet(present, i)) {
                out.startItem();
                out.writeString(row.text(i));
            }
        }
        out.writeArrayEnd();
    }

    private static Row readRow(BinaryDecoder in) throws IOException {
        String code = text(in);
        Measurement measurement = MEASUREMENTS.get(code);
        if (measurement == null) {
            throw new UnreadableMessage("Found a row of the measurement " + code + ". Expected one of "
                    + MEASUREMENTS.keySet() + ". A newer Microgram has written it: update this process.");
        }
        Subject subject = new Subject(text(in), text(in));
        Row.Builder row = Row.builder(new RowKey(measurement, subject, in.readLong(), in.readLong(), text(in)));

        boolean[] isText = TEXT.get(measurement);
        byte[] present = bytes(in);
        refuseUnknownFields(measurement, present, isText.length);

        long left = in.readArrayStart();
        for (int i = 0; i < isText.length; i++) {
            if (!isText[i] && isSet(present, i)) {
                require(left != 0);
                row.number(i, in.readLong());
                left = --left == 0 ? in.arrayNext() : left;
            }
        }
        require(left == 0);
        left = in.readArrayStart();
        for (int i = 0; i < isText.length; i++) {
            if (isText[i] && isSet(present, i)) {
                require(left != 0);
                row.text(i, text(in));
                left = --left == 0 ? in.arrayNext() : left;
            }
        }
        require(left == 0);
        return row.build();
    }

    /** Bits beyond the bytes there are were fields that the writer did not know: none. */
    private static boolean isSet(byte[] present, int field) {
        return field >> 3 < present.length && (present[field >> 3] & 1 << (field & 7)) != 0;
    }

    // A value that has no place here would be lost without a trace.
    private static void refuseUnknownFields(Measurement measurement, byte[] present, int known) {
        for (int i = known; i < present.length * 8; i++) {
            if (isSet(present, i)) {
                throw new UnreadableMessage("Found a row of " + measurement.code() + " with a field number " + i
                        + ". Expected at most " + known + " fields. A newer Microgram has written it: update this "
                        + "process, then start it again; nothing is lost meanwhile.");
            }
        }
    }

    private static void require(boolean agrees) throws IOException {
        if (!agrees) {
            throw new IOException("its bit set and its values do not agree");
        }
    }
}
