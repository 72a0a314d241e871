package org.microgram.standards.ledger;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of one block as bytes, in the order in which they stand: arrival and position as the difference from the version before, a
 * source by its name the first time and by its number afterwards. A live hour's version takes about eight bytes.
 */
public final class VersionCodec {

    private static final ReviewState[] STATES = ReviewState.values();
    private static final Rank[] RANKS = Rank.values();

    private final List<String> sources = new ArrayList<>();
    private long receivedAt;
    private long seq;

    public void write(Version version, DataOutput out) throws IOException {
        out.writeByte(version.state().ordinal() * RANKS.length + version.rank().ordinal());
        Varint.write(out, version.receivedAt() - receivedAt);
        Varint.write(out, version.seq() - seq);
        int known = sources.indexOf(version.source());
        Varint.write(out, known);
        if (known < 0) {
            out.writeUTF(version.source());
        }
        remember(version, known);
    }

    public Version read(DataInput in) throws IOException {
        int head = BlockCodec.within(in.readUnsignedByte(), STATES.length * RANKS.length, "state and rank");
        long at = receivedAt + Varint.read(in);
        long position = seq + Varint.read(in);
        int known = Varint.readInt(in);
        String source = known < 0
                ? in.readUTF().intern()
                : sources.get(BlockCodec.within(known, sources.size(), "number of a source"));
        Version version = new Version(STATES[head / RANKS.length], RANKS[head % RANKS.length], at, source, position);
        remember(version, known);
        return version;
    }

    private void remember(Version version, int known) {
        if (known < 0) {
            sources.add(version.source());
        }
        receivedAt = version.receivedAt();
        seq = version.seq();
    }
}
