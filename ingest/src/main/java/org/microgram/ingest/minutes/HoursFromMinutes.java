package org.microgram.ingest.minutes;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Trace;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.readings.ValueNotes;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.HourOfMinutes;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.Version;

/**
 * Gathers the minute values of a run, from all its files, and forms the hours of them when all have been read ({@link HourOfMinutes}).
 *
 * <p>The hour is a function of the set of its minutes: order, packing and doubles do not matter. Its version has rank minutes, the lowest
 * state and the newest arrival among the minutes that count, and as position the number of minutes it rests on: of two runs, the one with
 * newer minutes counts, and with equally new ones the fuller. Minutes that come in different runs are not joined
 * (docs/decisions/0007-hours-from-minutes.md): an hour that has too few in this run is refused, and says so.
 *
 * <p>At most {@link #MOST} values are held. A run with more forms no hour at all, so that what it forms cannot depend on where it was cut.
 */
public final class HoursFromMinutes {

    /** Two weeks of minutes of 35 stations and six pollutants; some 200 MB. */
    public static final int MOST = 4_000_000;

    private final ReadRun run;
    private final String format;
    private final int most;
    private final Map<Key, MinutesOfHour> hours = new TreeMap<>();
    private int held;
    private int lost;
    private String lostSource;

    private record Key(String station, long hour, Pollutant pollutant) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = station.compareTo(other.station);
            if (order == 0) {
                order = Long.compare(hour, other.hour);
            }
            return order != 0 ? order : pollutant.compareTo(other.pollutant);
        }
    }

    public HoursFromMinutes(ReadRun run, String format) {
        this(run, format, MOST);
    }

    HoursFromMinutes(ReadRun run, String format, int most) {
        this.run = run;
        this.format = format;
        this.most = most;
    }

    /** Adds a value; it must have been counted as read. */
    public void add(MinuteValue value) {
        if (lost > 0 || held == most) {
            lost += held + 1;
            held = 0;
            hours.clear();
            lostSource = lostSource == null || value.source().compareTo(lostSource) < 0 ? value.source() : lostSource;
            return;
        }
        held++;
        long hour = value.startSecond() - Math.floorMod(value.startSecond(), (long) StationRecord.HOUR);
        hours.computeIfAbsent(new Key(value.station(), hour, value.pollutant()), key -> new MinutesOfHour())
                .add(value);
    }

    /** All have been read: hands on the hours, refuses those with too few minutes. */
    public void handOn() {
        if (lost > 0) {
            String found = "more than " + most + " minute values in one run: read fewer days in one";
            run.refuse(Reason.TOO_LARGE, lostSource, 0, found, "", lost);
        }
        hours.forEach(this::handOn);
        hours.clear();
    }

    private void handOn(Key key, MinutesOfHour minutes) {
        MinutesOfHour.Sum sum = minutes.sum();
        run.countDuplicate(minutes.count() - sum.distinct());
        HourOfMinutes hour = HourOfMinutes.of(key.pollutant, sum.pieces());
        Optional<Long> mean = hour.valid();
        if (mean.isEmpty()) {
            String found = key.pollutant.code() + " of " + key.station + ", hour from "
                    + java.time.Instant.ofEpochSecond(key.hour) + ": " + hour.minutes() + " minutes, "
                    + hour.needed() + " are needed";
            String raw = sum.pieces().toString();
            run.refuse(Reason.TOO_FEW_MINUTES, minutes.source(), minutes.line(), found, raw, sum.distinct());
            return;
        }
        run.acceptFormed(
                new StationRecord(
                        key.station,
                        key.hour,
                        StationRecord.HOUR,
                        new Version(sum.state(), Rank.MINUTES, sum.receivedAt(), format, hour.minutes()),
                        run.context().batch(),
                        Trace.of(format, key.station).at(key.hour),
                        "",
                        "",
                        HourValues.only(key.pollutant, mean.get()),
                        ValueNotes.only(key.pollutant, minutes.note().ofMinutes(hour.minutes()))),
                sum.distinct());
    }
}
