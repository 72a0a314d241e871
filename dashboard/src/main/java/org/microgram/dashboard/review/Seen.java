package org.microgram.dashboard.review;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.microgram.messages.readings.DayLock;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.SlotHistory;

/**
 * What somebody saw when they decided, as 16 hexadecimal digits: it differs as soon as another value or version counts in a slot, or
 * would count, is proposed, or a day is locked or opened. That of a scope is the exclusive or of its slots, so that who looks at many
 * can decide on some.
 */
final class Seen {

    private Seen() {}

    /** Of all that the days were loaded for. */
    static <S extends Slot> String of(ReviewDays<S> days) {
        return of(days, days.slots(days.scope()));
    }

    static <S extends Slot> String of(ReviewDays<S> days, List<S> slots) {
        long all = 0;
        for (S slot : slots) {
            all ^= digest(days, slot);
        }
        return HexFormat.of().toHexDigits(all);
    }

    private static <S extends Slot> long digest(ReviewDays<S> days, S slot) {
        SlotHistory.Entry counts = days.counting(slot);
        String amendment = counts == null
                ? ""
                : days.amendment(slot, counts)
                        .map(each -> each.version().toString())
                        .orElse("");
        DayLock lock = days.lock(ChinaTime.dayOf(slot.start()));
        return ByteBuffer.wrap(Digest.of(String.join(
                        "\n",
                        days.scope().subject().id(),
                        slot.label(),
                        slot.parameter(),
                        String.valueOf(counts),
                        String.valueOf(days.competing(slot)),
                        amendment,
                        lock == null ? "" : lock.event().toString())))
                .getLong();
    }
}
