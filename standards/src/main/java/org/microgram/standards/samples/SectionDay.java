package org.microgram.standards.samples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.DayLocks;
import org.microgram.standards.ledger.LockEvent;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;
import org.microgram.standards.water.WaterSample;

/**
 * A section's ledger of one natural day (Asia/Shanghai): every sample, every value of it with all its versions, and when the day was locked and
 * opened again. Immutable; {@link #apply} gives the next one.
 *
 * <p>A sample is known by the second at which the water was taken and by whether a person took it. Of what was said of a parameter the
 * greatest version counts (rule K1); that there is nothing supersedes no value, whenever it was said.
 *
 * <p>While the newest lock event is a lock, only final values that had arrived by its moment count; where there is none, it stays that there
 * is nothing, and the publisher's class and the station's status stay what had been said by then. All else is kept and is a proposal.
 */
public final class SectionDay {

    static final int SECONDS = ChinaTime.SECONDS_OF_DAY;

    /** Slots after those of the parameters. */
    static final int PUBLISHED_CLASS = 62;

    static final int STATUS = 63;
    static final int SLOTS = 64;

    /** Of one value all resends are kept, so that each is known when it comes again; of more than 64 the first and the last 32. */
    static final int RESENDS_AT_EACH_END = 32;

    private final int day;
    private final DayLocks locks;

    /** By twice the second of the day, and one when by hand; then by slot. */
    private final SortedMap<Integer, SortedMap<Integer, SlotHistory>> samples;

    SectionDay(int day, SortedMap<Integer, SortedMap<Integer, SlotHistory>> samples, DayLocks locks) {
        this.day = day;
        this.samples = samples;
        this.locks = locks;
    }

    /** A day of which nothing has been received. */
    public static SectionDay empty(int day) {
        return new SectionDay(day, Collections.emptySortedMap(), DayLocks.NONE);
    }

    /**
     * What applying a message did.
     *
     * @param block with the message in it; the same object when it changed nothing
     * @param used values that entered a slot
     * @param duplicate values that were there already, version and all
     */
    public record Applied(SectionDay block, int used, int duplicate) {}

    /**
     * A sample as it counts.
     *
     * @param revision values superseded by those that count
     * @param receivedAt newest arrival among what counts, milliseconds since 1970 UTC
     * @param state lowest review state of the values that count; empty when none does
     */
    public record Counting(
            WaterSample sample,
            Optional<WaterClass> publishedClass,
            Optional<StationStatus> status,
            int revision,
            long receivedAt,
            Optional<ReviewState> state) {}

    /**
     * Enters what a message says of a sample.
     *
     * @param second seconds since 1970 UTC, within this day
     */
    public Applied apply(long second, boolean byHand, Version version, SampleValues said) {
        int key = key(second, byHand);
        SortedMap<Integer, SlotHistory> before = samples.getOrDefault(key, Collections.emptySortedMap());
        SortedMap<Integer, SlotHistory> after = new TreeMap<>(before);
        int used = 0;
        int duplicate = 0;
        boolean changed = !samples.containsKey(key);
        for (Map.Entry<WaterParameter, Long> each : said.codes().entrySet()) {
            long code = each.getValue();
            boolean entered = enter(after, each.getKey().ordinal(), version, code);
            changed |= entered;
            if (!SampleValues.isAbsence(code)) {
                used += entered ? 1 : 0;
                duplicate += entered ? 0 : 1;
            }
        }
        if (said.publishedClass().isPresent()) {
            changed |= enter(
                    after, PUBLISHED_CLASS, version, said.publishedClass().get().number());
        }
        if (said.status().isPresent()) {
            changed |= enter(after, STATUS, version, said.status().get().ordinal());
        }
        if (!changed) {
            return new Applied(this, 0, duplicate);
        }
        SortedMap<Integer, SortedMap<Integer, SlotHistory>> all = new TreeMap<>(samples);
        all.put(key, after);
        return new Applied(new SectionDay(day, all, locks), used, duplicate);
    }

    /** With one more lock event; this very block when it is known. */
    public SectionDay apply(LockEvent event) {
        DayLocks after = locks.with(event);
        return after == locks ? this : new SectionDay(day, samples, after);
    }

    private static boolean enter(SortedMap<Integer, SlotHistory> slots, int slot, Version version, long code) {
        SlotHistory before = slots.get(slot);
        SlotHistory after =
                before == null ? SlotHistory.of(version, code) : before.with(version, code, RESENDS_AT_EACH_END);
        slots.put(slot, after);
        return after != before;
    }

