package org.microgram.messages.water;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.Measured;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;

/**
 * What messages said of samples as rows of the measurement {@code water_reading} and back: every version ever received stays readable, so
 * that any figure of water can be recounted as of any moment (rule K2). {@code air.ReadingRows} is the same of the air.
 *
 * <p>Values are in millionths of the parameter's unit, times seconds since 1970 UTC, arrivals milliseconds. The batch is not kept: it says
 * how a sample came, not what it says.
 */
public final class SampleRows {

    // The numbers in the store, whatever order the enums are ever declared in.
    private static final List<ReviewState> STATES =
            List.of(ReviewState.RAW, ReviewState.FIRST, ReviewState.SECOND, ReviewState.FINAL);
    private static final List<Rank> RANKS = List.of(Rank.MINUTES, Rank.HOUR, Rank.AUDITED);

    private static final String WITHDRAWN = "withdrawn";

    private SampleRows() {}

    /** Whether it says anything at all: of what does not, nothing is to be kept. */
    public static boolean says(SectionSample sample) {
        SampleValues values = sample.values();
        return !values.codes().isEmpty()
                || values.publishedClass().isPresent()
                || values.status().isPresent();
    }

    /** The row of a message; two messages with different versions or values never share a key. */
    public static Row row(SectionSample sample) {
        Version version = sample.version();
        SampleValues values = sample.values();
        Row.Builder row = Row.builder(new RowKey(
                Measurement.WATER_READING,
                Subject.section(sample.section()),
                sample.second(),
                sample.second() + 1,
                variant(sample)));
        List<String> others = new ArrayList<>();
        values.codes().forEach((parameter, code) -> {
            if (hasColumn(parameter) && isPlain(code)) {
                row.number(parameter.column(), Math.floorDiv(code, 2L));
            } else {
                others.add(parameter.code() + print(code));
            }
        });
        values.publishedClass().ifPresent(each -> row.number("class_published", each.number()));
        values.status().ifPresent(each -> row.text("station_status", each.code()));
        return row.text("others", orNone(String.join(" ", others)))
                .number("by_hand", sample.byHand() ? 1 : 0)
                .number("state", STATES.indexOf(version.state()))
                .number("rank", RANKS.indexOf(version.rank()))
                .number("received_at", version.receivedAt())
                .number("seq", version.seq())
                .text("source", orNone(version.source()))
                .text("author", orNone(sample.author()))
                .text("reason", orNone(sample.reason()))
                .text("trace", orNone(sample.trace()))
                .text("notes", orNone(sample.notes()))
                .build();
    }

    /** The message that a row was made of, with an empty batch. */
    public static SectionSample sample(Row row) {
        Map<WaterParameter, Long> codes = new EnumMap<>(WaterParameter.class);
        for (WaterParameter parameter : WaterFields.COLUMNS) {
            if (row.has(parameter.column())) {
                codes.put(parameter, SampleValues.code(new Measured.Value(row.number(parameter.column()))));
            }
        }
        for (String each : orEmpty(row.text("others")).split(" ")) {
            if (!each.isEmpty()) {
                parse(each, codes);
            }
        }
        Version version = new Version(
                STATES.get((int) row.number("state")),
                RANKS.get((int) row.number("rank")),
                row.number("received_at"),
                orEmpty(row.text("source")),
                row.number("seq"));
        return new SectionSample(
                row.subject().id(),
                row.key().startSecond(),
                row.number("by_hand") == 1,
                version,
                "",
                orEmpty(row.text("trace")),
                orEmpty(row.text("author")),
                orEmpty(row.text("reason")),
                new SampleValues(
                        codes,
                        row.has("class_published")
                                ? Optional.of(WaterClass.ofNumber((int) row.number("class_published")))
                                : Optional.empty(),
                        Optional.ofNullable(row.text("station_status")).flatMap(StationStatus::ofCode)),
                orEmpty(row.text("notes")));
    }

    private static boolean hasColumn(WaterParameter parameter) {
        return WaterFields.COLUMNS.contains(parameter);
    }

    /** Whether a code is a number, neither a limit of detection nor that there is none. */
    private static boolean isPlain(long code) {
        return code != SampleValues.WITHDRAWN && !SampleValues.isAbsence(code) && (code & 1) == 0;
    }

    private static String print(long code) {
        if (code == SampleValues.WITHDRAWN) {
            return ":" + WITHDRAWN;
        }
        Measured measured = SampleValues.measured(code);
        if (measured instanceof Measured.Absent absent) {
            return ":" + absent.why().sign();
        }
        return (isPlain(code) ? "=" : "<") + Scaled.print(Math.floorDiv(code, 2L), Scaled.DIGITS);
    }

    private static void parse(String text, Map<WaterParameter, Long> codes) {
        int at = 0;
        while ("=<:".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        WaterParameter parameter = WaterParameter.find(text.substring(0, at)).orElseThrow();
        String said = text.substring(at + 1);
        codes.put(
                parameter,
                switch (text.charAt(at)) {
                    case '=' -> SampleValues.code(new Measured.Value(Scaled.parse(said)));
                    case '<' -> SampleValues.code(new Measured.BelowDetection(Scaled.parse(said)));
                    default ->
                        said.equals(WITHDRAWN)
                                ? SampleValues.WITHDRAWN
                                : said.equals(Measured.Absence.NOT_MEASURED.sign())
                                        ? SampleValues.NOT_MEASURED
                                        : SampleValues.NO_VALUE;
                });
    }

    /** {@code state.rank.receivedAt.seq.hand.digest.source}: the source comes last because it alone may hold a dot. */
    private static String variant(SectionSample sample) {
        Version version = sample.version();
        return STATES.indexOf(version.state())
                + "."
                + RANKS.indexOf(version.rank())
                + "."
                + version.receivedAt()
                + "."
                + version.seq()
                + "."
                + (sample.byHand() ? "manual" : "")
                + "."
                + Long.toHexString(digest(sample.values()))
                + "."
                + version.source();
    }

    /** 64 bits, the same on every machine; each step is a bijection of the state, so that small differences cannot cancel out. */
    private static long digest(SampleValues values) {
        long hash = values.publishedClass().map(WaterClass::number).orElse(0) * 16L
                + values.status().map(status -> status.ordinal() + 1).orElse(0);
        for (Map.Entry<WaterParameter, Long> each : values.codes().entrySet()) {
            hash = mixed(hash ^ each.getKey().ordinal() + 1);
            hash = mixed(hash ^ each.getValue());
        }
        return hash;
    }

    private static long mixed(long hash) {
        long product = hash * 0xBF58476D1CE4E5B9L;
        return product ^ product >>> 31;
    }

    /** A store keeps no difference between empty and none. */
    private static String orNone(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
