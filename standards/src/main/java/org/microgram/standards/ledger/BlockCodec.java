package org.microgram.standards.ledger;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Scaled;

/**
 * Day blocks as bytes, for state and network: one column per pollutant, in units of the greatest power of ten that divides it, each hour as
 * its difference from the hour before; versions as runs. A day of 24 full hours takes about 200 bytes, a station-year about 75 kB.
 *
 * <p>The first byte is the version of this layout. A layout that was ever released is read for ever; golden bytes in the tests see to it.
 */
public final class BlockCodec {

    private static final int LAYOUT = 1;
    private static final int TOMBSTONES = 0x80;
    private static final ReviewState[] STATES = ReviewState.values();
    private static final Rank[] RANKS = Rank.values();

    private BlockCodec() {}

    public static void write(DayBlock block, DataOutput out) throws IOException {
        out.writeByte(LAYOUT);
        Varint.write(out, block.day());
        writeColumns(block.rawValues(), out);
        writeVersions(block.rawVersions(), out);
        Map<Integer, SlotHistory> histories = block.rawHistories();
        Varint.write(out, histories.size());
        for (Map.Entry<Integer, SlotHistory> each : histories.entrySet()) {
            Varint.write(out, each.getKey());
            List<SlotHistory.Entry> entries = each.getValue().entries();
            Varint.write(out, entries.size());
            for (SlotHistory.Entry entry : entries) {
                writeVersion(entry.version(), out);
                Varint.write(out, entry.value());
            }
        }
    }

    public static DayBlock readBlock(DataInput in) throws IOException {
        expectLayout(in);
        int day = Varint.readInt(in);
        long[] values = readColumns(in);
        Version[] versions = readVersions(in);
        TreeMap<Integer, SlotHistory> histories = new TreeMap<>();
        int corrected = Varint.readInt(in);
        for (int i = 0; i < corrected; i++) {
            int slot = Varint.readInt(in);
            int count = Varint.readInt(in);
            List<SlotHistory.Entry> entries = new ArrayList<>(count);
            for (int j = 0; j < count; j++) {
                entries.add(new SlotHistory.Entry(readVersion(in), Varint.read(in)));
            }
            histories.put(slot, SlotHistory.ofEntries(entries));
        }
        return new DayBlock(day, values, versions, histories);
    }

    public static void write(StationDay day, DataOutput out) throws IOException {
        out.writeByte(LAYOUT);
        Varint.write(out, day.day());
        writeColumns(day.values(), out);
        long[] received = day.receivedAts();
        long before = 0;
        for (long each : received) {
            boolean here = each != Long.MIN_VALUE;
            // One bit says whether the hour has a record; a run of equal times costs a byte an hour.
            Varint.write(out, here ? (each - before) * 2 + 1 : 0);
            before = here ? each : before;
        }
        byte[] revisions = day.revisions();
        int revised = 0;
        for (int slot = 0; revisions != null && slot < revisions.length; slot++) {
            revised += revisions[slot] != 0 ? 1 : 0;
        }
        Varint.write(out, revised);
        for (int slot = 0; revised > 0 && slot < DayBlock.SLOTS; slot++) {
            if (revisions[slot] != 0) {
                Varint.write(out, slot);
                out.writeByte(revisions[slot]);
            }
        }
    }

    public static StationDay readDay(DataInput in) throws IOException {
        expectLayout(in);
        int day = Varint.readInt(in);
        long[] values = readColumns(in);
        long[] received = new long[DayBlock.HOURS];
        long before = 0;
        for (int hour = 0; hour < received.length; hour++) {
            long coded = Varint.read(in);
            if ((coded & 1) == 0) {
                received[hour] = Long.MIN_VALUE;
            } else {
                before += coded >> 1;
                received[hour] = before;
            }
        }
        int revised = Varint.readInt(in);
        byte[] revisions = revised == 0 ? null : new byte[DayBlock.SLOTS];
        for (int i = 0; i < revised; i++) {
            int slot = Varint.readInt(in);
            revisions[slot] = in.readByte();
        }
        return new StationDay(day, values, revisions, received);
    }

    private static void expectLayout(DataInput in) throws IOException {
        int layout = in.readUnsignedByte();
        if (layout != LAYOUT) {
            throw new IOException("found a block of layout " + layout + ", this release reads layout " + LAYOUT
                    + ". It was written by a newer release, or is damaged: use that release, or rebuild.");
        }
    }

