package org.microgram.dashboard.review;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.messages.water.SampleRows;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.SlotHistory;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.samples.SectionDay;
import org.microgram.standards.screening.WaterFlag;
import org.microgram.standards.water.WaterParameter;
import org.microgram.store.Store;

/** The days of one section, made of what was said of its samples and of its locks. */
final class SampleDays extends ReviewDays<SampleSlot> {

    private final SampleSpan span;
    private final boolean byHand;
    private final Map<Integer, SectionDay> blocks = new HashMap<>();

    /** What each sample has a value of, or should have. */
    private final NavigableMap<Long, Set<WaterParameter>> samples = new TreeMap<>();

    /** The days of the span and one on either side, for the samples beside. */
    SampleDays(Store store, SampleSpan span, String except) {
        super(span, except);
        this.span = span;
        this.byHand = span.byHand();
        Set<Subject> section = Set.of(span.subject());
        long from = ChinaTime.startOf(span.firstDay() - 1);
        long to = ChinaTime.startOf(span.lastDay() + 2);
        store.scan(Measurement.WATER_READING, section, from, to, row -> add(SampleRows.sample(row)));
        readLocks(store, from, to);
    }

    @Override
    void enter(DayLock lock) {
        blocks.put(lock.day(), block(lock.day()).apply(lock.event()));
    }

    private void add(SectionSample sample) {
        if (isLeftOut(sample.trace()) || sample.byHand() != byHand) {
            return;
        }
        Set<WaterParameter> items =
                samples.computeIfAbsent(sample.second(), second -> EnumSet.noneOf(WaterParameter.class));
        Map<SampleSlot, Long> values = new HashMap<>();
        sample.values().codes().forEach((item, code) -> {
            values.put(new SampleSlot(sample.second(), byHand, item), code);
            if (code != SampleValues.NOT_MEASURED) {
                items.add(item);
            }
        });
        say(sample.second(), values, sample);
        int day = ChinaTime.dayOf(sample.second());
        blocks.put(
                day,
                block(day)
                        .apply(sample.second(), byHand, sample.version(), sample.values())
                        .block());
    }

    private SectionDay block(int day) {
        return blocks.getOrDefault(day, SectionDay.empty(day));
    }

    /** Of the samples that were received, what they have a value of or should have. */
    @Override
    List<SampleSlot> slots(Scope<SampleSlot> of) {
        List<String> codes = of.codes();
        List<SampleSlot> slots = new ArrayList<>();
        samples.subMap(of.from(), of.to()).forEach((second, items) -> items.stream()
                .filter(item -> codes.contains(item.code()))
                .forEach(item -> slots.add(new SampleSlot(second, byHand, item))));
        return slots;
    }

    @Override
    boolean isThere(SampleSlot slot) {
        return samples.containsKey(slot.start());
    }

    /** That there is nothing counts for nothing. */
    @Override
    SlotHistory.Entry counting(SampleSlot slot) {
        return value(block(ChinaTime.dayOf(slot.start())).counting(slot.start(), byHand, slot.item()));
    }

    @Override
    SlotHistory.Entry competing(SampleSlot slot) {
        return value(block(ChinaTime.dayOf(slot.start())).competing(slot.start(), byHand, slot.item()));
    }

    private static SlotHistory.Entry value(Optional<SlotHistory.Entry> entry) {
        return entry.filter(each -> !SampleValues.isAbsence(each.value())).orElse(null);
    }

    /** The sample before it, or behind it. */
    @Override
    SampleSlot beside(SampleSlot slot, boolean before) {
        Long second = before ? samples.lowerKey(slot.start()) : samples.higherKey(slot.start());
        return second == null ? null : new SampleSlot(second, byHand, slot.item());
    }

    /** As the rows of the samples say: rules look at samples beside, and the job has looked. */
    @Override
    Function<SampleSlot, List<String>> suspects(Store store, Network network) {
        Map<SampleSlot, List<String>> found = new HashMap<>();
        store.scan(
                Measurement.WATER_SAMPLE,
                Set.of(span.subject()),
                ChinaTime.startOf(span.firstDay()),
                ChinaTime.startOf(span.lastDay() + 1),
                row -> {
                    if (row.number("by_hand") == (byHand ? 1 : 0) && row.text("flags") != null) {
                        for (String code : row.text("flags").split(" ")) {
                            WaterFlag.find(code).ifPresent(flag -> found.computeIfAbsent(
                                            new SampleSlot(row.key().startSecond(), byHand, flag.parameter()),
                                            slot -> new ArrayList<>())
                                    .add(flag.rule().code()));
                        }
                    }
                });
        return slot -> found.getOrDefault(slot, List.of());
    }
}
