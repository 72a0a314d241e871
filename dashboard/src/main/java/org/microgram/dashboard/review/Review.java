package org.microgram.dashboard.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.microgram.dashboard.review.ReviewRefused.Code;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.ledger.Version;
import org.microgram.store.Store;

/**
 * The decisions of a review as messages to send to {@code readings}. Each is a new version beside the others: what was received stays, and a
 * state only rises. Whoever takes a value one state further must be another person than the one before.
 *
 * <p>A decision is carried out whole or not at all; {@link ReviewRefused} names every hour that stands against it.
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
     * @param value scaled, or {@link HourValues#TOMBSTONE} for invalid
     * @param reason why; for an invalid hour with its code
     */
    public List<StationMessage> set(Order order, String station, long start, Pollutant p, long value, String reason) {
        Span span = Span.hour(station, start, p);
        ReviewDays days = ReviewDays.load(store, span, except);
        Objections against = open(order, span, days, reason);
        SlotHistory.Entry counts = days.counting(start, p);
        if (counts != null && counts.version().state().compareTo(ReviewState.FIRST) > 0) {
            against.add(
                    Code.PASSED_SECOND_REVIEW,
                    Span.name(start, p) + " 已过复审,初审的值不再生效。-> 由两人用 amend 更正。",
                    Span.name(start, p)
                            + " has passed its second review: a first one would not count. -> amend it, by two people.");
        }
        return one(against, order, span, counts, ReviewState.FIRST, order.person(), value, reason);
    }

    /**
     * Replaces a value that has passed its second review, of a day that is open, in the state that it has. It takes two people, who both order
     * it: what the first gives is kept as a proposal, which does not count; when another gives the same value, it does.
     */
    public List<StationMessage> amend(Order order, String station, long start, Pollutant p, long value, String reason) {
        Span span = Span.hour(station, start, p);
        ReviewDays days = ReviewDays.load(store, span, except);
        Objections against = open(order, span, days, reason);
        SlotHistory.Entry counts = days.counting(start, p);
        if (counts == null || counts.version().state().compareTo(ReviewState.SECOND) < 0) {
            against.add(
                    Code.NOT_PASSED_SECOND_REVIEW,
                    Span.name(start, p) + " 尚未过复审。-> 用 set。",
                    Span.name(start, p) + " has not passed its second review. -> set it.");
            against.throwIfAny();
        }
        Optional<StationRecord> proposal = days.amendment(start, p, counts, value, order.person());
        if (proposal.isPresent()) {
            String both = proposal.get().author() + BOTH + order.person();
            return one(against, order, span, counts, counts.version().state(), both, value, reason);
        }
        if (days.amendment(start, p, counts, value, "").isPresent()) {
            against.add(
                    Code.PROPOSER_CANNOT_APPROVE,
                    Span.name(start, p) + " 已由您提出;提出与批准须为两人。-> 请另一人以同一值 amend。",
                    Span.name(start, p)
                            + " was proposed by you, and who proposes cannot approve. -> another person amends it with the same value.");
        }
        return one(against, order, span, counts, ReviewState.FIRST, order.person(), value, Notes.AMENDS + reason);
    }

    private static List<StationMessage> one(
            Objections against,
            Order order,
            Span span,
            SlotHistory.Entry counts,
            ReviewState state,
            String author,
            long value,
            String reason) {
        boolean audited = counts != null && counts.version().rank() == Rank.AUDITED;
        if (audited && counts.version().receivedAt() >= order.at()) {
            against.laterThanNow(span.from(), span.pollutant());
        }
        against.throwIfAny();
        long[] values = nothing();
        values[span.pollutant().ordinal()] = value;
        return List.of(record(order, span.station(), span.from(), author, audited(state), 0, reason, values));
    }

    /** Takes every value of the span that is not final one state further. */
    public List<StationMessage> pass(Order order, Span span) {
        ReviewDays days = ReviewDays.load(store, span, except);
        Objections against = open(order, span, days, PASSED);
        List<StationMessage> messages = new ArrayList<>();
        each(span, days, (start, p, counts) -> {
            String before = days.taker(start, p, counts);
            boolean reviewed = counts.version().state() == ReviewState.FIRST
                    || counts.version().state() == ReviewState.SECOND;
            if (reviewed && List.of(before.split(BOTH)).contains(order.person())) {
                against.add(
                        Code.REVIEWER_PASSED_BEFORE,
                        Span.name(start, p) + " 上一步由同一人 " + before + " 完成。-> 请另一人通过。",
                        Span.name(start, p) + " was taken here by the same person, " + before
                                + ". -> another person must pass it.");
            }
        });
        by(span, days, counts -> audited(counts.version().state())).forEach((at, values) -> {
            if (at.kind.state != ReviewState.FINAL) {
                Kind next = audited(STATES[at.kind.state.ordinal() + 1]);
                messages.add(
                        record(order, span.station(), at.start, order.person(), next, messages.size(), PASSED, values));
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

    /** Sends the values of the span back to the queue, with a reason. Their states and values stay; proposals to amend them lapse. */
    public List<StationMessage> sendBack(Order order, Span span, String reason) {
        ReviewDays days = ReviewDays.load(store, span, except);
        Objections against = open(order, span, days, reason);
        List<StationMessage> messages = new ArrayList<>();
        each(span, days, (start, p, counts) -> {
            Version version = counts.version();
            if (rankSentBack(version) == version.rank() && version.receivedAt() >= order.at()) {
                against.laterThanNow(start, p);
            }
        });
        against.throwIfAny();
        by(span, days, counts -> new Kind(counts.version().state(), rankSentBack(counts.version())))
                .forEach((at, values) -> messages.add(record(
                        order,
                        span.station(),
                        at.start,
                        order.person(),
                        at.kind,
                        messages.size(),
                        Notes.RETURNED + reason,
                        values)));
        return messages;
    }

    /** A raw value that is sent back keeps its rank: what its instrument sends again must still count. */
    private static Rank rankSentBack(Version counts) {
        return counts.state() == ReviewState.RAW ? counts.rank() : Rank.AUDITED;
    }

    /** Locks the days of the span; every value in them must be final. */
    public List<StationMessage> lock(Order order, Span span, String reason) {
        ReviewDays days = ReviewDays.load(store, span, except);
        Objections against = open(order, span, days, reason);
        against.unlessWholeDays(span);
        each(span, days, (start, p, counts) -> {
            if (counts.version().state() != ReviewState.FINAL
                    || counts.version().receivedAt() > order.at()) {
                String state = counts.version().state().name().toLowerCase(Locale.ROOT);
                against.add(
                        Code.NOT_FINAL,
                        Span.name(start, p) + " 尚未终审 (" + state + ")。-> 先 pass。",
                        Span.name(start, p) + " is not final (" + state + "). -> pass it first.");
            }
        });
        against.throwIfAny();
        return events(order, span, true, reason);
    }

    /** Opens the days of the span again: from then on every value competes, proposals too. */
    public List<StationMessage> reopen(Order order, Span span, String reason) {
        ReviewDays days = ReviewDays.load(store, span, except);
        Objections against = new Objections();
        against.unlessReason(reason);
        against.unlessWholeDays(span);
        for (int day : span.days()) {
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
        return events(order, span, false, reason);
    }

    private static List<StationMessage> events(Order order, Span span, boolean locked, String reason) {
        List<StationMessage> events = new ArrayList<>();
        for (int day : span.days()) {
            events.add(new DayLock(span.station(), day, locked, order.at(), order.person(), reason, "", order.trace()));
        }
        return events;
    }

    private interface SlotVisitor {
        void visit(long start, Pollutant pollutant, SlotHistory.Entry counts);
    }

    private static void each(Span span, ReviewDays days, SlotVisitor visitor) {
        for (long start = span.from(); start < span.to(); start += ChinaTime.SECONDS_OF_HOUR) {
            for (Pollutant p : Pollutant.ALL) {
                SlotHistory.Entry counts = span.pollutants().contains(p) ? days.counting(start, p) : null;
                if (counts != null) {
                    visitor.visit(start, p, counts);
                }
            }
        }
    }

    /** What a version is besides who gave it and when. */
    private record Kind(ReviewState state, Rank rank) {}

    private static Kind audited(ReviewState state) {
        return new Kind(state, Rank.AUDITED);
    }

    private record HourAndKind(long start, Kind kind) {}

    /** The values of an hour that are of one kind travel in one record. */
    private static Map<HourAndKind, long[]> by(Span span, ReviewDays days, Function<SlotHistory.Entry, Kind> kind) {
        Map<HourAndKind, long[]> all = new LinkedHashMap<>();
        each(span, days, (start, p, counts) -> {
            long[] values = all.computeIfAbsent(new HourAndKind(start, kind.apply(counts)), at -> nothing());
            values[p.ordinal()] = counts.value();
        });
        return all;
    }

    private static StationRecord record(
            Order order, String station, long start, String author, Kind kind, long seq, String reason, long[] values) {
        Version version = new Version(kind.state, kind.rank, order.at(), Notes.source(order.trace()), seq);
        return new StationRecord(
                station, start, StationRecord.HOUR, version, "", order.trace(), author, reason, HourValues.of(values));
    }

    private static Objections open(Order order, Span span, ReviewDays days, String reason) {
        Objections against = new Objections();
        against.unlessReason(reason);
        against.unlessOver(span, order);
        against.ifLocked(span, days);
        return against;
    }

    private static long[] nothing() {
        long[] values = new long[Pollutant.COUNT];
        Arrays.fill(values, HourValues.ABSENT);
        return values;
    }
}
