package org.microgram.dashboard.review;

import java.util.List;
import org.microgram.messages.readings.Statement;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ledger.ReviewState;

/**
 * A value that waits for a person. What {@code value}, {@code before} and {@code after} say, the slot knows.
 *
 * @param value {@link Slot#absent} when it is missing, {@link Slot#withdrawn} when it was found invalid
 * @param flags codes of the rules that suspect it
 * @param before the value before it, {@link Slot#absent} when there is none; so {@code after}
 * @param deadline when the next review is due, milliseconds since 1970 UTC
 * @param by who took it to its state; empty when nobody did
 * @param note the reason of the one who sent it back; else empty
 * @param proposal what is proposed in the place of the value; null when nothing is
 * @param seen what a decision on it says that it was decided on, so that nobody decides on what they have not seen
 */
public record ReviewTask(
        Subject subject,
        Slot slot,
        Why why,
        long value,
        ReviewState state,
        List<String> flags,
        long before,
        long after,
        long deadline,
        String by,
        String note,
        Proposal proposal,
        String seen) {

    /** Why an hour waits. */
    public enum Why {
        /** The station's own screening flags it, and it is raw. */
        SUSPECT,
        /** Only far from the other stations of an area, and it is raw. */
        OUTLIER,
        /** No value, and nobody has said why. */
        MISSING,
        /** Nothing is the matter with it but that its next review is due; of samples, which come one by one. */
        DUE,
        /** A reviewer sent it back. */
        RETURNED,
        /** Another value was proposed: to amend one past its second review, or by what came after a lock. */
        PROPOSED
    }

    /**
     * Another value.
     *
     * @param value perhaps {@link Slot#withdrawn}
     * @param at when it arrived, milliseconds since 1970 UTC
     * @param pastLock whether it came after a lock, and would count if the day were opened
     */
    public record Proposal(long value, String author, String reason, long at, boolean pastLock) {

        static Proposal of(long value, Statement by, boolean pastLock) {
            return new Proposal(
                    value, by.author(), Notes.words(by), by.version().receivedAt(), pastLock);
        }
    }

    public String parameter() {
        return slot.parameter();
    }

    public boolean isOverdue(long now) {
        return now > deadline;
    }
}