    /** Days since 1970-01-01. */
    public int day() {
        return day;
    }

    /** When the day was locked and opened again. */
    public DayLocks locks() {
        return locks;
    }

    /** The samples as they count, in order of time, at one second the automatic one first. */
    public List<Counting> counting() {
        List<Counting> all = new ArrayList<>();
        samples.forEach((key, slots) -> all.add(counting(key, slots)));
        return all;
    }

    private Counting counting(int key, SortedMap<Integer, SlotHistory> slots) {
        Map<WaterParameter, Measured> values = new EnumMap<>(WaterParameter.class);
        int revision = 0;
        long receivedAt = Long.MIN_VALUE;
        Optional<ReviewState> state = Optional.empty();
        LockEvent lock = locks.holding();
        for (Map.Entry<Integer, SlotHistory> each : slots.entrySet()) {
            SlotHistory.Entry winner = SlotRule.winner(each.getKey(), each.getValue(), lock);
            if (winner == null) {
                receivedAt = Math.max(receivedAt, lock.at());
                continue;
            }
            Version version = winner.version();
            receivedAt = Math.max(receivedAt, version.receivedAt());
            if (each.getKey() < PUBLISHED_CLASS) {
                values.put(WaterParameter.ALL.get(each.getKey()), SampleValues.measured(winner.value()));
                revision += SlotRule.revision(each.getKey(), each.getValue(), lock);
                if (!SampleValues.isAbsence(winner.value())) {
                    state = Optional.of(state.filter(lowest -> lowest.compareTo(version.state()) < 0)
                            .orElse(version.state()));
                }
            }
        }
        long second = ChinaTime.startOf(day) + key / 2;
        return new Counting(
                new WaterSample(second, key % 2 == 1, Collections.unmodifiableMap(values)),
                number(slots, PUBLISHED_CLASS).map(WaterClass::ofNumber),
                number(slots, STATUS).map(StationStatus.ALL::get),
                revision,
                receivedAt,
                state);
    }

    private Optional<Integer> number(SortedMap<Integer, SlotHistory> slots, int slot) {
        return Optional.ofNullable(slots.get(slot))
                .map(history -> SlotRule.winner(slot, history, locks.holding()))
                .map(entry -> (int) entry.value());
    }

    /** What counts of a parameter of a sample, an absence too; empty when nothing was said of it, or nothing that counts under a lock. */
    public Optional<SlotHistory.Entry> counting(long second, boolean byHand, WaterParameter parameter) {
        return history(second, byHand, parameter)
                .map(history -> SlotRule.winner(parameter.ordinal(), history, locks.holding()));
    }

    /** What would count if the day were open. */
    public Optional<SlotHistory.Entry> competing(long second, boolean byHand, WaterParameter parameter) {
        return history(second, byHand, parameter).map(history -> SlotRule.winner(parameter.ordinal(), history, null));
    }

    /** Values of a parameter of a sample that were superseded by the one that counts. */
    public int revision(long second, boolean byHand, WaterParameter parameter) {
        return history(second, byHand, parameter)
                .map(history -> SlotRule.revision(parameter.ordinal(), history, locks.holding()))
                .orElse(0);
    }

    /** Every value that a parameter of a sample was given, absences included; empty when nothing was said of it. */
    public Optional<SlotHistory> history(long second, boolean byHand, WaterParameter parameter) {
        return Optional.ofNullable(samples.get(key(second, byHand))).map(slots -> slots.get(parameter.ordinal()));
    }

    private int key(long second, boolean byHand) {
        return Math.toIntExact((second - ChinaTime.startOf(day)) * 2 + (byHand ? 1 : 0));
    }

    SortedMap<Integer, SortedMap<Integer, SlotHistory>> raw() {
        return samples;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SectionDay that
                && day == that.day
                && locks.equals(that.locks)
                && entries().equals(that.entries());
    }

    @Override
    public int hashCode() {
        return entries().hashCode() * 31 + day;
    }

    private Map<Integer, Map<Integer, List<SlotHistory.Entry>>> entries() {
        Map<Integer, Map<Integer, List<SlotHistory.Entry>>> all = new TreeMap<>();
        samples.forEach((key, slots) -> {
            Map<Integer, List<SlotHistory.Entry>> of = new TreeMap<>();
            slots.forEach((slot, history) -> of.put(slot, history.entries()));
            all.put(key, of);
        });
        return all;
    }
}
