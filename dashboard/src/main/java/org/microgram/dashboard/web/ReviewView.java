package org.microgram.dashboard.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.microgram.dashboard.review.ReviewDay;
import org.microgram.dashboard.review.ReviewQueue;
import org.microgram.dashboard.review.ReviewTask;
import org.microgram.dashboard.review.Slot;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.DataFlag;
import org.microgram.standards.ledger.ReviewState;

/** The queue as it is sent: numbers as decimal texts, hours by the label of their end, moments with offset. */
final class ReviewView {

    /** More than anybody goes through at once; how many are left out is said. */
    private static final int MOST_TASKS = 2_000;

    private static final List<ReviewTask.Why> ORDER = List.of(
            ReviewTask.Why.PROPOSED,
            ReviewTask.Why.RETURNED,
            ReviewTask.Why.SUSPECT,
            ReviewTask.Why.OUTLIER,
            ReviewTask.Why.MISSING,
            ReviewTask.Why.DUE);

    private final Map<Subject, Name> names = new HashMap<>();
    private final long now;
    private final List<ReviewTask> tasks = new ArrayList<>();
    private final List<ReviewDay> days = new ArrayList<>();

    ReviewView(Network network, long now) {
        network.stations()
                .forEach(each -> names.put(Subject.station(each.id()), new Name(each.nameZh(), each.nameEn())));
        network.water()
                .sections()
                .forEach(each -> names.put(Subject.section(each.id()), new Name(each.nameZh(), each.nameEn())));
        this.now = now;
    }

    void add(ReviewQueue.Waiting waiting) {
        tasks.addAll(waiting.tasks());
        days.addAll(waiting.days());
    }

    /**
     * @param listsDue whether values are listed with which nothing is the matter and that nobody has looked at; they are counted, and their days
     *     tell of them
     */
    void into(Map<String, Object> answer, boolean listsDue) {
        // What takes a person's judgement is not left out for what is merely missing or due.
        tasks.sort(Comparator.comparing((ReviewTask task) -> ORDER.indexOf(task.why()))
                .thenComparing(task -> task.slot().start()));
        days.sort(Comparator.comparingInt(ReviewDay::day));
        answer.put("counts", counts());
        answer.put("overdue", tasks.stream().filter(task -> task.isOverdue(now)).count());
        List<ReviewTask> listed = tasks.stream()
                .filter(task -> listsDue || task.why() != ReviewTask.Why.DUE || task.state() != ReviewState.RAW)
                .toList();
        answer.put("tasks", listed.stream().limit(MOST_TASKS).map(this::task).toList());
        answer.put("more", Math.max(0, listed.size() - MOST_TASKS));
        answer.put("days", days.stream().map(this::day).toList());
        answer.put(
                "codes",
                DataFlag.ALL.stream()
                        .filter(flag -> !flag.valid())
                        .map(flag -> new ReasonCode(flag.code(), flag.meaningZh(), flag.meaningEn()))
                        .toList());
    }

    /** How many wait for which reason, those left out included. */
    private Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (ReviewTask.Why why : ORDER) {
            long n = tasks.stream().filter(task -> task.why() == why).count();
            if (n > 0) {
                counts.put(lower(why), n);
            }
        }
        return counts;
    }

    private TaskView task(ReviewTask task) {
        Name name = names.get(task.subject());
        Slot slot = task.slot();
        ReviewTask.Proposal proposal = task.proposal();
        return new TaskView(
                id(task.subject(), Subject.STATION),
                id(task.subject(), Subject.SECTION),
                name.zh(),
                name.en(),
                slot.label(),
                Hours.iso(slot.start()),
                slot.parameter(),
                slot.unit(),
                lower(task.why()),
                value(slot, task.value()),
                task.value() == slot.withdrawn(),
                lower(task.state()),
                task.flags(),
                value(slot, task.before()),
                value(slot, task.after()),
                Hours.iso(task.deadline() / 1000),
                task.isOverdue(now),
                task.by(),
                task.note(),
                proposal == null
                        ? null
                        : new ProposalView(
                                value(slot, proposal.value()),
                                proposal.author(),
                                proposal.reason(),
                                Hours.iso(proposal.at() / 1000),
                                proposal.pastLock()),
                key(task.subject(), slot),
                task.seen());
    }

    private DayView day(ReviewDay day) {
        Name name = names.get(day.subject());
        DayLock lock = day.lock();
        return new DayView(
                id(day.subject(), Subject.STATION),
                id(day.subject(), Subject.SECTION),
                name.zh(),
                name.en(),
                ChinaTime.date(day.day()).toString(),
                day.states(),
                day.lowest() == null ? null : lower(day.lowest()),
                day.by(),
                Hours.iso(day.deadline() / 1000),
                lock == null && now > day.deadline(),
                lock == null ? null : new LockView(lock.author(), lock.reason(), Hours.iso(lock.at() / 1000)),
                day.seen());
    }

    /** Null when there is none, or when it was found that none can be used. */
    private static String value(Slot slot, long value) {
        return slot.print(value, null, null);
    }

    private static String id(Subject subject, String kind) {
        return subject.kind().equals(kind) ? subject.id() : null;
    }

    private static String key(Subject subject, Slot slot) {
        return subject.kind().equals(Subject.STATION)
                ? Figures.hourKey(subject, slot.parameter(), slot.end())
                : Figures.key(subject, Measurement.WATER_SAMPLE.code(), slot.parameter(), slot.label());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private record Name(String zh, String en) {}

    /** @param hour by the label of its end, of a sample its moment; of station and section the other one is null; {@code invalid}: somebody found that it has no value that can be used */
    private record TaskView(
            String station,
            String section,
            String nameZh,
            String nameEn,
            String hour,
            String start,
            String parameter,
            String unit,
            String why,
            String value,
            boolean invalid,
            String state,
            List<String> flags,
            String before,
            String after,
            String deadline,
            boolean overdue,
            String by,
            String note,
            ProposalView proposal,
            String key,
            String seen) {}

    private record ProposalView(String value, String by, String reason, String at, boolean pastLock) {}

    /** @param states values in each: raw, first, second, final */
    private record DayView(
            String station,
            String section,
            String nameZh,
            String nameEn,
            String date,
            int[] states,
            String lowest,
            List<String> by,
            String deadline,
            boolean overdue,
            LockView lock,
            String seen) {}

    private record LockView(String by, String reason, String at) {}

    private record ReasonCode(String code, String nameZh, String nameEn) {}
}
