package org.microgram.ingest.csv;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Rights;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.WaterNetwork;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterParameter;

/**
 * Makes of one row of {@code readings-csv} that speaks of water what it says, or says why it cannot be used.
 *
 * <p>Water is taken at a moment: {@code start} is that moment. A length of nothing ({@code PT0S}) is a sample that a person took (采测分离); one of
 * four hours ({@code PT4H}) that of an automatic station, which stands for its four hours.
 */
final class SampleParser {

    private static final long BY_HAND = 0;
    private static final long AUTOMATIC = 4 * 3600;

    /** The parameter of a row that says how a station or its section was: out of service, dry, frozen over. */
    private static final String STATUS = "status";

    private static final String STATUS_ZH = "状态";

    /**
     * What a row says.
     *
     * @param section id
     * @param second when the water was taken, seconds since 1970 UTC
     * @param byHand whether a person took it
     * @param value what it says of the parameter; of none when it says how the station or the section was
     * @param status what it says of that; empty when it speaks of a parameter
     */
    record Said(
            String section,
            long second,
            boolean byHand,
            Version version,
            String author,
            String reason,
            WaterParameter parameter,
            SampleValue value,
            Optional<StationStatus> status) {}

    private final Map<String, String> sectionIds = new HashMap<>();
    private final Rights rights;

    /** @param rights of whoever reads the rows in */
    SampleParser(WaterNetwork water, Rights rights) {
        this.rights = rights;
        for (Section section : water.sections()) {
            sectionIds.put(section.id(), section.id());
            sectionIds.put(section.province() + "/" + section.nameZh(), section.id());
            section.aliases().forEach(alias -> sectionIds.put(section.province() + "/" + alias, section.id()));
        }
    }

    /** Whether a row's parameter is one of water; rows that are cut off speak of nothing. */
    static boolean speaksOfWater(Columns columns, List<String> row) {
        return row.size() == columns.count()
                && Pollutant.find(columns.get(row, "parameter")).isEmpty()
                && (isStatus(columns.get(row, "parameter"))
                        || WaterParameter.find(columns.get(row, "parameter")).isPresent());
    }

    private static boolean isStatus(String parameter) {
        return parameter.equals(STATUS) || parameter.equals(STATUS_ZH);
    }

    Said parse(Columns columns, List<String> row) throws Refused {
        String name = columns.get(row, "station");
        String section = Optional.ofNullable(sectionIds.get(name))
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_SECTION, "section \"" + name + "\""));
        OffsetDateTime taken = RowParser.time(columns.get(row, "start"), "start", Reason.BAD_TIME);
        if (taken.getNano() != 0) {
            throw new Refused(Reason.BAD_TIME, "start " + taken + " is not a full second");
        }
        boolean byHand = length(columns.get(row, "length")) == BY_HAND;
        OffsetDateTime receivedAt = RowParser.time(columns.get(row, "received_at"), "received_at", Reason.BAD_FIELD);
        if (taken.toInstant().isAfter(receivedAt.toInstant())) {
            throw new Refused(Reason.IN_THE_FUTURE, "start " + taken + ", received at " + receivedAt);
        }
        Rank rank = RowParser.oneOf(Rank.class, columns.get(row, "rank"), "rank");
        if (rank == Rank.MINUTES) {
            throw new Refused(Reason.BAD_FIELD, "rank minutes of a sample of water, which is hour or audited");
        }
        ReviewState state = RowParser.oneOf(ReviewState.class, columns.get(row, "state"), "state");
        String author = RowParser.words(columns.get(row, "author"), "author");
        String reason = RowParser.words(columns.get(row, "reason"), "reason");
        if (rank == Rank.AUDITED && (author.isEmpty() || reason.isEmpty())) {
            throw new Refused(Reason.NO_AUTHOR, author.isEmpty() ? "no author" : "no reason");
        }
        Version version = new Version(
                state,
                rank,
                receivedAt.toInstant().toEpochMilli(),
                ReadingsCsvReader.FORMAT,
                RowParser.seq(columns.get(row, "seq")));
        if (isStatus(columns.get(row, "parameter"))) {
            if (!rights.cover(version)) {
                throw new Refused(Reason.NOT_ALLOWED, ReadRun.notCovered(version));
            }
            StationStatus status = status(columns.get(row, "value"));
            return new Said(
                    section,
                    taken.toEpochSecond(),
                    byHand,
                    version,
                    author,
                    reason,
                    null,
                    SampleValue.NOTHING,
                    Optional.of(status));
        }
        WaterParameter parameter =
                WaterParameter.find(columns.get(row, "parameter")).orElseThrow();
        SampleValue value = SampleValue.of(parameter, columns, row, rank == Rank.AUDITED);
        // An absent value says nothing, whoever brings it.
        if (value.isValue() && !rights.cover(version)) {
            throw new Refused(Reason.NOT_ALLOWED, ReadRun.notCovered(version));
        }
        return new Said(
                section, taken.toEpochSecond(), byHand, version, author, reason, parameter, value, Optional.empty());
    }

    private static StationStatus status(String text) throws Refused {
        return StationStatus.ofCode(text)
                .or(() -> StationStatus.find(text))
                .orElseThrow(() -> new Refused(
                        Reason.BAD_FIELD,
                        "status \"" + text + "\", which is one of "
                                + String.join(
                                        ", ",
                                        StationStatus.ALL.stream()
                                                .map(StationStatus::code)
                                                .toList())));
    }

    private static long length(String text) throws Refused {
        long seconds = -1;
        try {
            seconds = text.startsWith("PT") ? Duration.parse(text).toSeconds() : Long.parseLong(text);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            // told below, like any other length that cannot be used
        }
        if (seconds != BY_HAND && seconds != AUTOMATIC) {
            throw new Refused(
                    Reason.BAD_LENGTH,
                    "length \"" + text
                            + "\" of a sample of water, which is PT0S by hand, PT4H of an automatic station");
        }
        return seconds;
    }
}
