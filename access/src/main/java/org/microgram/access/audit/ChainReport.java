package org.microgram.access.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * What a walk along the chain found.
 *
 * @param entries sound entries, up to the first broken one
 * @param head the last sound one
 * @param from time of the first entry
 * @param lastUsers digest of the users file by the last sound entry that names one
 * @param broken the first entry that does not hold; empty when all do
 */
public record ChainReport(
        long entries,
        Optional<AuditEntry> head,
        Optional<Instant> from,
        Optional<String> lastUsers,
        Optional<Broken> broken) {

    /**
     * The first entry that does not hold.
     *
     * @param number the one it is, or should be
     */
    public record Broken(String file, long line, long number, Fault fault) {}

    /** In what way an entry does not hold. */
    public enum Fault {
        UNREADABLE("不是一条完整的记录（被改动或损坏）", "is no entry as this program writes them (changed or damaged)"),
        UNFINISHED("最后一行没有写完（写入中断或被改动）", "is the last line and has no end (a write cut off, or changed)"),
        HASH("内容与其哈希不符：此条被改动过", "does not have the hash it says: it was changed"),
        NUMBER("序号不连续：其前有记录被删除或插入", "has not the next number: an entry before it was removed or added"),
        PREVIOUS("与上一条的哈希不符：其前有记录被替换", "does not hold the hash of the one before: that one was replaced"),
        HEAD("与别处记下的链头不符：历史被改写", "is not the head that was noted elsewhere: the past was rewritten"),
        SHORT("早于别处记下的链头即结束：末尾记录被删除", "is missing, but was noted elsewhere as head: the end was cut off");

        private final String chinese;
        private final String english;

        Fault(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }
}
