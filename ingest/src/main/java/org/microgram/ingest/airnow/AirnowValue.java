package org.microgram.ingest.airnow;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.microgram.ingest.csv.Refused;
import org.microgram.ingest.values.Missing;
import org.microgram.ingest.values.ReadValue;
import org.microgram.ingest.values.SentValue;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

/** What both kinds of AirNow's files have in common: names, times, missing values. */
final class AirnowValue {

    private static final Map<String, Pollutant> OWN_NAMES = Map.of("OZONE", Pollutant.O3);

    private AirnowValue() {}

    /** OZONE is O3; the others have our names; PM25 stands in headers. */
    static Optional<Pollutant> pollutant(String name) {
        return Optional.ofNullable(OWN_NAMES.get(name)).or(() -> Pollutant.find(name));
    }

    /** Start of the hour, seconds since 1970 UTC. */
    static long start(String date, String time) throws Refused {
        if (date.matches("\\d{2}/\\d{2}/(\\d{2}|\\d{4})") && time.matches("\\d{2}:\\d{2}")) {
            try {
                int year = Integer.parseInt(date.substring(6));
                LocalDateTime start = LocalDate.of(
                                year < 100 ? 2000 + year : year,
                                Integer.parseInt(date.substring(0, 2)),
                                Integer.parseInt(date.substring(3, 5)))
                        .atTime(Integer.parseInt(time.substring(0, 2)), Integer.parseInt(time.substring(3)));
                if (start.getMinute() == 0) {
                    return start.toEpochSecond(ZoneOffset.UTC);
                }
            } catch (DateTimeException e) {
                // told below
            }
        }
        throw new Refused(Reason.BAD_TIME, "date \"" + date + "\", time \"" + time + "\"");
    }

    static Version version(long start) {
        long end = (start + StationRecord.HOUR) * 1000;
        return new Version(ReviewState.RAW, Rank.HOUR, end, AirnowReader.FORMAT, 0);
    }

    static ReadValue read(Pollutant pollutant, long start, String value, String unit) {
        String there = Missing.isCode(value) ? "" : value;
        return ReadValue.of(SentValue.plain(pollutant, start, there, unit));
    }
}
