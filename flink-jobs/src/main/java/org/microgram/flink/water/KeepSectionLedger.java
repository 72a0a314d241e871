package org.microgram.flink.water;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.microgram.flink.ledger.Deliveries;
import org.microgram.flink.ledger.DirtyDays;
import org.microgram.flink.state.Figure;
import org.microgram.flink.state.SectionDaySerializer;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Section;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.Subject;
import org.microgram.messages.water.AffectedWaterRows;
import org.microgram.messages.water.WaterRows;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.samples.SectionDay;

/**
 * Stop 4 of a water sample: a section's ledger. Enters each sample in its day's block and sends the rows that changed, at once for a live
 * sample, with the next tick for those of a batch.
 */
public final class KeepSectionLedger extends KeyedProcessFunction<String, SectionSample, Figure> {

    private static final long serialVersionUID = 1L;

    private final Network network;

    private transient Map<String, Section> sections;
    private transient Deliveries deliveries;
    private transient DirtyDays<SectionDay> days;

    public KeepSectionLedger(Network network) {
        this.network = network;
    }

    @Override
    public void open(OpenContext context) {
        sections = new HashMap<>();
        network.water().sections().forEach(section -> sections.put(section.id(), section));
        deliveries = new Deliveries(getRuntimeContext());
        days = new DirtyDays<>(
                getRuntimeContext()
                        .getMapState(new MapStateDescriptor<>(
                                "days", IntSerializer.INSTANCE, SectionDaySerializer.INSTANCE)),
                getRuntimeContext()
                        .getMapState(new MapStateDescriptor<>(
                                "sent", IntSerializer.INSTANCE, SectionDaySerializer.INSTANCE)),
                SectionDay::empty);
    }

    @Override
    public void processElement(SectionSample sample, Context context, Collector<Figure> out) throws Exception {
        int day = ChinaTime.dayOf(sample.second());
        SectionDay before = days.get(day);
        SectionDay.Applied applied = before.apply(sample.second(), sample.byHand(), sample.version(), sample.values());
        deliveries.count(sample.batch(), applied.used(), applied.duplicate(), 0);
        context.timerService().registerEventTimeTimer(context.timerService().currentWatermark() + 1);
        if (applied.block() == before) {
            return;
        }
        days.put(day, before, applied.block());
        if (!sample.isBatch()) {
            send(context.getCurrentKey(), out);
        }
    }

    /** A tick has passed: sends what batches have changed since the last one. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Figure> out) throws Exception {
        if (!days.isClean()) {
            send(context.getCurrentKey(), out);
        }
        deliveries.send(Subject.section(context.getCurrentKey()), out);
    }

    private void send(String id, Collector<Figure> out) throws Exception {
        AffectedWaterRows rows = new AffectedWaterRows(new WaterRows(sections.get(id), network));
        days.send(rows::of, out);
    }
}
