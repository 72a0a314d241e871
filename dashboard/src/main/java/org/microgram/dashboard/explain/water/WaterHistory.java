package org.microgram.dashboard.explain.water;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.microgram.dashboard.explain.HistoryEntry;
import org.microgram.dashboard.explain.Restatements;
import org.microgram.dashboard.explain.Words;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.Row;
import org.microgram.standards.Status;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.water.WaterDecimals;

/**
 * A figure of water as of each moment at which it was restated: the same function over what had been received until then (rule K2).
 *
 * <p>While its interval runs, and until a day after (stations hand their samples over hours later), a figure grows; that is no restatement,
 * so only its last value is listed. A value that replaces another restates at any time.
 */
final class WaterHistory {

    private static final long GROWS_AFTER_END_MS = 24L * 3_600_000;

    /** More are summed up in the first entry: each costs a recount of the whole figure. */
    private static final int RESTATEMENTS_LISTED = 300;

    private final WaterKey key;
    private final TreeMap<Long, List<SectionMessage>> byArrival = new TreeMap<>();

    /** Slots that changed at one moment. */
    private record Change(List<String> zh, List<String> en, Set<String> who, Set<String> why, boolean restates) {}

    WaterHistory(WaterKey key, List<SectionMessage> messages) {
        this.key = key;
        // What lies beside the interval is only there for suspicions, which have no history.
        messages.stream().filter(key::contains).forEach(message -> byArrival
                .computeIfAbsent(message.arrival(), at -> new ArrayList<>())
                .add(message));
    }

    /** @param empty a recount of nothing, given anew at each call */
    List<HistoryEntry> entries(Supplier<SectionRecount> empty) {
        Set<Long> listed = restatements(empty.get());
        SectionRecount recount = empty.get();
        List<HistoryEntry> entries = new ArrayList<>();
        long grewAt = Long.MIN_VALUE;
        for (Map.Entry<Long, List<SectionMessage>> group : byArrival.entrySet()) {
            if (!listed.contains(group.getKey())) {
                group.getValue().forEach(recount::apply);
                grewAt = group.getKey();
                continue;
            }
            if (grewAt != Long.MIN_VALUE) {
                Restatements.add(entries, grown(grewAt, recount));
                grewAt = Long.MIN_VALUE;
            }
            Change change = apply(recount, group.getKey(), group.getValue());
            Restatements.add(
                    entries,
                    entry(
                            group.getKey(),
                            recount,
                            true,
                            Restatements.named(change.zh, " 等 %d 项"),
                            Restatements.named(change.en, " and others, %d in all"),
                            Restatements.named(List.copyOf(change.who), " (%d)"),
                            Restatements.named(List.copyOf(change.why), " (%d)")));
        }
        if (grewAt != Long.MIN_VALUE) {
            Restatements.add(entries, grown(grewAt, recount));
        }
        return entries;
    }

    /** The moments that restate; of too many the latest. */
    private Set<Long> restatements(SectionRecount recount) {
        List<Long> moments = new ArrayList<>();
        byArrival.forEach((at, messages) -> {
            if (apply(recount, at, messages).restates) {
                moments.add(at);
            }
        });
        return new HashSet<>(moments.subList(Math.max(0, moments.size() - RESTATEMENTS_LISTED), moments.size()));
    }

    /** Compared before and after all messages of the moment: what never counted for a moment was never a figure. */
    private Change apply(SectionRecount recount, long at, List<SectionMessage> messages) {
        Map<SectionRecount.Slot, Optional<SlotHistory.Entry>> before = new LinkedHashMap<>();
        messages.forEach(
                message -> slots(recount, message).forEach(slot -> before.computeIfAbsent(slot, recount::counting)));
        messages.forEach(recount::apply);
        Change change = new Change(new ArrayList<>(), new ArrayList<>(), new TreeSet<>(), new TreeSet<>(), false);
        boolean restates = false;
        for (Map.Entry<SectionRecount.Slot, Optional<SlotHistory.Entry>> each : before.entrySet()) {
            Optional<Long> is = recount.counting(each.getKey()).map(SlotHistory.Entry::value);
            Optional<Long> was = each.getValue().map(SlotHistory.Entry::value);
            boolean grows = was.isEmpty() && at <= key.end() * 1000 + GROWS_AFTER_END_MS;
            if (!was.equals(is) && !grows) {
                restates = true;
                moved(each.getKey(), at, print(was) + " → " + print(is), recount, change);
            }
        }
        return new Change(change.zh, change.en, change.who, change.why, restates);
    }

