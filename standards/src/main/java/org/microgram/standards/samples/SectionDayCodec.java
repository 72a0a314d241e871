package org.microgram.standards.samples;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.microgram.standards.ledger.BlockCodec;
import org.microgram.standards.ledger.DayLocks;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.ledger.Varint;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.ledger.VersionCodec;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;

/**
 * Section days as bytes, for state and network: sample by sample, slot by slot, each value with its version, then the locks. The first byte is the version of
 * this layout; a layout that was ever released is read for ever, golden bytes in the tests see to it.
 */
public final class SectionDayCodec {

    private static final int LAYOUT = 2;
    private static final int WITHOUT_LOCKS = 1;

    private SectionDayCodec() {}

    public static void write(SectionDay block, DataOutput out) throws IOException {
        out.writeByte(LAYOUT);
        Varint.write(out, block.day());
        VersionCodec codec = new VersionCodec();
        Varint.write(out, block.raw().size());
        for (Map.Entry<Integer, SortedMap<Integer, SlotHistory>> sample :
                block.raw().entrySet()) {
            Varint.write(out, sample.getKey());
            out.writeByte(sample.getValue().size());
            for (Map.Entry<Integer, SlotHistory> slot : sample.getValue().entrySet()) {
                out.writeByte(slot.getKey());
                List<SlotHistory.Entry> entries = slot.getValue().entries();
                Varint.write(out, entries.size());
                for (SlotHistory.Entry entry : entries) {
                    codec.write(entry.version(), out);
                    Varint.write(out, entry.value());
                }
            }
        }
        block.locks().write(out);
    }

    /** @throws IOException saying what is wrong, also of bytes that no release ever wrote */
    public static SectionDay read(DataInput in) throws IOException {
        try {
            return block(in);
        } catch (EOFException e) {
            throw new IOException("the bytes of a block end too early: it is damaged. Rebuild from the readings.", e);
        }
    }

    private static SectionDay block(DataInput in) throws IOException {
        int layout = BlockCodec.expectLayout(in, LAYOUT);
        int day = Varint.readInt(in);
        VersionCodec codec = new VersionCodec();
        TreeMap<Integer, SortedMap<Integer, SlotHistory>> samples = new TreeMap<>();
        for (int left = Varint.readInt(in); left > 0; left--) {
            int key = BlockCodec.within(Varint.readInt(in), 2 * SectionDay.SECONDS, "second of a day");
            TreeMap<Integer, SlotHistory> slots = new TreeMap<>();
            for (int of = in.readUnsignedByte(); of > 0; of--) {
                int slot = slot(in.readUnsignedByte());
                slots.put(slot, history(slot, codec, in));
            }
            samples.put(key, slots);
        }
        return new SectionDay(day, samples, layout == WITHOUT_LOCKS ? DayLocks.NONE : DayLocks.read(in));
    }

    private static SlotHistory history(int slot, VersionCodec codec, DataInput in) throws IOException {
        int count = Varint.readInt(in);
        if (count < 1) {
            throw BlockCodec.damaged("a slot of " + count + " versions");
        }
        List<SlotHistory.Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Version version = codec.read(in);
            long value = Varint.read(in);
            if (slot == SectionDay.PUBLISHED_CLASS && (value < 1 || value > WaterClass.ALL.size())
                    || slot == SectionDay.STATUS && (value < 0 || value >= StationStatus.ALL.size())) {
                throw BlockCodec.damaged("class or status " + value);
            }
            entries.add(new SlotHistory.Entry(version, value));
        }
        return SlotHistory.ofEntries(entries);
    }

    private static int slot(int found) throws IOException {
        BlockCodec.within(found, SectionDay.SLOTS, "slot");
        return found >= SectionDay.PUBLISHED_CLASS
                ? found
                : BlockCodec.within(found, WaterParameter.ALL.size(), "number of a parameter");
    }
}
