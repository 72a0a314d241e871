package org.microgram.flink.air;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.microgram.flink.ledger.DirtyDays;
import org.microgram.flink.state.AreaDaySerializer;
import org.microgram.flink.state.AreaUpdate;
import org.microgram.flink.state.Figure;
import org.microgram.messages.air.AffectedRows;
import org.microgram.messages.air.AirRows;
import org.microgram.messages.air.AreaDays;
import org.microgram.messages.air.DaySource;
import org.microgram.messages.air.SubjectAccounts;
import org.microgram.messages.network.Network;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.ledger.AreaDay;

/** Stop 5: an area's ledger. Keeps the last block of each station and day (rule K4) and sends the rows that changed. */
public final class KeepAreaLedger extends KeyedProcessFunction<String, AreaUpdate, Figure> {

    private static final long serialVersionUID = 1L;

    private final Network network;

    private transient DailyProfile profile;
    private transient DirtyDays<AreaDay> days;
    private transient Map<String, AreaDays.Memory> memories;
    private transient HeldAccounts accounts;

    public KeepAreaLedger(Network network) {
        this.network = network;
    }

    @Override
    public void open(OpenContext context) {
        profile = DailyProfile.of(network.dailyProfile());
        memories = new HashMap<>();
        accounts = new HeldAccounts(network);
        days = new DirtyDays<>(
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>("days", IntSerializer.INSTANCE, AreaDaySerializer.INSTANCE)),
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>("sent", IntSerializer.INSTANCE, AreaDaySerializer.INSTANCE)),
                AreaDay::empty);
    }

    @Override
    public void processElement(AreaUpdate update, Context context, Collector<Figure> out) throws Exception {
        int day = update.day().day();
        AreaDay before = days.get(day);
        AreaDay after = before.with(update.station(), update.day());
        boolean changed = after != before;
        if (changed) {
            days.put(day, before, after);
        }
        if (!update.live()) {
            if (changed) {
                context.timerService()
                        .registerEventTimeTimer(context.timerService().currentWatermark() + 1);
            }
        } else if (!days.isClean()) {
            send(context.getCurrentKey(), out);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Figure> out) throws Exception {
        if (!days.isClean()) {
            send(context.getCurrentKey(), out);
        }
    }

    private void send(String area, Collector<Figure> out) throws Exception {
        AreaDays.Memory memory = memories.computeIfAbsent(area, id -> new AreaDays.Memory(network, id));
        AirRows rows = new AirRows(Subject.area(area), profile, network.judges().periods(), network.hash());
        SubjectAccounts account = accounts.of(Subject.area(area), days);
        days.send(
                (blocks, changed, to) -> {
                    DaySource source = new AreaDays(memory, blocks);
                    AffectedRows.of(rows, source, changed, to);
                    account.of(source, blocks, changed, to);
                },
                out);
    }
}