    private void moved(SectionRecount.Slot slot, long at, String moved, SectionRecount recount, Change change) {
        String where = WaterKey.sample(key.section(), key.figure(), slot.second(), slot.byHand())
                .interval();
        change.zh.add(where + " " + slot.parameter().nameZh() + " " + moved);
        change.en.add(where + " " + slot.parameter().code() + " " + moved);
        Optional<Version> counts = recount.counting(slot).map(SlotHistory.Entry::version);
        if (counts.filter(version -> version.receivedAt() == at).isEmpty()) {
            // No value came at this moment: what counts was changed by a lock, or by its end.
            DayLock lock = recount.newestLockEvent(slot.day());
            change.who.add(lock.author());
            change.why.add(lock.reason());
            return;
        }
        SectionSample by = recount.message(slot, counts.get());
        change.who.add(by.author().isEmpty() ? by.version().source() : by.author());
        if (!by.reason().isEmpty()) {
            change.why.add(by.reason());
        }
    }

    private static String print(Optional<Long> value) {
        return value.map(WaterWords::received).orElse("—");
    }

    /** The slots of a message that the figure rests on, of a lock all of its day: a value on its parameter, a class on all that are judged. */
    private List<SectionRecount.Slot> slots(SectionRecount recount, SectionMessage message) {
        Stream<SectionRecount.Slot> slots = message instanceof SectionSample sample
                ? sample.values().codes().keySet().stream()
                        .map(parameter -> new SectionRecount.Slot(sample.second(), sample.byHand(), parameter))
                : recount.slots(message.day()).stream();
        return slots.filter(slot -> key.figure().restsOn(slot.parameter()))
                .filter(slot -> key.isPeriod() || slot.second() == key.start() && slot.byHand() == key.byHand())
                .toList();
    }

    private HistoryEntry grown(long at, SectionRecount recount) {
        return entry(at, recount, false, "首次收齐", "inputs arrived", "", "");
    }

    private HistoryEntry entry(
            long at, SectionRecount recount, boolean restated, String zh, String en, String who, String why) {
        Optional<Row> row = recount.row(key);
        String value = row.map(each -> value(key, each)).orElse(null);
        String exact =
                row.map(each -> exact(key, each)).map(Fraction::toSixDecimals).orElse(null);
        String status = row.map(each -> status(key, each)).orElse(Status.NONE.code());
        return new HistoryEntry(Words.iso(Math.floorDiv(at, 1000L)), value, exact, status, restated, zh, en, who, why);
    }

    /** A figure as its row publishes it; null when there is none. */
    static String value(WaterKey key, Row row) {
        String field = key.figure().field();
        if (key.figure().isClass()) {
            return row.has(field) ? Long.toString(row.number(field)) : null;
        }
        Fraction exact = exact(key, row);
        if (exact != null) {
            return WaterDecimals.published(key.figure().parameter(), exact).toString();
        }
        if (row.has(field)) {
            return Scaled.print(row.number(field), Scaled.DIGITS);
        }
        return belowDetection(key, row);
    }

    private static String belowDetection(WaterKey key, Row row) {
        boolean sample = !key.isPeriod() && row.text("below_detection") != null;
        String code = key.figure().code() + "<";
        return !sample
                ? null
                : List.of(row.text("below_detection").split(" ")).stream()
                        .filter(each -> each.startsWith(code))
                        .map(each -> each.substring(code.length() - 1))
                        .findFirst()
                        .orElse(null);
    }

    /** Of a mean; null of what is exact by nature, and where there is none. */
    static Fraction exact(WaterKey key, Row row) {
        boolean mean = key.isPeriod() && !key.figure().isClass();
        String exact = mean ? row.text(key.figure().field() + "_exact") : null;
        return exact == null ? null : Fraction.parse(exact);
    }

    private static String status(WaterKey key, Row row) {
        if (key.figure().isClass()) {
            return row.text("status");
        }
        return key.isPeriod()
                ? row.text(key.figure().field() + "_status")
                : value(key, row) == null ? Status.NONE.code() : Status.OK.code();
    }
}
