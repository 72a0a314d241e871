package org.microgram.dashboard.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.ledger.StationDay;

/**
 * A figure as of each moment at which it was restated: the same function over the readings received until then (rule K2).
 *
 * <p>While its interval runs, and until a day after (the public archive hands over the last hour of a day with the file of the next), a
 * figure grows; that is no restatement, so only its last value is listed. A value that replaces another restates at any time.
 */
final class History {

    /**
     * What a figure was: published and exact.
     *
     * @param basis what else its inputs changed and its cause shall say, such as N of an account; empty when there is none
     */
    record Reading(String value, String exact, String status, String basis) {

        Reading(String value, String exact, String status) {
            this(value, exact, status, "");
        }
    }

    /** Slots that changed at one moment. */
    private record Change(List<String> zh, List<String> en, Set<String> who, Set<String> why, boolean restates) {}

    private record Slot(String station, long start, Pollutant pollutant) {}

    private static final long GROWS_AFTER_END_MS = 24L * 3_600_000;
    /** More are summed up in the first entry: each costs a recount of the whole figure. */
    private static final int RESTATEMENTS_LISTED = 300;

    private final FigureKey key;
    private final Footprint footprint;
    private final Subjects subjects;
    private final TreeMap<Long, List<StationMessage>> byArrival = new TreeMap<>();

    History(FigureKey key, Footprint footprint, Subjects subjects, List<StationMessage> records) {
        this.key = key;
        this.footprint = footprint;
        this.subjects = subjects;
        records.forEach(record -> byArrival
                .computeIfAbsent(record.arrival(), at -> new ArrayList<>())
                .add(record));
    }

    /** Start of the hour or day it is about, seconds since 1970 UTC. */
    static long start(StationMessage message) {
        return message instanceof StationRecord record
                ? record.startSecond()
                : ChinaTime.startOf(((DayLock) message).day());
    }

    /**
     * @param empty a recount of nothing, given anew at each call
     * @param read reads the figure from a recount
     */
    List<HistoryEntry> entries(Supplier<Recount> empty, Function<Recount, Reading> read) {
        Set<Long> listed = restatements(empty.get());
        Recount recount = empty.get();
        List<HistoryEntry> entries = new ArrayList<>();
        long previous = Long.MIN_VALUE;
        boolean grew = false;
        String basis = "";
        for (var group : byArrival.entrySet()) {
            if (!listed.contains(group.getKey())) {
                group.getValue().forEach(recount::apply);
                previous = group.getKey();
                grew = true;
                continue;
            }
            if (grew) {
                Reading grown = read.apply(recount);
                basis = grown.basis();
                Restatements.add(entries, grown(previous, grown));
            }
            Change change = apply(recount, group.getKey(), group.getValue());
            Reading now = read.apply(recount);
            String moved = basis.isEmpty() || basis.equals(now.basis()) ? "" : "; " + basis + " → " + now.basis();
            basis = now.basis();
            Restatements.add(
                    entries,
                    new HistoryEntry(
                            moment(group.getKey()),
                            now.value(),
                            now.exact(),
                            now.status(),
                            true,
                            Restatements.named(change.zh, " 等 %d 项") + moved,
                            Restatements.named(change.en, " and others, %d in all") + moved,
                            Restatements.named(List.copyOf(change.who), " (%d)"),
                            Restatements.named(List.copyOf(change.why), " (%d)")));
            grew = false;
        }
        if (grew) {
            Restatements.add(entries, grown(previous, read.apply(recount)));
        }
        return entries;
    }

    /** The moments that restate; of too many the latest. */
    private Set<Long> restatements(Recount recount) {
        List<Long> moments = new ArrayList<>();
        byArrival.forEach((at, records) -> {
            if (apply(recount, at, records).restates) {
                moments.add(at);
            }
        });
        return new HashSet<>(moments.subList(Math.max(0, moments.size() - RESTATEMENTS_LISTED), moments.size()));
    }

    private static HistoryEntry grown(long at, Reading now) {
        return new HistoryEntry(
                moment(at), now.value(), now.exact(), now.status(), false, "首次收齐", "inputs arrived", "", "");
    }

    /** Compared before and after all records of the moment: what never counted for a moment was never a figure. */
    private Change apply(Recount recount, long at, List<StationMessage> records) {
        Map<Slot, Long> before = new LinkedHashMap<>();
        for (StationMessage message : records) {
            for (Slot slot : slots(message)) {
                if (footprint.contains(recount, slot.station, slot.start, slot.pollutant)) {
                    before.computeIfAbsent(slot, s -> winner(recount, s));
                }
            }
        }
        records.forEach(recount::apply);
        Change change = new Change(new ArrayList<>(), new ArrayList<>(), new TreeSet<>(), new TreeSet<>(), false);
        boolean late = at > key.end() * 1000 + GROWS_AFTER_END_MS;
        boolean restates = false;
        for (var each : before.entrySet()) {
            Slot slot = each.getKey();
            long was = each.getValue();
            long is = winner(recount, slot);
            if (was == is) {
                continue;
            }
            if (!late && was == HourValues.ABSENT) {
                continue; // it grew
            }
            restates = true;
            String hour =
                    FigureKey.hour(key.subject(), key.parameter(), slot.start).interval();
            String moved = hour + " " + slot.pollutant.code() + " " + print(was) + " → " + print(is);
            change.zh.add(subjects.stationNameZh(slot.station) + " " + moved);
            change.en.add(subjects.stationNameEn(slot.station) + " " + moved);
            var counts = recount.counting(slot.station, slot.start, slot.pollutant);
            if (counts == null || counts.version().receivedAt() != at) {
                // No value came at this moment: what counts was changed by a lock, or by its end.
                DayLock lock = recount.newestLockEvent(slot.station, ChinaTime.dayOf(slot.start));
                change.who.add(lock.author());
                change.why.add(lock.reason());
                continue;
            }
            StationRecord by = recount.record(slot.station, slot.start, counts.version());
            change.who.add(by.author().isEmpty() ? counts.version().source() : by.author());
            if (!by.reason().isEmpty()) {
                change.why.add(by.reason());
            }
        }
        return new Change(change.zh, change.en, change.who, change.why, restates);
    }

    /** The slots that a message speaks of: a record's values, all of a locked day. */
    private static List<Slot> slots(StationMessage message) {
        List<Slot> slots = new ArrayList<>();
        for (Pollutant p : Pollutant.ALL) {
            if (message instanceof StationRecord record) {
                if (record.values().get(p) != HourValues.ABSENT) {
                    slots.add(new Slot(record.station(), record.startSecond(), p));
                }
            } else {
                for (int hour = 0; hour < StationDay.HOURS; hour++) {
                    long start = start(message) + hour * (long) ChinaTime.SECONDS_OF_HOUR;
                    slots.add(new Slot(message.station(), start, p));
                }
            }
        }
        return slots;
    }

    private static long winner(Recount recount, Slot slot) {
        SlotHistory.Entry counts = recount.counting(slot.station, slot.start, slot.pollutant);
        return counts == null ? HourValues.ABSENT : counts.value();
    }

    private static String print(long value) {
        return value == HourValues.ABSENT ? "—" : Words.received(value);
    }

    static String moment(long millis) {
        return Words.iso(Math.floorDiv(millis, 1000L), ChinaTime.OFFSET);
    }
}
