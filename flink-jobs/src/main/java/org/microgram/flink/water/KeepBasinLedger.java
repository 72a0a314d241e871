package org.microgram.flink.water;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.microgram.flink.ledger.DirtyDays;
import org.microgram.flink.state.BasinUpdate;
import org.microgram.flink.state.BasinYearSerializer;
import org.microgram.flink.state.Figure;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.SectionGroups;
import org.microgram.messages.water.AffectedBasinRows;
import org.microgram.messages.water.BasinRows;
import org.microgram.messages.water.BasinYear;
import org.microgram.messages.water.SectionParts;

/**
 * Stop 5 of water: the ledger of a river, basin, lake or area. Keeps the last year of each section (rule K4) and sends the rows that changed.
 * Its blocks are years, where those of the other ledgers are days.
 */
public final class KeepBasinLedger extends KeyedProcessFunction<String, BasinUpdate, Figure> {

    private static final long serialVersionUID = 1L;

    private final Network network;

    private transient SectionGroups groups;
    private transient SectionParts parts;
    private transient DirtyDays<BasinYear> years;

    public KeepBasinLedger(Network network) {
        this.network = network;
    }

    @Override
    public void open(OpenContext context) {
        groups = new SectionGroups(network.water());
        parts = new SectionParts(network.water());
        years = new DirtyDays<>(
                getRuntimeContext()
                        .getMapState(new MapStateDescriptor<>(
                                "years", IntSerializer.INSTANCE, BasinYearSerializer.INSTANCE)),
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>("sent", IntSerializer.INSTANCE, BasinYearSerializer.INSTANCE)),
                BasinYear::empty);
    }

    @Override
    public void processElement(BasinUpdate update, Context context, Collector<Figure> out) throws Exception {
        int year = update.year().year();
        BasinYear before = years.get(year);
        BasinYear after = before.with(update.section(), update.year());
        boolean changed = after != before;
        if (changed) {
            years.put(year, before, after);
        }
        if (!update.live()) {
            if (changed) {
                context.timerService()
                        .registerEventTimeTimer(context.timerService().currentWatermark() + 1);
            }
        } else if (!years.isClean()) {
            send(context.getCurrentKey(), out);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Figure> out) throws Exception {
        if (!years.isClean()) {
            send(context.getCurrentKey(), out);
        }
    }

    private void send(String key, Collector<Figure> out) throws Exception {
        BasinRows rows = new BasinRows(BasinUpdate.subject(key), network, groups, parts);
        years.send(new AffectedBasinRows(rows)::of, out);
    }
}
