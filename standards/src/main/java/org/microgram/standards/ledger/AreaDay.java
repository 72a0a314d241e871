package org.microgram.standards.ledger;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An area's ledger of one natural day: the last block of each station that sent one (rule K4: receiving one twice changes nothing).
 * Immutable.
 */
public final class AreaDay {

    private static final int LAYOUT = 1;

    private final int day;
    private final SortedMap<String, StationDay> stations;

    private AreaDay(int day, SortedMap<String, StationDay> stations) {
        this.day = day;
        this.stations = stations;
    }

    public static AreaDay empty(int day) {
        return new AreaDay(day, new TreeMap<>());
    }

    /** With a station's newer block in the place of its older one; this very object when it is the same. */
    public AreaDay with(String station, StationDay block) {
        if (block.equals(stations.get(station))) {
            return this;
        }
        SortedMap<String, StationDay> next = new TreeMap<>(stations);
        next.put(station, block);
        return new AreaDay(day, next);
    }

    public int day() {
        return day;
    }

    /** The station's day; null when it sent none. */
    public StationDay station(String id) {
        return stations.get(id);
    }

    /** The days of these stations, without those that sent none, in their order. */
    public List<StationDay> of(List<String> members) {
        List<StationDay> found = new ArrayList<>(members.size());
        for (String member : members) {
            StationDay block = stations.get(member);
            if (block != null) {
                found.add(block);
            }
        }
        return found;
    }

    public void write(DataOutput out) throws IOException {
        out.writeByte(LAYOUT);
        Varint.write(out, day);
        Varint.write(out, stations.size());
        for (Map.Entry<String, StationDay> each : stations.entrySet()) {
            out.writeUTF(each.getKey());
            BlockCodec.write(each.getValue(), out);
        }
    }

    /** @throws IOException when the bytes are damaged or of another layout */
    public static AreaDay read(DataInput in) throws IOException {
        BlockCodec.expectLayout(in, LAYOUT);
        int day = Varint.readInt(in);
        SortedMap<String, StationDay> stations = new TreeMap<>();
        for (int left = Varint.readInt(in); left > 0; left--) {
            String station = in.readUTF().intern();
            stations.put(station, BlockCodec.readDay(in));
        }
        return new AreaDay(day, stations);
    }
}
