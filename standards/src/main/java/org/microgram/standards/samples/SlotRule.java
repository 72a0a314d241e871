package org.microgram.standards.samples;

import org.microgram.standards.ledger.LockEvent;
import org.microgram.standards.ledger.SlotHistory;

/**
 * Which of everything that was ever said of a slot counts: the greatest version (rule K1), and that there is nothing supersedes no value. Under a
 * lock a value counts if it is final and had arrived by then; that there is nothing, the publisher's class and the station's status, which
 * nobody reviews, if they had arrived by then.
 */
final class SlotRule {

    private SlotRule() {}

    /**
     * The entry that counts.
     *
     * @param lock null when the day is open
     * @return null when nothing counts, which happens only under a lock
     */
    static SlotHistory.Entry winner(int slot, SlotHistory history, LockEvent lock) {
        SlotHistory.Entry value = null;
        SlotHistory.Entry rest = null;
        for (SlotHistory.Entry each : history.entries()) {
            boolean here = lock == null || each.hadArrivedBy(lock);
            if (!isValue(slot, each)) {
                rest = here ? each : rest;
            } else if (here && (lock == null || each.isFinal())) {
                value = each;
            }
        }
        return value == null ? rest : value;
    }

    /** Values that were superseded by the one that counts; under a lock, of those that had arrived by then. */
    static int revision(int slot, SlotHistory history, LockEvent lock) {
        SlotHistory.Entry winner = winner(slot, history, lock);
        if (winner == null || !isValue(slot, winner)) {
            return 0;
        }
        long values = history.entries().stream()
                .filter(each -> isValue(slot, each) && (lock == null || each.hadArrivedBy(lock)))
                .mapToLong(SlotHistory.Entry::value)
                .distinct()
                .count();
        return Math.toIntExact(values - 1);
    }

    private static boolean isValue(int slot, SlotHistory.Entry entry) {
        return slot < SectionDay.PUBLISHED_CLASS && !SampleValues.isAbsence(entry.value());
    }
}
