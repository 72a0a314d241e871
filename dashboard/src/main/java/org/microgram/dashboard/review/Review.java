package org.microgram.dashboard.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.microgram.dashboard.review.ReviewRefused.Code;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.ledger.Version;
import org.microgram.store.Store;

/**
 * The decisions of a review as messages to send to {@code readings}. Each is a new version beside the others: what was received stays, and a
 * state only rises. Whoever takes a value one state further must be another person than the one before.
 *
 * <p>A decision is carried out whole or not at all; {@link ReviewRefused} names every slot that stands against it.
 */
public final class Review {

    private static final String PASSED = "passed";

    /** Between the two who amended a value. */
    private static final String BOTH = ", ";

    private static final ReviewState[] STATES = ReviewState.values();

    private final Store store;
    private final String except;

    public Review(Store store) {
        this(store, "");
    }

    /** @param except an order that is to be made again: decided on what was there before it */
    Review(Store store, String except) {
        this.store = store;
        this.except = except;
    }

    /**
     * Enters a value, or that there is none that can be used, in the state <em>first</em>.
     *
     * @param one slot
     * @param value of the slot's; {@link Slot#withdrawn} for invalid
     * @param reason why; for an invalid value with its code
     */
    public <S extends Slot> List<ReadingsMessage> set(Order order, Scope<S> one, long value, String reason) {
        S slot = one.one().orElseThrow();
        ReviewDays<S> days = one.load(store, except);
        Objections against = open(order, days, reason);
        against.unlessThere(slot, days.isThere(slot));
        SlotHistory.Entry counts = days.counting(slot);
        if (ReviewDays.state(counts).compareTo(ReviewState.FIRST) > 0) {
            against.add(
                    Code.PASSED_SECOND_REVIEW,
                    slot.name() + " 已过复审,初审的值不再生效。-> 由两人用 amend 更正。",
                    slot.name()
                            + " has passed its second review: a first one would not count. -> amend it, by two people.");
        }
        return one(against, order, days, counts, ReviewState.FIRST, order.person(), value, reason);
    }

    /**
     * Replaces a value that has passed its second review, of a day that is open, in the state that it has. It takes two people, who both order
     * it: what the first gives is kept as a proposal, which does not count; when another gives the same value, it does.
     */
    public <S extends Slot> List<ReadingsMessage> amend(Order order, Scope<S> one, long value, String reason) {
        S slot = one.one().orElseThrow();
        ReviewDays<S> days = one.load(store, except);
        Objections against = open(order, days, reason);
        SlotHistory.Entry counts = days.counting(slot);
        if (ReviewDays.state(counts).compareTo(ReviewState.SECOND) < 0) {
            against.add(
                    Code.NOT_PASSED_SECOND_REVIEW,
                    slot.name() + " 尚未过复审。-> 用 set。",
                    slot.name() + " has not passed its second review. -> set it.");
            against.throwIfAny();
        }
        Optional<ReviewDays.Said> proposal = days.amendment(slot, counts, value, order.person());
        if (proposal.isPresent()) {
            String both = proposal.get().by().author() + BOTH + order.person();
            return one(against, order, days, counts, counts.version().state(), both, value, reason);
        }
        if (days.amendment(slot, counts, value, "").isPresent()) {
            against.add(
                    Code.PROPOSER_CANNOT_APPROVE,
                    slot.name() + " 已由您提出;提出与批准须为两人。-> 请另一人以同一值 amend。",
                    slot.name()
                            + " was proposed by you, and who proposes cannot approve. -> another person amends it with the same value.");
        }
        return one(against, order, days, counts, ReviewState.FIRST, order.person(), value, Notes.AMENDS + reason);
    }

    private static <S extends Slot> List<ReadingsMessage> one(
            Objections against,
            Order order,
            ReviewDays<S> days,
            SlotHistory.Entry counts,
            ReviewState state,
            String author,
            long value,
            String reason) {
        S slot = days.scope().one().orElseThrow();
        boolean audited = counts != null && counts.version().rank() == Rank.AUDITED;
        if (audited && counts.version().receivedAt() >= order.at()) {
            against.laterThanNow(slot);
        }
        against.throwIfAny();
        Version version = version(order, audited(state), 0);
        return List.of(days.scope().message(order, slot.start(), author, version, reason, Map.of(slot, value)));
    }

    /** Takes every value of the scope that is not final one state further. */
    public <S extends Slot> List<ReadingsMessage> pass(Order order, Scope<S> scope) {
        ReviewDays<S> days = scope.load(store, except);
        Objections against = open(order, days, PASSED);
        List<ReadingsMessage> messages = new ArrayList<>();
        each(days, (slot, counts) -> {
            String before = days.taker(slot, counts);
            boolean reviewed = counts.version().state() == ReviewState.FIRST
                    || counts.version().state() == ReviewState.SECOND;
            if (reviewed && List.of(before.split(BOTH)).contains(order.person())) {
                against.add(
                        Code.REVIEWER_PASSED_BEFORE,
                        slot.name() + " 上一步由同一人 " + before + " 完成。-> 请另一人通过。",
                        slot.name() + " was taken here by the same person, " + before
                                + ". -> another person must pass it.");
            }
        });
        by(days, counts -> audited(counts.version().state())).forEach((at, values) -> {
            if (at.kind.state != ReviewState.FINAL) {
                Version next = version(order, audited(STATES[at.kind.state.ordinal() + 1]), messages.size());
                messages.add(scope.message(order, at.start, order.person(), next, PASSED, values));
            }
        });
        if (messages.isEmpty() && against.isEmpty()) {
            against.add(
                    Code.NOTHING_TO_PASS,
                    "没有可通过的值。-> 用 set 补入,或检查时段。",
                    "there is no value to pass. -> set one, or check the span.");
        }
        against.throwIfAny();
        return messages;
    }

