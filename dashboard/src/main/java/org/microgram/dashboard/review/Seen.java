package org.microgram.dashboard.review;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.SlotHistory;

/**
 * What somebody saw when they decided, as 16 hexadecimal digits: it differs as soon as another value or version counts in an hour of the span, or
 * would count, is proposed, or a day is locked or opened. That of a span is the exclusive or of its hours and pollutants, so that who looks at many
 * can decide on some.
 */
final class Seen {

    private Seen() {}

    static String of(ReviewDays days, Span span) {
        long all = 0;
        for (long start = span.from(); start < span.to(); start += ChinaTime.SECONDS_OF_HOUR) {
            for (Pollutant p : span.pollutants()) {
                all ^= slot(days, span.station(), start, p);
            }
        }
        return HexFormat.of().toHexDigits(all);
    }

    private static long slot(ReviewDays days, String station, long start, Pollutant p) {
        SlotHistory.Entry counts = days.counting(start, p);
        Optional<StationRecord> amendment = counts == null ? Optional.empty() : days.amendment(start, p, counts);
        DayLock lock = days.lock(ChinaTime.dayOf(start));
        return ByteBuffer.wrap(Digest.of(String.join(
                        "\n",
                        station,
                        Long.toString(start),
                        p.code(),
                        String.valueOf(counts),
                        String.valueOf(days.competing(start, p)),
                        amendment.map(each -> each.version().toString()).orElse(""),
                        lock == null ? "" : lock.event().toString())))
                .getLong();
    }
}
