package org.microgram.ingest.csv;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Rights;
import org.microgram.ingest.minutes.MinuteValue;
import org.microgram.ingest.values.ReadValue;
import org.microgram.ingest.values.SentValue;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.readings.ValueNote;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

/** Makes of one row of {@code readings-csv} what it says, or says why it cannot be used. */
final class RowParser {

    /** Author, reason and method are shown on pages and carried by every record. */
    private static final int MOST_TEXT = 1_000;

    /**
     * What a row says.
     *
     * @param station id
     * @param pollutant of what
     * @param startSecond start of the interval
     * @param lengthSeconds an hour, or 1 to 59 minutes of one
     * @param version which of two values counts
     * @param author who decided it, when a person did
     * @param reason why
     * @param value the value, absent ones included
     */
    record Said(
            String station,
            Pollutant pollutant,
            long startSecond,
            int lengthSeconds,
            Version version,
            String author,
            String reason,
            ReadValue value) {}

    private final Map<String, String> stationIds;
    private final Rights rights;

    /** @param rights of whoever reads the rows in */
    RowParser(Network network, Rights rights) {
        this.stationIds = network.stationIdsByName();
        this.rights = rights;
    }

    Said parse(Columns columns, List<String> row) throws Refused {
        if (row.size() != columns.count()) {
            throw new Refused(Reason.CUT_ROW, row.size() + " cells, the header has " + columns.count());
        }
        String name = columns.get(row, "station");
        String station = stationIds.get(name);
        if (station == null) {
            throw new Refused(Reason.UNKNOWN_STATION, "station \"" + name + "\"");
        }
        String parameter = columns.get(row, "parameter");
        Pollutant pollutant = Pollutant.find(parameter)
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_PARAMETER, "parameter \"" + parameter + "\""));
        OffsetDateTime start = time(columns.get(row, "start"), "start", Reason.BAD_TIME);
        int length = length(columns.get(row, "length"), start);
        OffsetDateTime receivedAt = time(columns.get(row, "received_at"), "received_at", Reason.BAD_FIELD);
        if (start.toInstant().plusSeconds(length).isAfter(receivedAt.toInstant())) {
            throw new Refused(Reason.IN_THE_FUTURE, "start " + start + ", received at " + receivedAt);
        }
        Rank rank = oneOf(Rank.class, columns.get(row, "rank"), "rank");
        if (length < StationRecord.HOUR && rank != Rank.MINUTES) {
            throw new Refused(Reason.BAD_LENGTH, "rank " + columns.get(row, "rank") + " of " + length + " seconds");
        }
        ReviewState state = oneOf(ReviewState.class, columns.get(row, "state"), "state");
        long seq = seq(columns.get(row, "seq"));
        String author = words(columns.get(row, "author"), "author");
        String reason = words(columns.get(row, "reason"), "reason");
        if (rank == Rank.AUDITED && (author.isEmpty() || reason.isEmpty())) {
            throw new Refused(Reason.NO_AUTHOR, author.isEmpty() ? "no author" : "no reason");
        }
        long arrived = receivedAt.toInstant().toEpochMilli();
        Version version = new Version(state, rank, arrived, ReadingsCsvReader.FORMAT, seq);
        ReadValue value = value(columns, row, pollutant, start.toEpochSecond(), rank);
        // An absent value says nothing, whoever brings it.
        if (!value.isAbsent() && !rights.cover(version)) {
            throw new Refused(Reason.NOT_ALLOWED, ReadRun.notCovered(version));
        }
        return new Said(station, pollutant, start.toEpochSecond(), length, version, author, reason, value);
    }

    private static ReadValue value(Columns columns, List<String> row, Pollutant pollutant, long start, Rank rank)
            throws Refused {
        ReadValue value = ReadValue.of(new SentValue(
                pollutant,
                start,
                columns.get(row, "value"),
                columns.get(row, "unit"),
                columns.get(row, "flag"),
                words(columns.get(row, "method"), "method"),
                columns.get(row, "detection_limit")));
        if (value.isRefused()) {
            throw new Refused(value.reason(), value.found());
        }
        return value.isAbsent() && rank == Rank.AUDITED
                ? new ReadValue(HourValues.TOMBSTONE, ValueNote.NONE, null, "")
                : value;
    }

    static OffsetDateTime time(String text, String column, Reason reason) throws Refused {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1900 && time.getYear() < 2200) {
                return time;
            }
        } catch (DateTimeException e) {
            // told below, like a year that cannot be meant
        }
        throw new Refused(reason, column + " \"" + text + "\"");
    }

    /** An hour from a full hour on, or minutes within one, in seconds. */
    private static int length(String text, OffsetDateTime start) throws Refused {
        long seconds = 0;
        try {
            seconds = text.startsWith("PT") ? Duration.parse(text).toSeconds() : Long.parseLong(text);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            // told below, like any other length that cannot be used
        }
        if (seconds == StationRecord.HOUR) {
            if (Math.floorMod(start.toEpochSecond(), StationRecord.HOUR) != 0 || start.getNano() != 0) {
                throw new Refused(Reason.BAD_TIME, "start " + start + " is not a full hour");
            }
        } else if (start.getNano() != 0 || !MinuteValue.fits(start.toEpochSecond(), seconds)) {
            throw new Refused(Reason.BAD_LENGTH, "length \"" + text + "\" from " + start);
        }
        return (int) seconds;
    }

    static long seq(String text) throws Refused {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refused(Reason.BAD_FIELD, "seq \"" + text + "\"");
        }
    }

    static String words(String text, String column) throws Refused {
        if (text.length() > MOST_TEXT) {
            throw new Refused(Reason.BAD_FIELD, column + " has " + text.length() + " characters");
        }
        return text;
    }

    static <E extends Enum<E>> E oneOf(Class<E> type, String text, String column) throws Refused {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new Refused(Reason.BAD_FIELD, column + " \"" + text + "\"");
    }
}
