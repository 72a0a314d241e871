package org.microgram.dashboard.explain;

import org.microgram.messages.readings.DayLock;

/** What a receipt says of the lock of a day. */
public final class LockWords {

    private LockWords() {}

    /** When, by whom and why it was locked; null when it is open. */
    public static String of(DayLock lock) {
        return lock == null ? null : moment(lock) + " " + lock.author() + ": " + lock.reason();
    }

    /** Why a value does not count that came after a lock, or was not final when the day was locked. */
    public static String proposalZh(DayLock lock) {
        return "提案,不计: 该日已于 " + moment(lock) + " 由 " + lock.author() + " 锁定";
    }

    /** The same in English. */
    public static String proposalEn(DayLock lock) {
        return "a proposal, left out: the day was locked at " + moment(lock) + " by " + lock.author();
    }

    private static String moment(DayLock lock) {
        return Words.iso(Math.floorDiv(lock.at(), 1000L));
    }
}
