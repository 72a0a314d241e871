package org.microgram.flink.air;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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

    /** How far a station's clock may run ahead, ms: an hour that ends later than this after its arrival is refused. */
    private static final long TOLERANCE = 5 * 60 * 1000L;

    // Seconds since 1970 that no interval and no arrival can lie outside of; readers keep to the same years.
    private static final long EARLIEST = ChinaTime.startOf(LocalDate.of(1900, 1, 1));
    private static final long LATEST = ChinaTime.startOf(LocalDate.of(2200, 1, 1));

    private final Set<String> stations = new HashSet<>();

    public Gate(Network network) {
        network.stations().stream().map(Station::id).forEach(stations::add);
    }

    /** Hands a message on, in parts where single values of it are refused; ticks are neither handed on nor refused. */
    public void pass(ReadingsMessage message, Consumer<StationMessage> out, Consumer<Refusal> refused) {
        if (message instanceof DayLock lock) {
            lock(lock, refused, out);
        } else if (message instanceof StationRecord record) {
            record(record, refused, out);
        }
    }

    /** A lock needs a person and a reason, a known station, and a day that is over when it is locked. */
    private void lock(DayLock lock, Consumer<Refusal> refused, Consumer<StationMessage> out) {
        long end = ChinaTime.startOf(lock.day() + 1);
        if (!stations.contains(lock.station())) {
            refuse(lock, Reason.UNKNOWN_STATION, lock.station(), refused);
        } else if (isNoTime(end) || isNoTime(Math.floorDiv(lock.at(), 1000))) {
            refuse(lock, Reason.BAD_TIME, "a day or a moment before 1900 or after 2199", refused);
        } else if (end * 1000 > lock.at() + TOLERANCE) {
            refuse(lock, Reason.IN_THE_FUTURE, "a day that ends after its lock", refused);
        } else if (lock.author().isBlank() || lock.reason().isBlank()) {
            refuse(lock, Reason.NO_AUTHOR, "a lock without author or reason", refused);
        } else {
            out.accept(lock);
        }
    }

    private static void refuse(DayLock lock, Reason reason, String found, Consumer<Refusal> refused) {
        refused.accept(new Refusal(reason, "lock", 0, found, lock.toString(), lock.batch(), 0));
    }

    private void record(StationRecord record, Consumer<Refusal> refused, Consumer<StationMessage> out) {
        if (!stations.contains(record.station())) {
            refuse(record, Reason.UNKNOWN_STATION, record.station(), refused);
        } else if (record.lengthSeconds() != StationRecord.HOUR) {
            refuse(record, Reason.BAD_LENGTH, record.lengthSeconds() + " seconds", refused);
        } else if (isNoTime(record.startSecond())
                || isNoTime(Math.floorDiv(record.version().receivedAt(), 1000))) {
            refuse(record, Reason.BAD_TIME, "a start or an arrival before 1900 or after 2199", refused);
        } else if (Math.floorMod(record.startSecond(), (long) ChinaTime.SECONDS_OF_HOUR) != 0) {
            refuse(record, Reason.BAD_TIME, "an interval that does not start on the hour", refused);
        } else if ((record.startSecond() + record.lengthSeconds()) * 1000
                > record.version().receivedAt() + TOLERANCE) {
            refuse(record, Reason.IN_THE_FUTURE, "an hour that ends after its arrival", refused);
        } else {
            withinRange(record, refused, out);
        }
    }

    private static boolean isNoTime(long second) {
        return second < EARLIEST || second >= LATEST;
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
