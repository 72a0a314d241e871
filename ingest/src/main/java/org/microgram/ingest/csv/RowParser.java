package org.microgram.ingest.csv;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.microgram.ingest.Decimals;
import org.microgram.ingest.Trace;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

/** Makes a record of one row of {@code readings-csv}, or says why it cannot be used. */
final class RowParser {

    /** µ is written as the micro sign (U+00B5), as the Greek letter (U+03BC) or as u. */
    private static final Set<String> MICROGRAMS = Set.of("ug/m3", "ug/m³");

    private static final Set<String> MILLIGRAMS = Set.of("mg/m3", "mg/m³");

    /** Author and reason are shown on pages and carried by every record. */
    private static final int MOST_TEXT = 1_000;

    /**
     * What became of a row.
     *
     * @param record the record; null when refused or when the value is missing
     * @param reason why it is refused; null when it is not
     * @param found what was found then
     */
    record Outcome(StationRecord record, Reason reason, String found) {

        static final Outcome MISSING = new Outcome(null, null, "");
    }

    private final Map<String, String> stationIds;
    private final Map<String, Trace> traces = new HashMap<>();
    private final String batch;

    RowParser(Network network, String batch) {
        this.stationIds = network.stationIdsByName();
        this.batch = batch;
    }

    Outcome parse(Columns columns, List<String> row) {
        try {
            return parseChecked(columns, row);
        } catch (Refused e) {
            return new Outcome(null, e.reason, e.getMessage());
        }
    }

    private Outcome parseChecked(Columns columns, List<String> row) throws Refused {
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
        if (Math.floorMod(start.toEpochSecond(), StationRecord.HOUR) != 0 || start.getNano() != 0) {
            throw new Refused(Reason.BAD_TIME, "start " + start + " is not a full hour");
        }
        length(columns.get(row, "length"));
        OffsetDateTime receivedAt = time(columns.get(row, "received_at"), "received_at", Reason.BAD_FIELD);
        if (start.toInstant().plusSeconds(StationRecord.HOUR).isAfter(receivedAt.toInstant())) {
            throw new Refused(Reason.IN_THE_FUTURE, "start " + start + ", received at " + receivedAt);
        }
        Rank rank = oneOf(Rank.class, columns.get(row, "rank"), "rank");
        ReviewState state = oneOf(ReviewState.class, columns.get(row, "state"), "state");
        long seq = seq(columns.get(row, "seq"));
        String author = words(columns.get(row, "author"), "author");
        String reason = words(columns.get(row, "reason"), "reason");
        if (rank == Rank.AUDITED && (author.isEmpty() || reason.isEmpty())) {
            throw new Refused(Reason.NO_AUTHOR, author.isEmpty() ? "no author" : "no reason");
        }
        String text = columns.get(row, "value");
        if (text.isEmpty() && rank != Rank.AUDITED) {
            return Outcome.MISSING;
        }
        long value = value(text, columns.get(row, "unit"), pollutant);
        Version version =
                new Version(state, rank, receivedAt.toInstant().toEpochMilli(), ReadingsCsvReader.FORMAT, seq);
        long startSecond = start.toEpochSecond();
        String trace = traces.computeIfAbsent(station, id -> Trace.of(ReadingsCsvReader.FORMAT, id))
                .at(startSecond);
        StationRecord made = new StationRecord(
                station,
                startSecond,
                StationRecord.HOUR,
                version,
                batch,
                trace,
                author,
                reason,
                HourValues.only(pollutant, value));
        return new Outcome(made, null, "");
    }

    private static long value(String text, String unit, Pollutant pollutant) throws Refused {
        if (text.isEmpty()) {
            return HourValues.TOMBSTONE;
        }
        String plain = unit.replace('\u00b5', 'u').replace('\u03bc', 'u');
        if (!(pollutant == Pollutant.CO ? MILLIGRAMS : MICROGRAMS).contains(plain)) {
            throw new Refused(Reason.BAD_UNIT, "unit \"" + unit + "\" of " + pollutant.code());
        }
        long value = Decimals.parse(text);
        Reason fault = Decimals.fault(pollutant, value);
        if (fault != null) {
            throw new Refused(fault, pollutant.code() + " \"" + text + "\"");
        }
        return value;
    }

    private static OffsetDateTime time(String text, String column, Reason reason) throws Refused {
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

    private static void length(String text) throws Refused {
        try {
            long seconds = text.startsWith("PT") ? Duration.parse(text).toSeconds() : Long.parseLong(text);
            if (seconds == StationRecord.HOUR) {
                return;
            }
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            // told below, like any other length that is not an hour
        }
        throw new Refused(Reason.BAD_LENGTH, "length \"" + text + "\"");
    }

    private static long seq(String text) throws Refused {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refused(Reason.BAD_FIELD, "seq \"" + text + "\"");
        }
    }

    private static String words(String text, String column) throws Refused {
        if (text.length() > MOST_TEXT) {
            throw new Refused(Reason.BAD_FIELD, column + " has " + text.length() + " characters");
        }
        return text;
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String text, String column) throws Refused {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new Refused(Reason.BAD_FIELD, column + " \"" + text + "\"");
    }

    /** Leaves the parsing of one row at the first fault; never leaves this class. */
    private static final class Refused extends Exception {

        private final Reason reason;

        Refused(Reason reason, String found) {
            super(found, null, false, false);
            this.reason = reason;
        }
    }
}
