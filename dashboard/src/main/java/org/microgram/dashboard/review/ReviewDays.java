package org.microgram.dashboard.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.LockRows;
import org.microgram.messages.readings.Statement;
import org.microgram.messages.rows.Measurement;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.ledger.Version;
import org.microgram.store.Store;

/** The days of a scope as the ledger of its subject has them, made of the messages in the store. */
public abstract class ReviewDays<S extends Slot> {

    /** What was said of a slot. */
    record Said(long value, Statement by) {

        Version version() {
            return by.version();
        }
    }

    /**
     * What an order brought.
     *
     * @param at its moment, milliseconds since 1970 UTC
     * @param messages how many
     */
    record Arrived(String trace, long at, int messages) {}

    private final Scope<S> scope;
    private final String except;
    private final Map<S, List<Said>> said = new HashMap<>();
    private final Map<Long, Long> arrivals = new HashMap<>();
    private final Map<Integer, DayLock> locks = new HashMap<>();
    private final Map<String, Arrived> traces = new HashMap<>();

    /** @param except an order, whose messages are left out; empty for none */
    ReviewDays(Scope<S> scope, String except) {
        this.scope = scope;
        this.except = except;
    }

    Scope<S> scope() {
        return scope;
    }

    boolean isLeftOut(String trace) {
        return !except.isEmpty() && trace.equals(except);
    }

    /** Remembers what a message said, all of it of slots that start together. */
    void say(long start, Map<S, Long> values, Statement by) {
        values.forEach((slot, value) ->
                said.computeIfAbsent(slot, each -> new ArrayList<>()).add(new Said(value, by)));
        arrivals.merge(start, by.version().receivedAt(), Math::max);
        arrived(by.trace(), by.version().receivedAt());
    }

    /** Reads when days were locked and opened again, and enters it. */
    void readLocks(Store store, long from, long to) {
        store.scan(Measurement.LOCK, Set.of(scope.subject()), from, to, row -> {
            DayLock lock = LockRows.lock(row);
            if (!isLeftOut(lock.trace())) {
                say(lock);
                enter(lock);
            }
        });
    }

    /** Puts a lock event into the day that it is of. */
    abstract void enter(DayLock lock);

    private void say(DayLock lock) {
        locks.merge(lock.day(), lock, (known, next) -> next.event().compareTo(known.event()) > 0 ? next : known);
        arrived(lock.trace(), lock.at());
    }

    private void arrived(String trace, long at) {
        traces.merge(
                trace,
                new Arrived(trace, at, 1),
                (known, next) -> new Arrived(trace, known.at, known.messages + next.messages));
    }

    /** Every slot of a scope that a value may be asked of, in order of time. */
    abstract List<S> slots(Scope<S> of);

    /** Whether there is anything that could have a value in this slot. */
    abstract boolean isThere(S slot);

    /** What counts; null when nothing does. */
    abstract SlotHistory.Entry counting(S slot);

    /** What would count if the day were open; null when nothing was received. */
    abstract SlotHistory.Entry competing(S slot);

    /** The slot before this one, or behind it; null when none is known. */
    abstract S beside(S slot, boolean before);

    /** Codes of the rules that suspect a slot's value. */
    abstract Function<S, List<String>> suspects(Store store, Network network);

    /** What brought an entry. */
    Statement statement(S slot, SlotHistory.Entry entry) {
        return said.get(slot).stream()
                .filter(each -> each.version().equals(entry.version()) && each.value == entry.value())
                .findFirst()
                .orElseThrow()
                .by;
    }

    /**
     * Who took what counts to the state it is in. Somebody who only sent it back, which leaves value and state as they were, did not.
     */
    String taker(S slot, SlotHistory.Entry counts) {
        return newest(
                        slot,
                        each -> each.version().state() == counts.version().state()
                                && each.value == counts.value()
                                && !Notes.isReturned(each.by)
                                && !each.by.author().isEmpty())
                .map(Said::by)
                .orElseGet(() -> statement(slot, counts))
                .author();
    }

    /** The newest value that is proposed in the place of one that counts, and that nobody has decided on since; empty when there is none. */
    Optional<Said> amendment(S slot, SlotHistory.Entry counts) {
        return newest(slot, each -> isAmendment(each, counts));
    }

    /** The same, of proposals of this value by others. */
    Optional<Said> amendment(S slot, SlotHistory.Entry counts, long value, String author) {
        return newest(
                slot,
                each -> isAmendment(each, counts)
                        && each.value == value
                        && !each.by.author().equals(author));
    }

    private static boolean isAmendment(Said each, SlotHistory.Entry counts) {
        return Notes.isAmendment(each.by)
                && each.version().receivedAt() > counts.version().receivedAt();
    }

    private Optional<Said> newest(S slot, Predicate<Said> wanted) {
        return said.getOrDefault(slot, List.of()).stream().filter(wanted).max(Comparator.comparing(Said::version));
    }

    /** The lock that holds; null when the day is open. */
    DayLock lock(int day) {
        DayLock newest = locks.get(day);
        return newest == null || !newest.locked() ? null : newest;
    }

    /** What an order brought whose trace begins like this; empty when nothing did. */
    Optional<Arrived> arrived(String traceBegins) {
        return traces.values().stream()
                .filter(each -> each.trace.startsWith(traceBegins))
                .findFirst();
    }

    /** When the newest of what is in the scope arrived, milliseconds since 1970 UTC. */
    long newest() {
        LongStream values = arrivals.entrySet().stream()
                .filter(each -> each.getKey() >= scope.from() && each.getKey() < scope.to())
                .mapToLong(Map.Entry::getValue);
        LongStream events = scope.days().stream().filter(locks::containsKey).mapToLong(day -> locks.get(day)
                .at());
        return LongStream.concat(values, events).max().orElse(Long.MIN_VALUE);
    }

    /** How far what counts has got; raw where nothing does. */
    static ReviewState state(SlotHistory.Entry counts) {
        return counts == null ? ReviewState.RAW : counts.version().state();
    }
}
