package org.microgram.flink.water;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.microgram.flink.ledger.Deliveries;
import org.microgram.flink.ledger.DirtyDays;
import org.microgram.flink.state.BasinUpdate;
import org.microgram.flink.state.Figure;
import org.microgram.flink.state.SectionDaySerializer;
import org.microgram.flink.state.Types;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionGroups;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.Subject;
import org.microgram.messages.water.AffectedWaterRows;
import org.microgram.messages.water.SampleRows;
import org.microgram.messages.water.SectionYear;
import org.microgram.messages.water.WaterRows;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.samples.SectionDay;

/**
 * Stop 4 of a water sample: a section's ledger. Enters each sample and lock in its day's block and sends the rows that changed, at once for a live
 * sample, with the next tick for those of a batch; and the changed years to the river, the basin, the lake and the areas that it counts in.
 */
public final class KeepSectionLedger extends KeyedProcessFunction<String, SectionMessage, Figure> {

    public static final OutputTag<BasinUpdate> YEARS = new OutputTag<>("section years", Types.BASIN_UPDATE);

    static final MapStateDescriptor<Integer, SectionDay> DAYS =
            new MapStateDescriptor<>("days", IntSerializer.INSTANCE, SectionDaySerializer.INSTANCE);

    /** What rivers and basins take. When its content changes, a greater number hands everything on again. */
    private static final int HANDED_ON = 1;

    private static final long serialVersionUID = 1L;

    private final Network network;

    private transient Map<String, Section> sections;
    private transient SectionGroups groups;
    private transient ValueState<Integer> handedOn;
    private transient Deliveries deliveries;
    private transient DirtyDays<SectionDay> days;

    public KeepSectionLedger(Network network) {
        this.network = network;
    }

    @Override
    public void open(OpenContext context) {
        sections = new HashMap<>();
        network.water().sections().forEach(section -> sections.put(section.id(), section));
        groups = new SectionGroups(network.water());
        handedOn = getRuntimeContext().getState(new ValueStateDescriptor<>("handed on", IntSerializer.INSTANCE));
        deliveries = new Deliveries(getRuntimeContext());
        days = new DirtyDays<>(
                getRuntimeContext().getMapState(DAYS),
                getRuntimeContext()
                        .getMapState(new MapStateDescriptor<>(
                                "sent", IntSerializer.INSTANCE, SectionDaySerializer.INSTANCE)),
                SectionDay::empty);
    }

    @Override
    public void processElement(SectionMessage message, Context context, Collector<Figure> out) throws Exception {
        boolean changed = message instanceof DayLock lock
                ? days.lock(lock, SectionDay::apply, out)
                : enter((SectionSample) message, out);
        context.timerService().registerEventTimeTimer(context.timerService().currentWatermark() + 1);
        if (changed && !message.isBatch()) {
            send(context.getCurrentKey(), true, context, out);
        }
    }

    /** Whether the day is another one now. */
    private boolean enter(SectionSample sample, Collector<Figure> out) throws Exception {
        SectionDay before = days.get(sample.day());
        SectionDay.Applied applied = before.apply(sample.second(), sample.byHand(), sample.version(), sample.values());
        deliveries.count(sample.batch(), applied.used(), applied.duplicate(), 0);
        if (applied.block() == before) {
            return false;
        }
        if (SampleRows.says(sample)) {
            out.collect(Figure.of(SampleRows.row(sample)));
        }
        days.put(sample.day(), before, applied.block());
        return true;
    }

    /** A tick has passed: sends what batches have changed since the last one. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Figure> out) throws Exception {
        if (!days.isClean()) {
            send(context.getCurrentKey(), false, context, out);
        }
        deliveries.send(Subject.section(context.getCurrentKey()), out);
    }

    private void send(String id, boolean live, Context context, Collector<Figure> out) throws Exception {
        SortedMap<Integer, SectionYear> years = new TreeMap<>();
        // The rows are made of what was and then of what is: the years of the latter stay.
        AffectedWaterRows rows =
                new AffectedWaterRows(new WaterRows(sections.get(id), network), year -> years.put(year.year(), year));
        days.send(rows::of, out);
        for (SectionYear year : years.values()) {
            // The last one makes a river send, once for all of them.
            boolean sends = live && year.year() == years.lastKey();
            groups.of(id).forEach(subject -> context.output(YEARS, new BasinUpdate(subject, id, sends, year)));
        }
        handedOn.update(HANDED_ON);
    }

    /** Hands all years of the current key to its rivers and basins, unless a checkpoint says that they have them. */
    void handOn(String id, Consumer<BasinUpdate> to) throws Exception {
        Integer before = handedOn.value();
        if (before != null && before == HANDED_ON) {
            return;
        }
        AffectedWaterRows rows = new AffectedWaterRows(new WaterRows(sections.get(id), network));
        for (int year : years()) {
            rows.year(days::block, year).ifPresent(taken -> groups.of(id)
                    .forEach(subject -> to.accept(new BasinUpdate(subject, id, false, taken))));
        }
        handedOn.update(HANDED_ON);
    }

    private SortedSet<Integer> years() throws Exception {
        SortedSet<Integer> years = new TreeSet<>();
        days.known().forEach(day -> years.add(ChinaTime.date(day).getYear()));
        return years;
    }
}
