package org.microgram.dashboard.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.microgram.messages.air.ReadingRows;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.DayBlock;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.ledger.StationDay;
import org.microgram.store.Store;

/** The days of one station, made of its readings and locks. */
final class HourDays extends ReviewDays<HourSlot> {

    private final Span span;
    private final Map<Integer, DayBlock> blocks = new HashMap<>();

    /** The days of the span and one on either side: what is suspect depends on them. */
    HourDays(Store store, Span span, String except) {
        super(span, except);
        this.span = span;
        Set<Subject> station = Set.of(span.subject());
        long from = ChinaTime.startOf(span.firstDay() - 1);
        long to = ChinaTime.startOf(span.lastDay() + 2);
        store.scan(Measurement.READING, station, from, to, row -> add(ReadingRows.record(row)));
        readLocks(store, from, to);
    }

    private void add(StationRecord record) {
        if (isLeftOut(record.trace())) {
            return;
        }
        long start = record.startSecond();
        Map<HourSlot, Long> values = new HashMap<>();
        for (Pollutant p : Pollutant.ALL) {
            if (record.values().get(p) != HourValues.ABSENT) {
                values.put(new HourSlot(start, p), record.values().get(p));
            }
        }
        say(start, values, record);
        int day = ChinaTime.dayOf(start);
        blocks.put(
                day,
                block(day)
                        .apply(ChinaTime.hourOf(start), record.version(), record.values())
                        .block());
    }

    @Override
    void enter(DayLock lock) {
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

    /** Every hour, whether it has a value or not. */
    @Override
    List<HourSlot> slots(Scope<HourSlot> of) {
        List<String> codes = of.codes();
        List<HourSlot> slots = new ArrayList<>();
        for (long start = of.from(); start < of.to(); start += ChinaTime.SECONDS_OF_HOUR) {
            for (Pollutant p : Pollutant.ALL) {
                if (codes.contains(p.code())) {
                    slots.add(new HourSlot(start, p));
                }
            }
        }
        return slots;
    }

    /** An hour is always there. */
    @Override
    boolean isThere(HourSlot slot) {
        return true;
    }

    @Override
    SlotHistory.Entry counting(HourSlot slot) {
        return block(ChinaTime.dayOf(slot.start())).counting(ChinaTime.hourOf(slot.start()), slot.pollutant());
    }

    @Override
    SlotHistory.Entry competing(HourSlot slot) {
        SlotHistory history =
                block(ChinaTime.dayOf(slot.start())).history(ChinaTime.hourOf(slot.start()), slot.pollutant());
        return history == null ? null : history.winner();
    }

    @Override
    HourSlot beside(HourSlot slot, boolean before) {
        return new HourSlot(before ? slot.start() - ChinaTime.SECONDS_OF_HOUR : slot.end(), slot.pollutant());
    }

    @Override
    Function<HourSlot, List<String>> suspects(Store store, Network network) {
        return new SuspectHours(this, network.screening(), Outliers.load(store, network, span))::rules;
    }
}
