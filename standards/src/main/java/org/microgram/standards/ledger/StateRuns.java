package org.microgram.standards.ledger;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The review states of a day as runs of equal ones: a raw day takes one byte, a day that is final one run. */
final class StateRuns {

    private static final int STATES = ReviewState.values().length;

    private StateRuns() {}

    static void write(byte[] states, DataOutput out) throws IOException {
        if (states == null) {
            out.writeByte(0);
            return;
        }
        for (int from = 0, to; from < states.length; from = to) {
            to = from + 1;
            while (to < states.length && states[to] == states[from]) {
                to++;
            }
            out.writeByte(to - from);
            out.writeByte(states[from]);
        }
    }

    static byte[] read(DataInput in) throws IOException {
        int length = in.readUnsignedByte();
        if (length == 0) {
            return null;
        }
        byte[] states = new byte[DayBlock.SLOTS];
        boolean raw = true;
        for (int at = 0; at < states.length; at += length) {
            length = at == 0 ? length : in.readUnsignedByte();
            if (length == 0 || at + length > states.length) {
                throw BlockCodec.damaged("a run of " + length + " states");
            }
            byte state = (byte) BlockCodec.within(in.readUnsignedByte(), STATES, "state");
            raw &= state == 0;
            java.util.Arrays.fill(states, at, at + length, state);
        }
        // A day that is raw has no states at all, so that equal days are equal.
        return raw ? null : states;
    }
}