    /** Sends the values of the scope back to the queue, with a reason. Their states and values stay; proposals to amend them lapse. */
    public <S extends Slot> List<ReadingsMessage> sendBack(Order order, Scope<S> scope, String reason) {
        ReviewDays<S> days = scope.load(store, except);
        Objections against = open(order, days, reason);
        List<ReadingsMessage> messages = new ArrayList<>();
        each(days, (slot, counts) -> {
            Version version = counts.version();
            if (rankSentBack(version) == version.rank() && version.receivedAt() >= order.at()) {
                against.laterThanNow(slot);
            }
        });
        against.throwIfAny();
        by(days, counts -> new Kind(counts.version().state(), rankSentBack(counts.version())))
                .forEach((at, values) -> messages.add(scope.message(
                        order,
                        at.start,
                        order.person(),
                        version(order, at.kind, messages.size()),
                        Notes.RETURNED + reason,
                        values)));
        return messages;
    }

    /** A raw value that is sent back keeps its rank: what its instrument sends again must still count. */
    private static Rank rankSentBack(Version counts) {
        return counts.state() == ReviewState.RAW ? counts.rank() : Rank.AUDITED;
    }

    /** Locks the days of the scope; every value in them must be final, of a section those of samples by hand too. */
    public <S extends Slot> List<ReadingsMessage> lock(Order order, Scope<S> scope, String reason) {
        List<ReviewDays<S>> all = scope.underOneLock().stream()
                .map(each -> each.load(store, except))
                .toList();
        Objections against = open(order, all.get(0), reason);
        against.unlessWholeDays(scope);
        all.forEach(days -> each(days, (slot, counts) -> {
            if (counts.version().state() != ReviewState.FINAL
                    || counts.version().receivedAt() > order.at()) {
                String state = counts.version().state().name().toLowerCase(Locale.ROOT);
                against.add(
                        Code.NOT_FINAL,
                        slot.name() + " 尚未终审 (" + state + ")。-> 先 pass。",
                        slot.name() + " is not final (" + state + "). -> pass it first.");
            }
        }));
        against.throwIfAny();
        return events(order, scope, true, reason);
    }

    /** Opens the days of the scope again: from then on every value competes, proposals too. */
    public <S extends Slot> List<ReadingsMessage> reopen(Order order, Scope<S> scope, String reason) {
        ReviewDays<S> days = scope.load(store, except);
        Objections against = new Objections();
        against.unlessReason(reason);
        against.unlessWholeDays(scope);
        for (int day : scope.days()) {
            DayLock lock = days.lock(day);
            if (lock == null) {
                against.add(
                        Code.DAY_NOT_LOCKED, ChinaTime.date(day) + " 未锁定。", ChinaTime.date(day) + " is not locked.");
            } else if (lock.at() >= order.at()) {
                against.add(
                        Code.LATER_THAN_NOW,
                        ChinaTime.date(day) + " 的锁定晚于此刻。-> 检查时钟。",
                        ChinaTime.date(day) + " was locked after this moment. -> check the clock.");
            }
        }
        against.throwIfAny();
        return events(order, scope, false, reason);
    }

    private static List<ReadingsMessage> events(Order order, Scope<?> scope, boolean locked, String reason) {
        List<ReadingsMessage> events = new ArrayList<>();
        for (int day : scope.days()) {
            events.add(
                    new DayLock(scope.subject(), day, locked, order.at(), order.person(), reason, "", order.trace()));
        }
        return events;
    }

    /** Every slot of the scope in which something counts. */
    private static <S extends Slot> void each(ReviewDays<S> days, BiConsumer<S, SlotHistory.Entry> visitor) {
        for (S slot : days.slots(days.scope())) {
            SlotHistory.Entry counts = days.counting(slot);
            if (counts != null) {
                visitor.accept(slot, counts);
            }
        }
    }

    /** What a version is besides who gave it and when. */
    private record Kind(ReviewState state, Rank rank) {}

    private static Kind audited(ReviewState state) {
        return new Kind(state, Rank.AUDITED);
    }

    private record Together(long start, Kind kind) {}

    /** The values of an hour or a sample that are of one kind travel in one message. */
    private static <S extends Slot> Map<Together, Map<S, Long>> by(
            ReviewDays<S> days, Function<SlotHistory.Entry, Kind> kind) {
        Map<Together, Map<S, Long>> all = new LinkedHashMap<>();
        each(days, (slot, counts) -> all.computeIfAbsent(
                        new Together(slot.start(), kind.apply(counts)), at -> new HashMap<>())
                .put(slot, counts.value()));
        return all;
    }

    private static Version version(Order order, Kind kind, long seq) {
        return new Version(kind.state, kind.rank, order.at(), Notes.source(order.trace()), seq);
    }

    private static Objections open(Order order, ReviewDays<?> days, String reason) {
        Objections against = new Objections();
        against.unlessReason(reason);
        against.unlessOver(days.scope(), order);
        against.ifLocked(days);
        return against;
    }
}
