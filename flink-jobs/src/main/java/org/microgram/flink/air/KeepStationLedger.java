package org.microgram.flink.air;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.microgram.flink.ledger.Deliveries;
import org.microgram.flink.ledger.DirtyDays;
import org.microgram.flink.state.AreaUpdate;
import org.microgram.flink.state.DayBlockSerializer;
import org.microgram.flink.state.Figure;
import org.microgram.flink.state.Types;
import org.microgram.messages.air.AffectedRows;
import org.microgram.messages.air.AirRows;
import org.microgram.messages.air.DaySource;
import org.microgram.messages.air.ReadingRows;
import org.microgram.messages.air.StationDays;
import org.microgram.messages.air.SubjectAccounts;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.MonitoringPlan;
import org.microgram.standards.ledger.DayBlock;
import org.microgram.standards.ledger.StationDay;

/**
 * Stop 4: a station's ledger. Enters each record in its day's block; sends the rows that changed, at once for a live record, with the next
 * tick for those of a batch; and the changed days to the station's areas.
 */
public final class KeepStationLedger extends KeyedProcessFunction<String, StationMessage, Figure> {

    public static final OutputTag<AreaUpdate> DAYS = new OutputTag<>("station days", Types.AREA_UPDATE);
    public static final OutputTag<Refusal> REFUSED = new OutputTag<>("refused by the ledger", Types.REFUSAL);

    private static final long serialVersionUID = 1L;

    private final Network network;

    private transient Map<String, Integer> grades;
    private transient Map<String, List<String>> areas;
    private transient Map<String, MonitoringPlan> plans;
    private transient DailyProfile profile;
    private transient Deliveries deliveries;
    private transient DirtyDays<DayBlock> days;
    private transient HeldAccounts accounts;

    public KeepStationLedger(Network network) {
        this.network = network;
    }

    @Override
    public void open(OpenContext context) {
        grades = new HashMap<>();
        areas = new HashMap<>();
        plans = new HashMap<>();
        accounts = new HeldAccounts(network);
        for (Station station : network.stations()) {
            grades.put(station.id(), station.grade());
            areas.put(station.id(), network.areasOf(station.id()));
            plans.put(station.id(), network.plan(Subject.station(station.id())));
        }
        profile = DailyProfile.of(network.dailyProfile());
        deliveries = new Deliveries(getRuntimeContext());
        days = new DirtyDays<>(
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>("days", IntSerializer.INSTANCE, DayBlockSerializer.INSTANCE)),
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>("sent", IntSerializer.INSTANCE, DayBlockSerializer.INSTANCE)),
                DayBlock::empty);
    }

    @Override
    public void processElement(StationMessage message, Context context, Collector<Figure> out) throws Exception {
        if (message instanceof DayLock lock) {
            lock(lock, context, out);
        } else if (message instanceof StationRecord record) {
            record(record, context, out);
        }
    }

    private void lock(DayLock lock, Context context, Collector<Figure> out) throws Exception {
        if (!days.lock(lock, DayBlock::apply, out)) {
            return;
        }
        if (lock.isBatch()) {
            context.timerService().registerEventTimeTimer(context.timerService().currentWatermark() + 1);
        } else {
            send(context.getCurrentKey(), true, context, out);
        }
    }

    private void record(StationRecord record, Context context, Collector<Figure> out) throws Exception {
        int day = ChinaTime.dayOf(record.startSecond());
        DayBlock before = days.get(day);
        DayBlock.Applied applied;
        try {
            applied = before.apply(ChinaTime.hourOf(record.startSecond()), record.version(), record.values());
        } catch (ArithmeticException e) {
            context.output(REFUSED, Gate.refusal(record, Refusal.Reason.OVERFLOW, e.getMessage()));
            count(record, 0, 0, record.values().count(), context);
            return;
        }
        count(record, applied.used(), applied.duplicate(), 0, context);
        if (applied.used() == 0) {
            return;
        }
        out.collect(Figure.of(ReadingRows.row(record)));
        days.put(day, before, applied.block());
        if (!record.isBatch()) {
            send(context.getCurrentKey(), true, context, out);
        }
    }

    /** A tick has passed: sends what batches have changed since the last one. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Figure> out) throws Exception {
        if (!days.isClean()) {
            send(context.getCurrentKey(), false, context, out);
        }
        deliveries.send(Subject.station(context.getCurrentKey()), out);
    }

    private void count(StationRecord record, int used, int duplicate, int refused, Context context) throws Exception {
        deliveries.count(record.batch(), used, duplicate, refused);
        context.timerService().registerEventTimeTimer(context.timerService().currentWatermark() + 1);
    }

    private void send(String station, boolean live, Context context, Collector<Figure> out) throws Exception {
        List<StationDay> changed = new ArrayList<>();
        for (int day : days.changed()) {
            StationDay values = network.screening().counting(days.get(day).values());
            if (values.receivedAt() != Long.MIN_VALUE) { // else it is only locked
                changed.add(values);
            }
        }
        for (String area : areas.get(station)) {
            for (int i = 0; i < changed.size(); i++) {
                // The last one makes the area send, once for all of them: a live record may come among two years of a
                // batch.
                boolean sends = live && i == changed.size() - 1;
                context.output(DAYS, new AreaUpdate(area, station, sends, changed.get(i)));
            }
        }
        AirRows rows =
                new AirRows(Subject.station(station), profile, network.judges().periods(), network.hash());
        Function<IntFunction<DayBlock>, DaySource> source = blocks -> new StationDays(
                grades.get(station),
                profile,
                network.screening(),
                plans.get(station),
                day -> network.events().out(station, day),
                new StationValues(blocks));
        SubjectAccounts account = accounts.of(Subject.station(station), days);
        days.send(
                (blocks, dirty, to) -> {
                    DaySource stationDays = source.apply(blocks);
                    AffectedRows.of(rows, stationDays, dirty, to);
                    account.of(stationDays, blocks, dirty, to);
                },
                out);
    }
}
