package org.microgram.messages.water;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.microgram.standards.ledger.BlockCodec;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Varint;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.water.MonthValue;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterParameter;

/**
 * What rivers, basins, lakes and areas know of their sections, as bytes, for state and network. The first byte is the version of the layout;
 * one that was ever released is read for ever, golden bytes in the tests see to it.
 */
public final class SectionYearCodec {

    private static final int YEAR_LAYOUT = 1;
    private static final int BASIN_LAYOUT = 1;
    private static final int MONTHS = 12;

    /** The longest number that a mean of a year's values can have, in bytes. */
    private static final int LONGEST = 1 << 16;

    private static final List<MonthValue.Source> SOURCES =
            List.of(MonthValue.Source.AUTOMATIC, MonthValue.Source.MANUAL, MonthValue.Source.AUTOMATIC_SHORT);

    private SectionYearCodec() {}

    public static void write(SectionYear year, DataOutput out) throws IOException {
        out.writeByte(YEAR_LAYOUT);
        Varint.write(out, year.year());
        out.writeByte(year.months().size());
        for (Map.Entry<Integer, SectionYear.Month> month : year.months().entrySet()) {
            out.writeByte(month.getKey());
            inputs(month.getValue().inputs(), out);
            // By parameter: the same year is the same bytes.
            Map<WaterParameter, MonthValue> values =
                    new TreeMap<>(month.getValue().values());
            out.writeByte(values.size());
            for (Map.Entry<WaterParameter, MonthValue> each : values.entrySet()) {
                MonthValue value = each.getValue();
                out.writeByte(each.getKey().ordinal());
                number(value.exact().numerator(), out);
                number(value.exact().denominator(), out);
                out.writeByte(SOURCES.indexOf(value.source()));
                Varint.write(out, value.validDays());
                Varint.write(out, value.manualSamples());
            }
        }
    }

    /** @throws IOException saying what is wrong, also of bytes that no release ever wrote */
    public static SectionYear read(DataInput in) throws IOException {
        try {
            return year(in);
        } catch (EOFException e) {
            throw BlockCodec.damaged("the end too early");
        }
    }

    public static void write(BasinYear basin, DataOutput out) throws IOException {
        out.writeByte(BASIN_LAYOUT);
        Varint.write(out, basin.year());
        Varint.write(out, basin.sections().size());
        for (Map.Entry<String, SectionYear> each : basin.sections().entrySet()) {
            out.writeUTF(each.getKey());
            write(each.getValue(), out);
        }
    }

    /** @throws IOException saying what is wrong, also of bytes that no release ever wrote */
    public static BasinYear readBasin(DataInput in) throws IOException {
        try {
            BlockCodec.expectLayout(in, BASIN_LAYOUT);
            int year = Varint.readInt(in);
            SortedMap<String, SectionYear> sections = new TreeMap<>();
            for (int left = Varint.readInt(in); left > 0; left--) {
                sections.put(in.readUTF(), year(in));
            }
            return new BasinYear(year, sections);
        } catch (EOFException e) {
            throw BlockCodec.damaged("the end too early");
        }
    }

    private static SectionYear year(DataInput in) throws IOException {
        BlockCodec.expectLayout(in, YEAR_LAYOUT);
        int year = Varint.readInt(in);
        SortedMap<Integer, SectionYear.Month> months = new TreeMap<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            int month = BlockCodec.within(in.readUnsignedByte() - 1, MONTHS, "month less one") + 1;
            SampleDay.Inputs inputs = inputs(in);
            Map<WaterParameter, MonthValue> values = new EnumMap<>(WaterParameter.class);
            for (int of = in.readUnsignedByte(); of > 0; of--) {
                WaterParameter parameter = WaterParameter.ALL.get(
                        BlockCodec.within(in.readUnsignedByte(), WaterParameter.ALL.size(), "number of a parameter"));
                values.put(parameter, value(parameter, in));
            }
            months.put(month, new SectionYear.Month(values, inputs));
        }
        return new SectionYear(year, months);
    }

    private static MonthValue value(WaterParameter parameter, DataInput in) throws IOException {
        BigInteger numerator = number(in);
        BigInteger denominator = number(in);
        if (denominator.signum() <= 0) {
            throw BlockCodec.damaged("the denominator " + denominator);
        }
        MonthValue.Source source = SOURCES.get(BlockCodec.within(in.readUnsignedByte(), SOURCES.size(), "source"));
        return new MonthValue(
                parameter, Fraction.of(numerator, denominator), source, Varint.readInt(in), Varint.readInt(in));
    }

    private static void inputs(SampleDay.Inputs inputs, DataOutput out) throws IOException {
        Varint.write(out, inputs.samples());
        Varint.write(out, inputs.revision());
        Varint.write(out, inputs.receivedAt());
        out.writeByte(inputs.state().map(SectionJudge.STATES::indexOf).orElse(-1));
        out.writeByte(inputs.said().map(StationStatus::ordinal).orElse(-1));
    }

    private static SampleDay.Inputs inputs(DataInput in) throws IOException {
        int samples = Varint.readInt(in);
        int revision = Varint.readInt(in);
        long receivedAt = Varint.read(in);
        int state = in.readByte();
        Optional<ReviewState> lowest = state == -1
                ? Optional.empty()
                : Optional.of(
                        SectionJudge.STATES.get(BlockCodec.within(state, SectionJudge.STATES.size(), "review state")));
        int status = in.readByte();
        Optional<StationStatus> said = status == -1
                ? Optional.empty()
                : Optional.of(StationStatus.ALL.get(BlockCodec.within(status, StationStatus.ALL.size(), "status")));
        return new SampleDay.Inputs(samples, revision, receivedAt, lowest, said);
    }

    private static void number(BigInteger number, DataOutput out) throws IOException {
        byte[] bytes = number.toByteArray();
        Varint.write(out, bytes.length);
        out.write(bytes);
    }

    private static BigInteger number(DataInput in) throws IOException {
        byte[] bytes = new byte[BlockCodec.within(Varint.readInt(in), LONGEST, "length of a number")];
        in.readFully(bytes);
        if (bytes.length == 0) {
            throw BlockCodec.damaged("a number of no bytes");
        }
        return new BigInteger(bytes);
    }
}
