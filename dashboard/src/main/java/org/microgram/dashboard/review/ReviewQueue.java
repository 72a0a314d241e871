package org.microgram.dashboard.review;

import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.ReviewDeadlines;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.screening.ScreenedDay;
import org.microgram.store.Store;

/** What waits for a person: suspect hours that nobody has looked at, hours without a value or a reason for it, and hours sent back. */
public final class ReviewQueue {

    /** Why an hour waits. */
    public enum Why {
        /** Screening flags it, and it is raw. */
        SUSPECT,
        /** No value, and nobody has said why. */
        MISSING,
        /** A reviewer sent it back. */
        RETURNED
    }

    /**
     * One hour of one pollutant.
     *
     * @param start seconds since 1970 UTC
     * @param value scaled; {@link HourValues#ABSENT} when it is missing, {@link HourValues#TOMBSTONE} when it was found invalid
     * @param flags what is suspect, a bit set of {@link org.microgram.standards.screening.Rule#flag()}
     * @param before the value of the hour before, {@link HourValues#ABSENT} when there is none; so {@code after}
     * @param deadline when the next review is due, milliseconds since 1970 UTC
     * @param note the reason of the one who sent it back; else empty
     */
    public record Task(
            String station,
            long start,
            Pollutant pollutant,
            Why why,
            long value,
            ReviewState state,
            int flags,
            long before,
            long after,
            long deadline,
            String note) {

        public boolean isOverdue(long now) {
            return now > deadline;
        }
    }

    private final Store store;
    private final Network network;
    private final ReviewDeadlines deadlines;

    public ReviewQueue(Store store, Network network, ReviewDeadlines deadlines) {
        this.store = store;
        this.network = network;
        this.deadlines = deadlines;
    }

    /** The tasks of the span in time order, of hours that have ended by {@code now} (ms); a locked day has none. */
    public List<Task> list(Span span, long now) {
        ReviewDays days = ReviewDays.load(store, span);
        List<Task> tasks = new ArrayList<>();
        for (int day : span.days()) {
            if (days.lock(day) != null) {
                continue;
            }
            ScreenedDay screened = days.values(day) == null
                    ? null
                    : network.screening().screen(days.values(day - 1), days.values(day), days.values(day + 1));
            long first = Math.max(span.from(), ChinaTime.startOf(day));
            long end = Math.min(span.to(), ChinaTime.startOf(day + 1));
            for (long start = first; start < end; start += ChinaTime.SECONDS_OF_HOUR) {
                if ((start + ChinaTime.SECONDS_OF_HOUR) * 1000 > now) {
                    break;
                }
                for (Pollutant p : Pollutant.ALL) {
                    if (span.pollutants().contains(p)) {
                        task(span.station(), start, p, days, screened, tasks);
                    }
                }
            }
        }
        return tasks;
    }

    private void task(
            String station, long start, Pollutant p, ReviewDays days, ScreenedDay screened, List<Task> tasks) {
        SlotHistory.Entry counts = days.counting(start, p);
        int flags = screened == null ? 0 : screened.flags(ChinaTime.hourOf(start), p.ordinal());
        StationRecord by = counts == null ? null : days.record(start, counts.version());
        boolean returned = by != null && by.reason().startsWith(Review.RETURNED);
        ReviewState state = counts == null ? ReviewState.RAW : counts.version().state();
        boolean suspect = flags != 0 && state == ReviewState.RAW;
        if (counts != null && !returned && !suspect) {
            return;
        }
        tasks.add(new Task(
                station,
                start,
                p,
                counts == null ? Why.MISSING : returned ? Why.RETURNED : Why.SUSPECT,
                counts == null ? HourValues.ABSENT : counts.value(),
                state,
                flags,
                value(days, start - ChinaTime.SECONDS_OF_HOUR, p),
                value(days, start + ChinaTime.SECONDS_OF_HOUR, p),
                (start + ChinaTime.SECONDS_OF_HOUR + deadlines.after(state) * (long) ChinaTime.SECONDS_OF_HOUR) * 1000,
                returned ? by.reason().substring(Review.RETURNED.length()) : ""));
    }

    private static long value(ReviewDays days, long start, Pollutant p) {
        SlotHistory.Entry counts = days.counting(start, p);
        return counts == null || !HourValues.isValue(counts.value()) ? HourValues.ABSENT : counts.value();
    }
}
