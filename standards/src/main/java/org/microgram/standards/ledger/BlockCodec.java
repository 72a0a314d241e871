package org.microgram.standards.ledger;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
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
 * its difference from the hour before; versions as runs. A station-year from an archive takes about 100 kB, a live one about 180 kB.
 *
 * <p>The first byte is the version of this layout. A layout that was ever released is read for ever; golden bytes in the tests see to it.
 */
public final class BlockCodec {

    private static final int BLOCK_LAYOUT = 2;
    private static final int BLOCK_WITHOUT_LOCKS = 1;
    private static final int DAY_LAYOUT = 2;
    private static final int DAY_WITHOUT_STATES = 1;
    private static final int TOMBSTONES = 0x80;

    private BlockCodec() {}

    public static void write(DayBlock block, DataOutput out) throws IOException {
        out.writeByte(BLOCK_LAYOUT);
        Varint.write(out, block.day());
        writeColumns(block.rawValues(), out);
        VersionCodec codec = new VersionCodec();
        writeVersions(block.rawVersions(), codec, out);
        Map<Integer, SlotHistory> histories = block.rawHistories();
        Varint.write(out, histories.size());
        for (Map.Entry<Integer, SlotHistory> each : histories.entrySet()) {
            Varint.write(out, each.getKey());
            List<SlotHistory.Entry> entries = each.getValue().entries();
            Varint.write(out, entries.size());
            for (SlotHistory.Entry entry : entries) {
                codec.write(entry.version(), out);
                Varint.write(out, entry.value());
            }
        }
        block.locks().write(out);
    }

    /** @throws IOException saying what is wrong, also of bytes that no release ever wrote */
    public static DayBlock readBlock(DataInput in) throws IOException {
        return complete(in, BlockCodec::block);
    }

    private static DayBlock block(DataInput in) throws IOException {
        int layout = expectLayout(in, BLOCK_LAYOUT);
        int day = Varint.readInt(in);
        long[] values = readColumns(in);
        VersionCodec codec = new VersionCodec();
        Version[] versions = readVersions(codec, in);
        TreeMap<Integer, SlotHistory> histories = new TreeMap<>();
        int corrected = Varint.readInt(in);
        for (int i = 0; i < corrected; i++) {
            int slot = within(Varint.readInt(in), DayBlock.SLOTS, "slot");
            int count = Varint.readInt(in);
            if (count < 1) {
                throw damaged("a slot of " + count + " versions");
            }
            List<SlotHistory.Entry> entries = new ArrayList<>();
            for (int j = 0; j < count; j++) {
                entries.add(new SlotHistory.Entry(codec.read(in), Varint.read(in)));
            }
            histories.put(slot, SlotHistory.ofEntries(entries));
        }
        for (int slot = 0; slot < DayBlock.SLOTS; slot++) {
            boolean given = values[slot] != HourValues.ABSENT;
            if (given && versions[slot / Pollutant.COUNT] == null && !histories.containsKey(slot)) {
                throw damaged("a value without version in slot " + slot);
            }
        }
        DayLocks locks = layout == BLOCK_WITHOUT_LOCKS ? DayLocks.NONE : DayLocks.read(in);
        return new DayBlock(day, values, versions, histories, locks);
    }

    public static void write(StationDay day, DataOutput out) throws IOException {
        out.writeByte(DAY_LAYOUT);
        Varint.write(out, day.day());
        writeColumns(day.values(), out);
        long[] received = day.receivedAts();
        int hours = 0;
        for (int hour = 0; hour < received.length; hour++) {
            hours |= received[hour] == Long.MIN_VALUE ? 0 : 1 << hour;
        }
        writeMask(hours, out);
        long before = 0;
        for (long each : received) {
            if (each != Long.MIN_VALUE) {
                Varint.write(out, each - before);
                before = each;
            }
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
        StateRuns.write(day.states(), out);
    }

    /** @throws IOException saying what is wrong, also of bytes that no release ever wrote */
    public static StationDay readDay(DataInput in) throws IOException {
        return complete(in, BlockCodec::stationDay);
    }

    private static StationDay stationDay(DataInput in) throws IOException {
        int layout = expectLayout(in, DAY_LAYOUT);
        int day = Varint.readInt(in);
        long[] values = readColumns(in);
        long[] received = new long[DayBlock.HOURS];
        int hours = readMask(in);
        long before = 0;
        for (int hour = 0; hour < received.length; hour++) {
            if ((hours & 1 << hour) == 0) {
                received[hour] = Long.MIN_VALUE;
            } else {
                before += Varint.read(in);
                received[hour] = before;
            }
        }
        int revised = Varint.readInt(in);
        byte[] revisions = revised == 0 ? null : new byte[DayBlock.SLOTS];
        for (int i = 0; i < revised; i++) {
            int slot = within(Varint.readInt(in), DayBlock.SLOTS, "slot");
            revisions[slot] = in.readByte();
        }
        byte[] states = layout == DAY_WITHOUT_STATES ? null : StateRuns.read(in);
        return new StationDay(day, values, revisions, received, states);
    }

    private interface Part<T> {
        T read(DataInput in) throws IOException;
    }

    private static <T> T complete(DataInput in, Part<T> part) throws IOException {
        try {
            return part.read(in);
        } catch (EOFException e) {
            throw new IOException("the bytes of a block end too early: it is damaged. Rebuild from the readings.", e);
        }
    }

    /** The number, which must be one of so many. */
    public static int within(int found, int bound, String what) throws IOException {
        if (found < 0 || found >= bound) {
            throw damaged(what + " " + found + ", which must be under " + bound);
        }
        return found;
    }

    public static IOException damaged(String found) {
        return new IOException("found " + found + ": the block is damaged. Rebuild from the readings.");
    }

    /** The layout, which is one of those up to the newest known. */
    public static int expectLayout(DataInput in, int newest) throws IOException {
        int layout = in.readUnsignedByte();
        if (layout < 1 || layout > newest) {
            throw new IOException("found a block of layout " + layout + ", this release reads layout "
                    + (newest == 1 ? "1" : "1 to " + newest)
                    + ". It was written by a newer release, or is damaged: use that release, or rebuild.");
        }
        return layout;
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
            long unit = Scaled.powerOfTen(within(head & ~TOMBSTONES, Scaled.DIGITS + 1, "exponent"));
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
    private static void writeVersions(Version[] versions, VersionCodec codec, DataOutput out) throws IOException {
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
            codec.write(versions[hour], out);
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

    private static Version[] readVersions(VersionCodec codec, DataInput in) throws IOException {
        Version[] versions = new Version[DayBlock.HOURS];
        for (int length = in.readUnsignedByte(); length != 0; length = in.readUnsignedByte()) {
            int hour = in.readUnsignedByte();
            within(hour + length - 1, DayBlock.HOURS, "hour");
            Version first = codec.read(in);
            for (int i = 0; i < length; i++) {
                versions[hour + i] = i == 0
                        ? first
                        : new Version(first.state(), first.rank(), first.receivedAt(), first.source(), first.seq() + i);
            }
        }
        return versions;
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
