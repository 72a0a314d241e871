package org.microgram.dashboard.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.microgram.dashboard.review.ReviewTask.Proposal;
import org.microgram.dashboard.review.ReviewTask.Why;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.ReviewDeadlines;
import org.microgram.messages.readings.Statement;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.screening.Rule;
import org.microgram.store.Store;

/**
 * What waits for a person: suspect values that nobody has looked at, slots without a value or a reason for it, values sent back, and values that
 * are proposed in the place of others; and how far each day is.
 */
public final class ReviewQueue {

    private static final List<String> OUTLYING = List.of(Rule.NEIGHBOURS.code());

    private final Store store;
    private final Network network;
    private final ReviewDeadlines deadlines;

    public ReviewQueue(Store store, Network network, ReviewDeadlines deadlines) {
        this.store = store;
        this.network = network;
        this.deadlines = deadlines;
    }

    /** Tasks in time order, and the days of the scope. */
    public record Waiting(List<ReviewTask> tasks, List<ReviewDay> days) {}

    /** The tasks of the scope in time order, of what has ended by {@code now} (ms). */
    public List<ReviewTask> list(Scope<?> scope, long now) {
        return look(scope, now).tasks();
    }

    /** Of a locked day only what came after the lock waits. */
    public <S extends Slot> Waiting look(Scope<S> scope, long now) {
        ReviewDays<S> known = scope.load(store);
        Looking<S> looking = new Looking<>(known, known.suspects(store, network));
        known.slots(scope).stream().filter(slot -> hasEnded(slot, now)).forEach(looking::at);
        List<ReviewDay> days = new ArrayList<>();
        for (int day : scope.days()) {
            List<S> whole = known.slots(scope.day(day));
            if (!whole.isEmpty() && hasEnded(whole.get(0), now)) {
                days.add(looking.day(day, whole));
            }
        }
        return new Waiting(looking.tasks, days);
    }

    private static boolean hasEnded(Slot slot, long now) {
        return slot.end() * 1000 <= now;
    }

    private long deadline(long end, ReviewState state) {
        return (end + deadlines.after(state) * (long) ChinaTime.SECONDS_OF_HOUR) * 1000;
    }

    /** One scope while it is gone through. */
    private final class Looking<S extends Slot> {

        private final ReviewDays<S> days;
        private final Function<S, List<String>> suspects;
        private final List<ReviewTask> tasks = new ArrayList<>();

        Looking(ReviewDays<S> days, Function<S, List<String>> suspects) {
            this.days = days;
            this.suspects = suspects;
        }

        void at(S slot) {
            SlotHistory.Entry counts = days.counting(slot);
            if (days.lock(ChinaTime.dayOf(slot.start())) != null) {
                SlotHistory.Entry competing = days.competing(slot);
                if (competing != null && !competing.equals(counts)) {
                    Statement late = days.statement(slot, competing);
                    add(slot, counts, Why.PROPOSED, "", Proposal.of(competing.value(), late, true));
                }
                return;
            }
            if (counts == null) {
                add(slot, null, Why.MISSING, "", null);
                return;
            }
            Optional<ReviewDays.Said> amendment = days.amendment(slot, counts);
            Statement by = days.statement(slot, counts);
            List<String> rules = suspects.apply(slot);
            if (amendment.isPresent()) {
                ReviewDays.Said said = amendment.get();
                add(slot, counts, Why.PROPOSED, "", Proposal.of(said.value(), said.by(), false));
            } else if (Notes.isReturned(by)) {
                add(slot, counts, Why.RETURNED, Notes.words(by), null);
            } else if (!rules.isEmpty() && counts.version().state() == ReviewState.RAW) {
                add(slot, counts, rules.equals(OUTLYING) ? Why.OUTLIER : Why.SUSPECT, "", null);
            } else if (days.scope().everyValueWaits() && counts.version().state() != ReviewState.FINAL) {
                add(slot, counts, Why.DUE, "", null);
            }
        }

        private void add(S slot, SlotHistory.Entry counts, Why why, String note, Proposal proposal) {
            ReviewState state = ReviewDays.state(counts);
            tasks.add(new ReviewTask(
                    days.scope().subject(),
                    slot,
                    why,
                    counts == null ? slot.absent() : counts.value(),
                    state,
                    suspects.apply(slot),
                    value(slot, days.beside(slot, true)),
                    value(slot, days.beside(slot, false)),
                    deadline(slot.end(), state),
                    counts == null ? "" : days.taker(slot, counts),
                    note,
                    proposal,
                    Seen.of(days, List.of(slot))));
        }

        private long value(S slot, S beside) {
            SlotHistory.Entry counts = beside == null ? null : days.counting(beside);
            return counts == null || !slot.isValue(counts.value()) ? slot.absent() : counts.value();
        }

        /** The whole day, whichever part of it was asked for. */
        ReviewDay day(int day, List<S> whole) {
            int[] states = new int[ReviewState.values().length];
            ReviewState lowest = null;
            TreeSet<String> by = new TreeSet<>();
            for (S slot : whole) {
                SlotHistory.Entry counts = days.counting(slot);
                if (counts == null) {
                    continue;
                }
                ReviewState state = counts.version().state();
                if (slot.isValue(counts.value())) {
                    states[state.ordinal()]++;
                }
                if (lowest == null || state.compareTo(lowest) < 0) {
                    lowest = state;
                    by.clear();
                }
                if (state == lowest) {
                    by.add(days.taker(slot, counts));
                }
            }
            by.remove("");
            long due = deadline(ChinaTime.startOf(day + 1), lowest == null ? ReviewState.RAW : lowest);
            return new ReviewDay(
                    days.scope().subject(),
                    day,
                    states,
                    lowest,
                    List.copyOf(by),
                    due,
                    days.lock(day),
                    Seen.of(days, whole));
        }
    }
}
