package org.microgram.standards.ledger;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Integers in as few bytes as they need: seven bits a byte, small negative numbers as small as small positive ones (zigzag). */
public final class Varint {

    private Varint() {}

    public static void write(DataOutput out, long value) throws IOException {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    public static long read(DataInput in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = in.readUnsignedByte();
            value |= (long) (next & 0x7F) << shift;
            if ((next & 0x80) == 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IOException("a number of more than ten bytes: the block is damaged");
    }

    public static int readInt(DataInput in) throws IOException {
        long value = read(in);
        if (value != (int) value) {
            throw new IOException("found " + value + " where an int was expected: the block is damaged");
        }
        return (int) value;
    }
}
