package org.microgram.flink.air;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.microgram.flink.ledger.LockGate;
import org.microgram.flink.ledger.Moments;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.PhysicalRange;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;

/**
 * What may be entered in a ledger, and what is refused: the rules of stop 3, one message at a time, without state and without Flink.
 *
 * <p>Readers refuse the same things earlier, with the text that they found; here it is the last gate for whoever writes to the topic.
 */
public final class Gate implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Set<String> stations = new HashSet<>();
    private final LockGate locks = new LockGate(stations, Reason.UNKNOWN_STATION);

    public Gate(Network network) {
        network.stations().stream().map(Station::id).forEach(stations::add);
    }

    /** Hands a message of air on, in parts where single values of it are refused; ticks are neither handed on nor refused. */
    public void pass(ReadingsMessage message, Consumer<StationMessage> out, Consumer<Refusal> refused) {
        if (message instanceof DayLock lock) {
            locks.pass(lock, out, refused);
        } else if (message instanceof StationRecord record) {
            record(record, refused, out);
        }
    }

    private void record(StationRecord record, Consumer<Refusal> refused, Consumer<StationMessage> out) {
        if (!stations.contains(record.station())) {
            refuse(record, Reason.UNKNOWN_STATION, record.station(), refused);
        } else if (record.lengthSeconds() != StationRecord.HOUR) {
            refuse(record, Reason.BAD_LENGTH, record.lengthSeconds() + " seconds", refused);
        } else if (Moments.isNone(record.startSecond())
                || Moments.isNone(Math.floorDiv(record.version().receivedAt(), 1000))) {
            refuse(record, Reason.BAD_TIME, "a start or an arrival before 1900 or after 2199", refused);
        } else if (Math.floorMod(record.startSecond(), (long) ChinaTime.SECONDS_OF_HOUR) != 0) {
            refuse(record, Reason.BAD_TIME, "an interval that does not start on the hour", refused);
        } else if ((record.startSecond() + record.lengthSeconds()) * 1000
                > record.version().receivedAt() + Moments.TOLERANCE) {
            refuse(record, Reason.IN_THE_FUTURE, "an hour that ends after its arrival", refused);
        } else {
            withinRange(record, refused, out);
        }
    }

    /**
     * Refuses the values that no instrument can have measured, one by one, and lets the others of the record through. What is left cannot
     * overflow any sum behind here: a job that fails on a record would fail on it again after every restart.
     */
    private static void withinRange(StationRecord record, Consumer<Refusal> refused, Consumer<StationMessage> out) {
        List<Pollutant> outside = Pollutant.ALL.stream()
                .filter(p -> HourValues.isValue(record.values().get(p))
                        && !PhysicalRange.of(p).contains(record.values().get(p)))
                .toList();
        if (outside.isEmpty()) {
            out.accept(record);
            return;
        }
        long[] left = new long[Pollutant.COUNT];
        for (Pollutant p : Pollutant.ALL) {
            left[p.ordinal()] =
                    outside.contains(p) ? HourValues.ABSENT : record.values().get(p);
        }
        for (Pollutant p : outside) {
            HourValues alone = HourValues.only(p, record.values().get(p));
            refuse(with(record, alone), Reason.OUT_OF_RANGE, alone.toString(), refused);
        }
        StationRecord rest = with(record, HourValues.of(left));
        if (rest.values().count() > 0) {
            out.accept(rest);
        }
    }

    private static StationRecord with(StationRecord record, HourValues values) {
        return new StationRecord(
                record.station(),
                record.startSecond(),
                record.lengthSeconds(),
                record.version(),
                record.batch(),
                record.trace(),
                record.author(),
                record.reason(),
                values,
                record.notes());
    }

    private static void refuse(StationRecord record, Reason reason, String found, Consumer<Refusal> refused) {
        refused.accept(refusal(record, reason, found));
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
