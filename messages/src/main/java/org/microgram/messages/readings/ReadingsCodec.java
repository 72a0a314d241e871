package org.microgram.messages.readings;

import static org.microgram.messages.avro.MessageReader.text;

import java.io.IOException;
import java.util.List;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.microgram.messages.Topics;
import org.microgram.messages.avro.MessageReader;
import org.microgram.messages.avro.UnreadableMessage;
import org.microgram.messages.avro.WriterSchema;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

/**
 * Station records, lock events, water samples and ticks as the bytes of the topic {@code readings}, and back. A pollutant that is absent costs no byte.
 *
 * <p>Avro single-object encoding of the schemas beside this class; safe for use by many threads.
 */
public final class ReadingsCodec {

    /** What station records are written with when nothing is noted of their values: nearly all, and older processes can read them. */
    public static final WriterSchema RECORD = WriterSchema.beside(ReadingsCodec.class, "StationRecord.v1");

    /** What station records with notes are written with: the same, and the notes at the end. */
    public static final WriterSchema NOTED_RECORD = WriterSchema.beside(ReadingsCodec.class, "StationRecord.v2");

    /** What ticks are written with. */
    public static final WriterSchema TICK = WriterSchema.beside(ReadingsCodec.class, "Tick.v1");

    /** What lock events of a station's day are written with: older processes can read them. */
    public static final WriterSchema LOCK = WriterSchema.beside(ReadingsCodec.class, "DayLock.v1");

    /** What those of a section's day are written with: the same, of a section. */
    public static final WriterSchema SECTION_LOCK = WriterSchema.beside(ReadingsCodec.class, "SectionDayLock.v1");

    /** What water samples are written with. */
    public static final WriterSchema SAMPLE = SectionSampleCodec.SAMPLE;

    private static final MessageReader<ReadingsMessage> READER = new MessageReader<ReadingsMessage>(Topics.READINGS)
            .with(RECORD, in -> readRecord(in, false))
            .with(NOTED_RECORD, in -> readRecord(in, true))
            .with(TICK, in -> new Tick(in.readLong(), in.readLong()))
            .with(LOCK, in -> readLock(Subject.station(text(in)), in))
            .with(SECTION_LOCK, in -> readLock(Subject.section(text(in)), in))
            .with(SAMPLE, SectionSampleCodec::read);

    // The numbers on the wire, whatever order the enums are ever declared in.
    static final List<ReviewState> STATES =
            List.of(ReviewState.RAW, ReviewState.FIRST, ReviewState.SECOND, ReviewState.FINAL);
    static final List<Rank> RANKS = List.of(Rank.MINUTES, Rank.HOUR, Rank.AUDITED);

    private ReadingsCodec() {}

    public static byte[] encode(StationRecord record) {
        if (record.notes().isEmpty()) {
            return RECORD.write(out -> write(record, out));
        }
        return NOTED_RECORD.write(out -> {
            write(record, out);
            out.writeString(record.notes().text());
        });
    }

    public static byte[] encode(ReadingsMessage message) {
        if (message instanceof StationRecord record) {
            return encode(record);
        }
        if (message instanceof SectionSample sample) {
            return encode(sample);
        }
        return message instanceof DayLock lock ? encode(lock) : encode((Tick) message);
    }

    public static byte[] encode(SectionSample sample) {
        return SectionSampleCodec.encode(sample);
    }

    public static byte[] encode(DayLock lock) {
        return (lock.isOfSection() ? SECTION_LOCK : LOCK).write(out -> {
            out.writeString(lock.subject().id());
            out.writeInt(lock.day());
            out.writeBoolean(lock.locked());
            out.writeLong(lock.at());
            out.writeString(lock.author());
            out.writeString(lock.reason());
            out.writeString(lock.batch());
            out.writeString(lock.trace());
        });
    }

    public static byte[] encode(Tick tick) {
        return TICK.write(out -> {
            out.writeLong(tick.time());
            out.writeLong(tick.wall());
        });
    }

    /** @throws UnreadableMessage saying what was found, what is known, and what to do */
    public static ReadingsMessage decode(byte[] message) {
        return READER.read(message);
    }

    private static void write(StationRecord record, BinaryEncoder out) throws IOException {
        Version version = record.version();
        out.writeString(record.station());
        out.writeLong(record.startSecond());
        out.writeInt(record.lengthSeconds());
        out.writeInt(STATES.indexOf(version.state()));
        out.writeInt(RANKS.indexOf(version.rank()));
        out.writeLong(version.receivedAt());
        out.writeString(version.source());
        out.writeLong(version.seq());
        out.writeString(record.batch());
        out.writeString(record.trace());
        out.writeString(record.author());
        out.writeString(record.reason());
        HourValues values = record.values();
        int present = 0;
        int withdrawn = 0;
        for (int p = 0; p < Pollutant.COUNT; p++) {
            if (HourValues.isValue(values.get(p))) {
                present |= 1 << p;
            } else if (values.get(p) == HourValues.TOMBSTONE) {
                withdrawn |= 1 << p;
            }
        }
        out.writeInt(present);
        out.writeInt(withdrawn);
        out.writeArrayStart();
        out.setItemCount(Integer.bitCount(present));
        for (int p = 0; p < Pollutant.COUNT; p++) {
            if ((present & 1 << p) != 0) {
                out.startItem();
                out.writeLong(values.get(p));
            }
        }
        out.writeArrayEnd();
    }

    private static DayLock readLock(Subject subject, BinaryDecoder in) throws IOException {
        return new DayLock(
                subject, in.readInt(), in.readBoolean(), in.readLong(), text(in), text(in), text(in), text(in));
    }

    private static StationRecord readRecord(BinaryDecoder in, boolean noted) throws IOException {
        String station = text(in);
        long start = in.readLong();
        int length = in.readInt();
        ReviewState state = STATES.get(in.readInt());
        Rank rank = RANKS.get(in.readInt());
        Version version = new Version(state, rank, in.readLong(), text(in), in.readLong());
        String batch = text(in);
        String trace = text(in);
        String author = text(in);
        String reason = text(in);
        HourValues values = readValues(in);
        ValueNotes notes = noted ? ValueNotes.parse(text(in)) : ValueNotes.NONE;
        return new StationRecord(station, start, length, version, batch, trace, author, reason, values, notes);
    }

    private static HourValues readValues(BinaryDecoder in) throws IOException {
        int present = in.readInt();
        int withdrawn = in.readInt();
        long[] scaled = new long[Pollutant.COUNT];
        long left = in.readArrayStart();
        for (int p = 0; p < Pollutant.COUNT; p++) {
            if ((present & 1 << p) != 0) {
                if (left == 0) {
                    throw new IOException("fewer values than its bit set announces");
                }
                scaled[p] = in.readLong();
                if (--left == 0) {
                    left = in.arrayNext(); // other writers may split an array into blocks
                }
            } else {
                scaled[p] = (withdrawn & 1 << p) != 0 ? HourValues.TOMBSTONE : HourValues.ABSENT;
            }
        }
        if (left != 0) {
            throw new IOException("more values than its bit set announces");
        }
        return HourValues.of(scaled);
    }
}
