package org.microgram.flink.ledger;

import java.io.Serializable;
import java.util.Set;
import java.util.function.Consumer;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.standards.ChinaTime;

/**
 * Which lock events may be entered in a ledger: a lock needs a person and a reason, a known station or section, and a day that is over when it is
 * locked.
 */
public final class LockGate implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Set<String> known;
    private final Reason unknown;

    /**
     * @param known ids whose days can be locked
     * @param unknown why another is refused
     */
    public LockGate(Set<String> known, Reason unknown) {
        this.known = known;
        this.unknown = unknown;
    }

    public void pass(DayLock lock, Consumer<? super DayLock> out, Consumer<Refusal> refused) {
        long end = ChinaTime.startOf(lock.day() + 1);
        if (!known.contains(lock.subject().id())) {
            refuse(lock, unknown, lock.subject().id(), refused);
        } else if (Moments.isNone(end) || Moments.isNone(Math.floorDiv(lock.at(), 1000))) {
            refuse(lock, Reason.BAD_TIME, "a day or a moment before 1900 or after 2199", refused);
        } else if (end * 1000 > lock.at() + Moments.TOLERANCE) {
            refuse(lock, Reason.IN_THE_FUTURE, "a day that ends after its lock", refused);
        } else if (lock.author().isBlank() || lock.reason().isBlank()) {
            refuse(lock, Reason.NO_AUTHOR, "a lock without author or reason", refused);
        } else {
            out.accept(lock);
        }
    }

    private static void refuse(DayLock lock, Reason reason, String found, Consumer<Refusal> refused) {
        refused.accept(new Refusal(reason, "lock", 0, found, lock.toString(), lock.batch(), 0));
    }
}
