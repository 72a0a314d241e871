package org.microgram.dashboard.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.SlotHistory;

/**
 * A figure as of each moment at which it was restated: the same function over the readings received until then (rule K2).
 *
 * <p>While its interval runs, and until a day after (the public archive hands over the last hour of a day with the file of the next), a
 * figure grows; that is no restatement, so only its last value is listed. A value that replaces another restates at any time.
 */
final class History {

    /** What a figure was: published and exact. */
    record Reading(String value, String exact, String status) {}

    /** Slots that changed at one moment. */
    private record Change(List<String> zh, List<String> en, Set<String> who, Set<String> why, boolean restates) {}

    private record Slot(String station, long start, Pollutant pollutant) {}

    private static final long GROWS_AFTER_END_MS = 24L * 3_600_000;
    /** More are summed up in the first entry: each costs a recount of the whole figure. */
    private static final int RESTATEMENTS_LISTED = 300;

    private static final int NAMED = 3;

    private final FigureKey key;
    private final Footprint footprint;
    private final Subjects subjects;
    private final TreeMap<Long, List<StationRecord>> byArrival = new TreeMap<>();

    History(FigureKey key, Footprint footprint, Subjects subjects, List<StationRecord> records) {
        this.key = key;
        this.footprint = footprint;
        this.subjects = subjects;
        records.forEach(record -> byArrival
                .computeIfAbsent(record.version().receivedAt(), at -> new ArrayList<>())
                .add(record));
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
        for (var group : byArrival.entrySet()) {
            if (!listed.contains(group.getKey())) {
                group.getValue().forEach(recount::apply);
                previous = group.getKey();
                grew = true;
                continue;
            }
            if (grew) {
                add(entries, grown(previous, read.apply(recount)));
            }
            Change change = apply(recount, group.getKey(), group.getValue());
            Reading now = read.apply(recount);
            add(
                    entries,
                    new HistoryEntry(
                            moment(group.getKey()),
                            now.value(),
                            now.exact(),
                            now.status(),
                            true,
                            named(change.zh, " 等 %d 项"),
                            named(change.en, " and others, %d in all"),
                            named(List.copyOf(change.who), " (%d)"),
                            named(List.copyOf(change.why), " (%d)")));
            grew = false;
        }
        if (grew) {
            add(entries, grown(previous, read.apply(recount)));
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

    private static void add(List<HistoryEntry> entries, HistoryEntry next) {
        if (entries.isEmpty()) {
            if (next.value() != null || next.restated()) {
                entries.add(next);
            }
            return;
        }
        HistoryEntry last = entries.get(entries.size() - 1);
        if (!Objects.equals(last.value(), next.value())
                || !Objects.equals(last.exact(), next.exact())
                || !last.status().equals(next.status())) {
            entries.add(next);
        }
    }

    /** Compared before and after all records of the moment: what never counted for a moment was never a figure. */
    private Change apply(Recount recount, long at, List<StationRecord> records) {
        Map<Slot, Long> before = new LinkedHashMap<>();
        for (StationRecord record : records) {
            for (Pollutant p : Pollutant.ALL) {
                if (record.values().get(p) != HourValues.ABSENT
                        && footprint.contains(recount, record.station(), record.startSecond(), p)) {
                    Slot slot = new Slot(record.station(), record.startSecond(), p);
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
            var version = recount.history(slot.station, slot.start, slot.pollutant)
                    .winner()
                    .version();
            StationRecord by = recount.record(slot.station, slot.start, version);
            change.who.add(by.author().isEmpty() ? version.source() : by.author());
            if (!by.reason().isEmpty()) {
                change.why.add(by.reason());
            }
        }
        return new Change(change.zh, change.en, change.who, change.why, restates);
    }

    private static long winner(Recount recount, Slot slot) {
        SlotHistory history = recount.history(slot.station, slot.start, slot.pollutant);
        return history == null ? HourValues.ABSENT : history.winner().value();
    }

    private static String print(long value) {
        return value == HourValues.ABSENT ? "—" : Words.received(value);
    }

    private static String named(List<String> changed, String more) {
        String named = String.join("; ", changed.subList(0, Math.min(NAMED, changed.size())));
        return changed.size() <= NAMED ? named : named + more.formatted(changed.size());
    }

    static String moment(long millis) {
        return Words.iso(Math.floorDiv(millis, 1000L), ChinaTime.OFFSET);
    }
}