    private static void writeColumns(long[] values, DataOutput out) throws IOException {
        for (int p = 0; p < Pollutant.COUNT; p++) {
            int present = 0;
            int tombstones = 0;
            int exponent = Scaled.DIGITS;
            for (int hour = 0; hour < DayBlock.HOURS; hour++) {
                long value = values[hour * Pollutant.COUNT + p];
                if (HourValues.isValue(value)) {
                    present |= 1 << hour;
                    while (exponent > 0 && value % Scaled.powerOfTen(exponent) != 0) {
                        exponent--;
                    }
                } else if (value == HourValues.TOMBSTONE) {
                    tombstones |= 1 << hour;
                }
            }
            writeMask(present, out);
            out.writeByte(tombstones == 0 ? exponent : exponent | TOMBSTONES);
            if (tombstones != 0) {
                writeMask(tombstones, out);
            }
            long unit = Scaled.powerOfTen(exponent);
            long before = 0;
            for (int hour = 0; hour < DayBlock.HOURS; hour++) {
                if ((present & 1 << hour) != 0) {
                    long value = values[hour * Pollutant.COUNT + p] / unit;
                    Varint.write(out, value - before);
                    before = value;
                }
            }
        }
    }

    private static long[] readColumns(DataInput in) throws IOException {
        long[] values = new long[DayBlock.SLOTS];
        Arrays.fill(values, HourValues.ABSENT);
        for (int p = 0; p < Pollutant.COUNT; p++) {
            int present = readMask(in);
            int head = in.readUnsignedByte();
            int tombstones = (head & TOMBSTONES) == 0 ? 0 : readMask(in);
            long unit = Scaled.powerOfTen(head & ~TOMBSTONES);
            long value = 0;
            for (int hour = 0; hour < DayBlock.HOURS; hour++) {
                int slot = hour * Pollutant.COUNT + p;
                if ((present & 1 << hour) != 0) {
                    value += Varint.read(in);
                    values[slot] = value * unit;
                } else if ((tombstones & 1 << hour) != 0) {
                    values[slot] = HourValues.TOMBSTONE;
                }
            }
        }
        return values;
    }

    /** Versions as runs: of an hour's version mostly only the position differs, by one. */
    private static void writeVersions(Version[] versions, DataOutput out) throws IOException {
        int hour = 0;
        while (hour < versions.length) {
            if (versions[hour] == null) {
                hour++;
                continue;
            }
            int end = hour + 1;
            while (end < versions.length && versions[end] != null && follows(versions[end - 1], versions[end])) {
                end++;
            }
            out.writeByte(end - hour);
            out.writeByte(hour);
            writeVersion(versions[hour], out);
            hour = end;
        }
        out.writeByte(0);
    }

    private static boolean follows(Version before, Version next) {
        return next.seq() == before.seq() + 1
                && next.receivedAt() == before.receivedAt()
                && next.state() == before.state()
                && next.rank() == before.rank()
                && next.source().equals(before.source());
    }

    private static Version[] readVersions(DataInput in) throws IOException {
        Version[] versions = new Version[DayBlock.HOURS];
        for (int length = in.readUnsignedByte(); length != 0; length = in.readUnsignedByte()) {
            int hour = in.readUnsignedByte();
            Version first = readVersion(in);
            for (int i = 0; i < length; i++) {
                versions[hour + i] = i == 0
                        ? first
                        : new Version(first.state(), first.rank(), first.receivedAt(), first.source(), first.seq() + i);
            }
        }
        return versions;
    }

    private static void writeVersion(Version version, DataOutput out) throws IOException {
        out.writeByte(version.state().ordinal() * RANKS.length + version.rank().ordinal());
        Varint.write(out, version.receivedAt());
        out.writeUTF(version.source());
        Varint.write(out, version.seq());
    }

    private static Version readVersion(DataInput in) throws IOException {
        int head = in.readUnsignedByte();
        return new Version(
                STATES[head / RANKS.length],
                RANKS[head % RANKS.length],
                Varint.read(in),
                in.readUTF().intern(),
                Varint.read(in));
    }

    private static void writeMask(int mask, DataOutput out) throws IOException {
        out.writeByte(mask >>> 16);
        out.writeByte(mask >>> 8);
        out.writeByte(mask);
    }

    private static int readMask(DataInput in) throws IOException {
        return in.readUnsignedByte() << 16 | in.readUnsignedByte() << 8 | in.readUnsignedByte();
    }
}
