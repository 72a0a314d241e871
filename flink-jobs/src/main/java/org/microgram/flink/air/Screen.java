package org.microgram.flink.air;

import java.util.HashSet;
import java.util.Set;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.microgram.flink.state.Types;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ChinaTime;

/**
 * Stop 3: lets through what can be entered in a ledger. Stateless, one record at a time. Ticks end here: they have moved the watermark.
 *
 * <p>Readers refuse the same things earlier, with the text that they found; here it is the last gate for whoever writes to the topic.
 */
public final class Screen extends ProcessFunction<ReadingsMessage, StationRecord> {

    public static final OutputTag<Refusal> REFUSED = new OutputTag<>("refused", Types.REFUSAL);

    private static final long serialVersionUID = 1L;

    /** How far a station's clock may run ahead, ms: an hour that ends later than this after its arrival is refused. */
    private static final long TOLERANCE = 5 * 60 * 1000L;

    private final Set<String> stations = new HashSet<>();

    public Screen(Network network) {
        network.stations().stream().map(Station::id).forEach(stations::add);
    }

    @Override
    public void processElement(ReadingsMessage message, Context context, Collector<StationRecord> out) {
        if (!(message instanceof StationRecord record)) {
            return;
        }
        if (!stations.contains(record.station())) {
            refuse(record, Reason.UNKNOWN_STATION, record.station(), context);
        } else if (record.lengthSeconds() != StationRecord.HOUR) {
            refuse(record, Reason.BAD_LENGTH, record.lengthSeconds() + " seconds", context);
        } else if (Math.floorMod(record.startSecond(), (long) ChinaTime.SECONDS_OF_HOUR) != 0) {
            refuse(record, Reason.BAD_TIME, "an interval that does not start on the hour", context);
        } else if ((record.startSecond() + record.lengthSeconds()) * 1000
                > record.version().receivedAt() + TOLERANCE) {
            refuse(record, Reason.IN_THE_FUTURE, "an hour that ends after its arrival", context);
        } else {
            out.collect(record);
        }
    }

    private static void refuse(StationRecord record, Reason reason, String found, Context context) {
        context.output(REFUSED, refusal(record, reason, found));
    }

    static Refusal refusal(StationRecord record, Reason reason, String found) {
        return new Refusal(
                reason,
                record.version().source(),
                record.version().seq(),
                found,
                record.toString(),
                record.batch(),
                record.values().count());
    }
}
