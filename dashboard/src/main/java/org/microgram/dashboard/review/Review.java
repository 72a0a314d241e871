package org.microgram.dashboard.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.microgram.dashboard.review.ReviewRefused.Problem;
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

    /** Begins the reason of an hour that was sent back. */
    static final String RETURNED = "returned: ";

    private static final ReviewState[] STATES = ReviewState.values();

    private final Store store;

    public Review(Store store) {
        this.store = store;
    }

    /**
     * Enters a value, or that there is none that can be used, in the state <em>first</em>.
     *
     * @param value scaled, or {@link HourValues#TOMBSTONE} for invalid
     * @param reason why; for an invalid hour with its code
     */
    public List<StationMessage> set(Order order, String station, long start, Pollutant p, long value, String reason) {
        Span span = Span.hour(station, start, p);
        ReviewDays days = ReviewDays.load(store, span);
        List<Problem> problems = open(span, days, reason);
        SlotHistory.Entry counts = days.counting(start, p);
        if (counts != null && counts.version().state().compareTo(ReviewState.FIRST) > 0) {
            problems.add(
                    new Problem(
                            hour(start, p) + " 已过复审,初审的值不再生效。-> 由两人用 amend 更正。",
                            hour(start, p)
                                    + " has passed its second review: a first one would not count. -> amend it, by two people."));
        }
        return one(problems, order, span, order.person(), ReviewState.FIRST, value, reason);
    }

    /**
     * Replaces a value that has passed its second review, of a day that is open, in the state that it has.
     *
     * @param proposer another person than the one who orders it
     */
    public List<StationMessage> amend(
            Order order, String proposer, String station, long start, Pollutant p, long value, String reason) {
        Span span = Span.hour(station, start, p);
        ReviewDays days = ReviewDays.load(store, span);
        List<Problem> problems = open(span, days, reason);
        SlotHistory.Entry counts = days.counting(start, p);
        if (counts == null || counts.version().state().compareTo(ReviewState.SECOND) < 0) {
            problems.add(new Problem(
                    hour(start, p) + " 尚未过复审。-> 用 set。",
                    hour(start, p) + " has not passed its second review. -> set it."));
        }
        if (proposer.isBlank() || proposer.equals(order.person())) {
            problems.add(new Problem(
                    "提出与批准须为两人。-> 请另一人批准。", "who proposes cannot approve. -> ask another person to approve."));
        }
        ReviewState state =
                counts == null ? ReviewState.FINAL : counts.version().state();
        return one(problems, order, span, proposer + ", " + order.person(), state, value, reason);
    }

    private static List<StationMessage> one(
            List<Problem> problems,
            Order order,
            Span span,
            String author,
            ReviewState state,
            long value,
            String reason) {
        refuseIfAny(problems);
        long[] values = nothing();
        values[span.pollutants().iterator().next().ordinal()] = value;
        return List.of(record(order, span.station(), span.from(), author, state, 0, reason, values));
    }

    /** Takes every value of the span that is not final one state further. */
    public List<StationMessage> pass(Order order, Span span) {
        ReviewDays days = ReviewDays.load(store, span);
        List<Problem> problems = open(span, days, "passed");
        List<StationMessage> messages = new ArrayList<>();
        each(span, days, (start, p, counts) -> {
            String before = days.record(start, counts.version()).author();
            boolean reviewed = counts.version().state() == ReviewState.FIRST
                    || counts.version().state() == ReviewState.SECOND;
            if (reviewed && before.equals(order.person())) {
                problems.add(new Problem(
                        hour(start, p) + " 上一步由同一人 " + before + " 完成。-> 请另一人通过。",
                        hour(start, p) + " was taken here by the same person, " + before
                                + ". -> another person must pass it."));
            }
        });
        byHourAndState(span, days).forEach((at, values) -> {
            if (at.state != ReviewState.FINAL) {
                ReviewState next = STATES[at.state.ordinal() + 1];
                messages.add(record(
                        order, span.station(), at.start, order.person(), next, messages.size(), "passed", values));
            }
        });
        if (messages.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(
                    "没有可通过的值。-> 用 set 补入,或检查时段。", "there is no value to pass. -> set one, or check the span."));
        }
        refuseIfAny(problems);
        return messages;
    }

    /** Sends the values of the span back to the queue, with a reason. Their states and values stay. */
    public List<StationMessage> sendBack(Order order, Span span, String reason) {
        ReviewDays days = ReviewDays.load(store, span);
        List<Problem> problems = open(span, days, reason);
        refuseIfAny(problems);
        List<StationMessage> messages = new ArrayList<>();
        byHourAndState(span, days)
                .forEach((at, values) -> messages.add(record(
                        order,
                        span.station(),
                        at.start,
                        order.person(),
                        at.state,
                        messages.size(),
                        RETURNED + reason,
                        values)));
        return messages;
    }

    /** Locks the days of the span; every value in them must be final. */
    public List<StationMessage> lock(Order order, Span span, String reason) {
        ReviewDays days = ReviewDays.load(store, span);
        List<Problem> problems = wholeDays(span, open(span, days, reason));
        if (order.at() < span.to() * 1000) {
            problems.add(new Problem("时段尚未结束。-> 结束后再锁定。", "the span is not over. -> lock it when it is."));
        }
        each(span, days, (start, p, counts) -> {
            if (counts.version().state() != ReviewState.FINAL
                    || counts.version().receivedAt() > order.at()) {
                String state = counts.version().state().name().toLowerCase(java.util.Locale.ROOT);
                problems.add(new Problem(
                        hour(start, p) + " 尚未终审 (" + state + ")。-> 先 pass。",
                        hour(start, p) + " is not final (" + state + "). -> pass it first."));
            }
        });
        refuseIfAny(problems);
        return events(order, span, true, reason);
    }

    /** Opens the days of the span again: from then on every value competes, proposals too. */
    public List<StationMessage> reopen(Order order, Span span, String reason) {
        ReviewDays days = ReviewDays.load(store, span);
        List<Problem> problems = wholeDays(span, needsReason(reason));
        for (int day : span.days()) {
            DayLock lock = days.lock(day);
            if (lock == null) {
                problems.add(new Problem(ChinaTime.date(day) + " 未锁定。", ChinaTime.date(day) + " is not locked."));
            } else if (lock.at() >= order.at()) {
                problems.add(new Problem(
                        ChinaTime.date(day) + " 的锁定晚于此刻。-> 检查时钟。",
                        ChinaTime.date(day) + " was locked after this moment. -> check the clock."));
            }
        }
        refuseIfAny(problems);
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

    private record HourAndState(long start, ReviewState state) {}

    /** The values of an hour that are in one state travel in one record. */
    private static Map<HourAndState, long[]> byHourAndState(Span span, ReviewDays days) {
        Map<HourAndState, long[]> all = new LinkedHashMap<>();
        each(
                span,
                days,
                (start, p, counts) -> all.computeIfAbsent(
                                        new HourAndState(start, counts.version().state()), at -> nothing())[
                                p.ordinal()] =
                        counts.value());
        return all;
    }

    private static StationRecord record(
            Order order,
            String station,
            long start,
            String author,
            ReviewState state,
            long seq,
            String reason,
            long[] values) {
        Version version = new Version(state, Rank.AUDITED, order.at(), "review:" + order.trace(), seq);
        return new StationRecord(
                station, start, StationRecord.HOUR, version, "", order.trace(), author, reason, HourValues.of(values));
    }

    private static List<Problem> open(Span span, ReviewDays days, String reason) {
        List<Problem> problems = needsReason(reason);
        for (int day : span.days()) {
            DayLock lock = days.lock(day);
            if (lock != null) {
                problems.add(new Problem(
                        ChinaTime.date(day) + " 已由 " + lock.author() + " 锁定。-> 先由批准人 reopen。",
                        ChinaTime.date(day) + " is locked by " + lock.author()
                                + ". -> an approver must reopen it first."));
            }
        }
        return problems;
    }

    private static List<Problem> needsReason(String reason) {
        List<Problem> problems = new ArrayList<>();
        if (reason.isBlank()) {
            problems.add(new Problem("缺少理由。-> 写明理由。", "there is no reason. -> say why."));
        }
        return problems;
    }

    private static List<Problem> wholeDays(Span span, List<Problem> problems) {
        boolean whole = ChinaTime.startOf(span.firstDay()) == span.from()
                && ChinaTime.startOf(span.lastDay() + 1) == span.to()
                && span.pollutants().size() == Pollutant.COUNT;
        if (!whole) {
            problems.add(new Problem(
                    "只能锁定整日、全部项目。-> 写首日与末日。",
                    "only whole days of all pollutants can be locked. -> give the first and last day."));
        }
        return problems;
    }

    private static void refuseIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ReviewRefused(problems);
        }
    }

    private static long[] nothing() {
        long[] values = new long[Pollutant.COUNT];
        Arrays.fill(values, HourValues.ABSENT);
        return values;
    }

    /** {@code 2019-02-12 08时 PM2.5}. */
    static String hour(long start, Pollutant p) {
        int label = ChinaTime.hourOf(start) + 1;
        return ChinaTime.date(ChinaTime.dayOf(start)) + " " + (label < 10 ? "0" : "") + label + "时 " + p.code();
    }
}
