package org.microgram.dashboard.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.microgram.messages.air.LockRows;
import org.microgram.messages.air.ReadingRows;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.DayBlock;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.ledger.Version;
import org.microgram.store.Store;

/** The days of one station as its ledger has them, made of the readings and locks in the store. */
final class ReviewDays {

    private record Said(long start, Version version) {}

    /**
     * What an order brought.
     *
     * @param at its moment, milliseconds since 1970 UTC
     */
    record Arrived(String trace, long at, List<StationMessage> messages) {}

    private final Map<Integer, DayBlock> blocks = new HashMap<>();
    private final Map<Integer, DayLock> locks = new HashMap<>();
    private final Map<Said, StationRecord> records = new HashMap<>();
    private final Map<Long, List<StationRecord>> ofHour = new HashMap<>();
    private final Map<String, Arrived> traces = new HashMap<>();

    private final String except;

    private ReviewDays(String except) {
        this.except = except;
    }

    /** The days of the span and one on either side: what is suspect depends on them. */
    static ReviewDays load(Store store, Span span) {
        return load(store, span, "");
    }

    /** As they were before an order; empty for no order. */
    static ReviewDays load(Store store, Span span, String except) {
        ReviewDays days = new ReviewDays(except);
        Set<Subject> station = Set.of(Subject.station(span.station()));
        long from = ChinaTime.startOf(span.firstDay() - 1);
        long to = ChinaTime.startOf(span.lastDay() + 2);
        store.scan(Measurement.READING, station, from, to, row -> days.add(ReadingRows.record(row)));
        store.scan(Measurement.LOCK, station, from, to, row -> days.add(LockRows.lock(row)));
        return days;
    }

    private void add(StationRecord record) {
        if (!except.isEmpty() && record.trace().equals(except)) {
            return;
        }
        int day = ChinaTime.dayOf(record.startSecond());
        if (records.putIfAbsent(new Said(record.startSecond(), record.version()), record) == null) {
            ofHour.computeIfAbsent(record.startSecond(), start -> new ArrayList<>())
                    .add(record);
            arrived(record, record.trace(), record.version().receivedAt());
        }
        blocks.put(
                day,
                block(day)
                        .apply(ChinaTime.hourOf(record.startSecond()), record.version(), record.values())
                        .block());
    }

    private void add(DayLock lock) {
        if (!except.isEmpty() && lock.trace().equals(except)) {
            return;
        }
        locks.merge(lock.day(), lock, (known, next) -> next.event().compareTo(known.event()) > 0 ? next : known);
        arrived(lock, lock.trace(), lock.at());
        blocks.put(lock.day(), block(lock.day()).apply(lock.event()));
    }

    private void arrived(StationMessage message, String trace, long at) {
        Arrived known = traces.computeIfAbsent(trace, each -> new Arrived(each, at, new ArrayList<>()));
        known.messages.add(message);
    }

    private DayBlock block(int day) {
        return blocks.getOrDefault(day, DayBlock.empty(day));
    }

    /** The values of the day that count; null when nothing was received. */
    StationDay values(int day) {
        StationDay values = block(day).values();
        return values.receivedAt() == Long.MIN_VALUE ? null : values;
    }

    /** What counts of a pollutant's hour; null when nothing does. */
    SlotHistory.Entry counting(long start, Pollutant pollutant) {
        return block(ChinaTime.dayOf(start)).counting(ChinaTime.hourOf(start), pollutant);
    }

    /** What would count if the day were open; null when nothing was received. */
    SlotHistory.Entry competing(long start, Pollutant pollutant) {
        SlotHistory history = block(ChinaTime.dayOf(start)).history(ChinaTime.hourOf(start), pollutant);
        return history == null ? null : history.winner();
    }

    /** The record that brought a version. */
    StationRecord record(long start, Version version) {
        return records.get(new Said(start, version));
    }

    /**
     * Who took what counts to the state it is in. Somebody who only sent it back, which leaves value and state as they were, did not.
     */
    String taker(long start, Pollutant pollutant, SlotHistory.Entry counts) {
        return newest(
                        start,
                        each -> each.version().state() == counts.version().state()
                                && each.values().get(pollutant) == counts.value()
                                && !Notes.isReturned(each)
                                && !each.author().isEmpty())
                .orElseGet(() -> record(start, counts.version()))
                .author();
    }

    /** The newest value that is proposed in the place of one that counts, and that nobody has decided on since; empty when there is none. */
    Optional<StationRecord> amendment(long start, Pollutant pollutant, SlotHistory.Entry counts) {
        return newest(start, each -> isAmendment(each, pollutant, counts));
    }

    /** The same, of proposals of this value by others. */
    Optional<StationRecord> amendment(long start, Pollutant p, SlotHistory.Entry counts, long value, String except) {
        return newest(
                start,
                each -> isAmendment(each, p, counts)
                        && each.values().get(p) == value
                        && !each.author().equals(except));
    }

    private static boolean isAmendment(StationRecord record, Pollutant pollutant, SlotHistory.Entry counts) {
        return Notes.isAmendment(record)
                && record.values().get(pollutant) != HourValues.ABSENT
                && record.version().receivedAt() > counts.version().receivedAt();
    }

    private Optional<StationRecord> newest(long start, Predicate<StationRecord> wanted) {
        return ofHour.getOrDefault(start, List.of()).stream()
                .filter(wanted)
                .max(Comparator.comparing(StationRecord::version));
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

    /** When the newest of what is in the span arrived, milliseconds since 1970 UTC. */
    long newest(Span span) {
        LongStream values = ofHour.entrySet().stream()
                .filter(each -> each.getKey() >= span.from() && each.getKey() < span.to())
                .flatMap(each -> each.getValue().stream())
                .mapToLong(each -> each.version().receivedAt());
        LongStream events = span.days().stream().filter(locks::containsKey).mapToLong(day -> locks.get(day)
                .at());
        return LongStream.concat(values, events).max().orElse(Long.MIN_VALUE);
    }
}
