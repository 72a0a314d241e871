package org.microgram.messages.readings;

import org.microgram.standards.ChinaTime;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Version;

/**
 * Everything one station says of one interval; what the topic {@code readings} carries.
 *
 * @param station id of the station in {@code config/stations.csv}
 * @param startSecond start of the interval, seconds since 1970 UTC
 * @param lengthSeconds its length; an hour is 3600
 * @param version which of two records for one slot counts (rule K1)
 * @param batch id of the backfill that brought it; empty when it came live
 * @param trace made at stop 1 from what the station sent; carried by everything that follows from it
 * @param author who entered it; empty unless a person acted
 * @param reason why; empty unless a person acted
 * @param values the six pollutants, scaled
 * @param notes what was sent besides the values: flags, units of origin, detection limits
 */
public record StationRecord(
        String station,
        long startSecond,
        int lengthSeconds,
        Version version,
        String batch,
        String trace,
        String author,
        String reason,
        HourValues values,
        ValueNotes notes)
        implements StationMessage, Statement {

    public static final int HOUR = 3600;

    /** A record of values that nothing else was said of. */
    public StationRecord(
            String station,
            long startSecond,
            int lengthSeconds,
            Version version,
            String batch,
            String trace,
            String author,
            String reason,
            HourValues values) {
        this(station, startSecond, lengthSeconds, version, batch, trace, author, reason, values, ValueNotes.NONE);
    }

    @Override
    public long arrival() {
        return version.receivedAt();
    }

    @Override
    public int day() {
        return ChinaTime.dayOf(startSecond);
    }
}
