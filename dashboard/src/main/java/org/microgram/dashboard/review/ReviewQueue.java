package org.microgram.dashboard.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.microgram.dashboard.review.ReviewTask.Proposal;
import org.microgram.dashboard.review.ReviewTask.Why;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.ReviewDeadlines;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.screening.Rule;
import org.microgram.standards.screening.ScreenedDay;
import org.microgram.store.Store;

/**
 * What waits for a person: suspect hours that nobody has looked at, hours without a value or a reason for it, hours sent back, and values that
 * are proposed in the place of others; and how far each day is.
 */
public final class ReviewQueue {

    private final Store store;
    private final Network network;
    private final ReviewDeadlines deadlines;

    public ReviewQueue(Store store, Network network, ReviewDeadlines deadlines) {
        this.store = store;
        this.network = network;
        this.deadlines = deadlines;
    }

    /** Tasks in time order, and the days of the span. */
    public record Waiting(List<ReviewTask> tasks, List<ReviewDay> days) {}

    /** The tasks of the span in time order, of hours that have ended by {@code now} (ms). */
    public List<ReviewTask> list(Span span, long now) {
        return look(span, now).tasks();
    }

    /** Of a locked day only what came after the lock waits. */
    public Waiting look(Span span, long now) {
        Looking looking = new Looking(span, ReviewDays.load(store, span), Outliers.load(store, network, span));
        List<ReviewDay> days = new ArrayList<>();
        for (int day : span.days()) {
            long end = Math.min(span.to(), ChinaTime.startOf(day + 1));
            long first = Math.max(span.from(), ChinaTime.startOf(day));
            for (long start = first; start < end && hasEnded(start, now); start += ChinaTime.SECONDS_OF_HOUR) {
                for (Pollutant p : Pollutant.ALL) {
                    if (span.pollutants().contains(p)) {
                        looking.at(day, start, p);
                    }
                }
            }
            if (hasEnded(ChinaTime.startOf(day), now)) {
                days.add(looking.day(day));
            }
        }
        return new Waiting(looking.tasks, days);
    }

    private static boolean hasEnded(long start, long now) {
        return (start + ChinaTime.SECONDS_OF_HOUR) * 1000 <= now;
    }

    private long deadline(long end, ReviewState state) {
        return (end + deadlines.after(state) * (long) ChinaTime.SECONDS_OF_HOUR) * 1000;
    }

    /** One station's span while it is gone through. */
    private final class Looking {

        private final Span span;
        private final ReviewDays days;
        private final Outliers outliers;
        private final List<ReviewTask> tasks = new ArrayList<>();
        private int screenedDay = Integer.MIN_VALUE;
        private ScreenedDay screened;

        Looking(Span span, ReviewDays days, Outliers outliers) {
            this.span = span;
            this.days = days;
            this.outliers = outliers;
        }

        void at(int day, long start, Pollutant p) {
            SlotHistory.Entry counts = days.counting(start, p);
            if (days.lock(day) != null) {
                SlotHistory.Entry competing = days.competing(start, p);
                if (competing != null && !competing.equals(counts)) {
                    StationRecord late = days.record(start, competing.version());
                    add(start, p, counts, Why.PROPOSED, flags(day, start, p), "", Proposal.of(late, p, true));
                }
                return;
            }
            int flags = flags(day, start, p);
            if (counts == null) {
                add(start, p, null, Why.MISSING, flags, "", null);
                return;
            }
            Optional<StationRecord> amendment = days.amendment(start, p, counts);
            StationRecord by = days.record(start, counts.version());
            if (amendment.isPresent()) {
                add(start, p, counts, Why.PROPOSED, flags, "", Proposal.of(amendment.get(), p, false));
            } else if (Notes.isReturned(by)) {
                add(start, p, counts, Why.RETURNED, flags, Notes.words(by), null);
            } else if (flags != 0 && counts.version().state() == ReviewState.RAW) {
                Why why = flags == Rule.NEIGHBOURS.flag() ? Why.OUTLIER : Why.SUSPECT;
                add(start, p, counts, why, flags, "", null);
            }
        }

        private int flags(int day, long start, Pollutant p) {
            if (day != screenedDay) {
                screenedDay = day;
                screened = days.values(day) == null
                        ? null
                        : network.screening().screen(days.values(day - 1), days.values(day), days.values(day + 1));
            }
            int own = screened == null ? 0 : screened.flags(ChinaTime.hourOf(start), p.ordinal());
            return outliers.contain(start, p) ? own | Rule.NEIGHBOURS.flag() : own;
        }

        private void add(
                long start, Pollutant p, SlotHistory.Entry counts, Why why, int flags, String note, Proposal proposal) {
            ReviewState state =
                    counts == null ? ReviewState.RAW : counts.version().state();
            tasks.add(new ReviewTask(
                    span.station(),
                    start,
                    p,
                    why,
                    counts == null ? HourValues.ABSENT : counts.value(),
                    state,
                    flags,
                    value(start - ChinaTime.SECONDS_OF_HOUR, p),
                    value(start + ChinaTime.SECONDS_OF_HOUR, p),
                    deadline(start + ChinaTime.SECONDS_OF_HOUR, state),
                    counts == null ? "" : days.taker(start, p, counts),
                    note,
                    proposal,
                    Seen.of(days, Span.hour(span.station(), start, p))));
        }

        private long value(long start, Pollutant p) {
            SlotHistory.Entry counts = days.counting(start, p);
            return counts == null || !HourValues.isValue(counts.value()) ? HourValues.ABSENT : counts.value();
        }

        /** The whole day, whichever of its hours were asked for. */
        ReviewDay day(int day) {
            int[] states = new int[ReviewState.values().length];
            ReviewState lowest = null;
            TreeSet<String> by = new TreeSet<>();
            for (int hour = 0; hour < 24; hour++) {
                long start = ChinaTime.startOf(day) + hour * (long) ChinaTime.SECONDS_OF_HOUR;
                for (Pollutant p : Pollutant.ALL) {
                    SlotHistory.Entry counts = days.counting(start, p);
                    if (counts == null) {
                        continue;
                    }
                    ReviewState state = counts.version().state();
                    if (HourValues.isValue(counts.value())) {
                        states[state.ordinal()]++;
                    }
                    if (lowest == null || state.compareTo(lowest) < 0) {
                        lowest = state;
                        by.clear();
                    }
                    if (state == lowest) {
                        by.add(days.taker(start, p, counts));
                    }
                }
            }
            by.remove("");
            long due = deadline(ChinaTime.startOf(day + 1), lowest == null ? ReviewState.RAW : lowest);
            return new ReviewDay(
                    span.station(),
                    day,
                    states,
                    lowest,
                    List.copyOf(by),
                    due,
                    days.lock(day),
                    Seen.of(days, Span.days(span.station(), ChinaTime.date(day), ChinaTime.date(day))));
        }
    }
}
