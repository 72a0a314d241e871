package org.microgram.dashboard.review;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.microgram.messages.air.LockRows;
import org.microgram.messages.air.ReadingRows;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.DayBlock;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.ledger.StationDay;
import org.microgram.standards.ledger.Version;
import org.microgram.store.Store;

/** The days of one station as its ledger has them, made of the readings and locks in the store. */
final class ReviewDays {

    private record Said(long start, Version version) {}

    private final Map<Integer, DayBlock> blocks = new HashMap<>();
    private final Map<Integer, DayLock> locks = new HashMap<>();
    private final Map<Said, StationRecord> records = new HashMap<>();

    /** The days of the span and one on either side: what is suspect depends on them. */
    static ReviewDays load(Store store, Span span) {
        ReviewDays days = new ReviewDays();
        Set<Subject> station = Set.of(Subject.station(span.station()));
        long from = ChinaTime.startOf(span.firstDay() - 1);
        long to = ChinaTime.startOf(span.lastDay() + 2);
        store.scan(Measurement.READING, station, from, to, row -> days.add(ReadingRows.record(row)));
        store.scan(Measurement.LOCK, station, from, to, row -> days.add(LockRows.lock(row)));
        return days;
    }

    private void add(StationRecord record) {
        int day = ChinaTime.dayOf(record.startSecond());
        records.putIfAbsent(new Said(record.startSecond(), record.version()), record);
        blocks.put(
                day,
                block(day)
                        .apply(ChinaTime.hourOf(record.startSecond()), record.version(), record.values())
                        .block());
    }

    private void add(DayLock lock) {
        locks.merge(lock.day(), lock, (known, next) -> next.event().compareTo(known.event()) > 0 ? next : known);
        blocks.put(lock.day(), block(lock.day()).apply(lock.event()));
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

    /** The record that brought a version. */
    StationRecord record(long start, Version version) {
        return records.get(new Said(start, version));
    }

    /** The lock that holds; null when the day is open. */
    DayLock lock(int day) {
        DayLock newest = locks.get(day);
        return newest == null || !newest.locked() ? null : newest;
    }
}
