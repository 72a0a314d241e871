package org.microgram.messages.readings;

import static org.microgram.messages.avro.MessageReader.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.microgram.messages.avro.WriterSchema;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;

/** Samples as the body of a message of {@code readings}, and back: {@code SectionSample.v1.avsc}. */
final class SectionSampleCodec {

    static final WriterSchema SAMPLE = WriterSchema.beside(SectionSampleCodec.class, "SectionSample.v1");

    // What a code is, as it stands on the wire.
    private static final int VALUE = 0;
    private static final int BELOW_DETECTION = 1;
    private static final List<Long> WITHOUT_NUMBER =
            List.of(SampleValues.NOT_MEASURED, SampleValues.NO_VALUE, SampleValues.WITHDRAWN);

    private SectionSampleCodec() {}

    static byte[] encode(SectionSample sample) {
        return SAMPLE.write(out -> write(sample, out));
    }

    private static void write(SectionSample sample, BinaryEncoder out) throws IOException {
        Version version = sample.version();
        out.writeString(sample.section());
        out.writeLong(sample.second());
        out.writeBoolean(sample.byHand());
        out.writeInt(ReadingsCodec.STATES.indexOf(version.state()));
        out.writeInt(ReadingsCodec.RANKS.indexOf(version.rank()));
        out.writeLong(version.receivedAt());
        out.writeString(version.source());
        out.writeLong(version.seq());
        out.writeString(sample.batch());
        out.writeString(sample.trace());
        out.writeString(sample.author());
        out.writeString(sample.reason());
        SampleValues values = sample.values();
        out.writeInt(values.publishedClass().map(WaterClass::number).orElse(0));
        out.writeInt(values.status().map(status -> status.ordinal() + 1).orElse(0));
        List<Long> parameters = new ArrayList<>();
        List<Long> kinds = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        values.codes().forEach((parameter, code) -> {
            parameters.add((long) parameter.ordinal());
            int without = WITHOUT_NUMBER.indexOf(code);
            if (without >= 0) {
                kinds.add(BELOW_DETECTION + 1L + without);
                numbers.add(0L);
            } else {
                kinds.add((code & 1) == 0 ? (long) VALUE : BELOW_DETECTION);
                numbers.add(Math.floorDiv(code, 2L));
            }
        });
        writeArray(parameters, false, out);
        writeArray(kinds, false, out);
        writeArray(numbers, true, out);
        out.writeString(sample.notes());
    }

    static SectionSample read(BinaryDecoder in) throws IOException {
        String section = text(in);
        long second = in.readLong();
        boolean byHand = in.readBoolean();
        ReviewState state = oneOf(ReadingsCodec.STATES, in.readInt(), "state");
        Rank rank = oneOf(ReadingsCodec.RANKS, in.readInt(), "rank");
        Version version = new Version(state, rank, in.readLong(), text(in), in.readLong());
        String batch = text(in);
        String trace = text(in);
        String author = text(in);
        String reason = text(in);
        int published = in.readInt();
        int status = in.readInt();
        List<Long> parameters = readArray(in, false);
        List<Long> kinds = readArray(in, false);
        List<Long> numbers = readArray(in, true);
        if (parameters.size() != kinds.size() || parameters.size() != numbers.size()) {
            throw new IOException("parameters, kinds and numbers of a sample are not as many");
        }
        Map<WaterParameter, Long> codes = new EnumMap<>(WaterParameter.class);
        for (int i = 0; i < parameters.size(); i++) {
            WaterParameter parameter =
                    oneOf(WaterParameter.ALL, parameters.get(i).intValue(), "parameter");
            codes.put(parameter, code(kinds.get(i).intValue(), numbers.get(i)));
        }
        SampleValues values = new SampleValues(
                codes,
                published == 0 ? Optional.empty() : Optional.of(oneOf(WaterClass.ALL, published - 1, "class")),
                status == 0 ? Optional.empty() : Optional.of(oneOf(StationStatus.ALL, status - 1, "status")));
        return new SectionSample(section, second, byHand, version, batch, trace, author, reason, values, text(in));
    }

    private static long code(int kind, long number) throws IOException {
        if (kind > BELOW_DETECTION) {
            return oneOf(WITHOUT_NUMBER, kind - BELOW_DETECTION - 1, "kind");
        }
        if (Math.abs(number) > SampleValues.MOST) {
            throw new IOException("a number of " + number + " millionths, which no measurement has");
        }
        return SampleValues.code(kind == VALUE ? new Measured.Value(number) : new Measured.BelowDetection(number));
    }

    private static <T> T oneOf(List<T> all, int number, String what) throws IOException {
        if (number < 0 || number >= all.size()) {
            throw new IOException("found " + what + " number " + number + ", known are " + all.size());
        }
        return all.get(number);
    }

    private static void writeArray(List<Long> items, boolean longs, BinaryEncoder out) throws IOException {
        out.writeArrayStart();
        out.setItemCount(items.size());
        for (long item : items) {
            out.startItem();
            if (longs) {
                out.writeLong(item);
            } else {
                out.writeInt((int) item);
            }
        }
        out.writeArrayEnd();
    }

    private static List<Long> readArray(BinaryDecoder in, boolean longs) throws IOException {
        List<Long> items = new ArrayList<>();
        for (long left = in.readArrayStart(); left != 0; left = in.arrayNext()) {
            for (; left > 0; left--) {
                items.add(longs ? in.readLong() : in.readInt());
            }
        }
        return items;
    }
}
