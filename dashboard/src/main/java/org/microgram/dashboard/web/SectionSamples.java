package org.microgram.dashboard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.microgram.messages.network.Section;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.screening.WaterFlag;
import org.microgram.standards.water.WaterParameter;
import org.microgram.store.Store;

/** The samples of a section on one day, as they were received and as they were judged. */
final class SectionSamples {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final int SECONDS_OF_MINUTE = 60;

    /** That there is no value this time. */
    static final String NO_VALUE = "--";

    private final Store store;

    SectionSamples(Store store) {
        this.store = store;
    }

    View of(Section section, LocalDate day) {
        return new View(
                section.id(),
                day.toString(),
                between(section, Hours.startOfDay(day), Hours.startOfDay(day.plusDays(1))));
    }

    /** In order of time; seconds since 1970 UTC, the last one not included. */
    List<Sample> between(Section section, long from, long to) {
        List<Sample> samples = new ArrayList<>();
        store.scan(
                Measurement.WATER_SAMPLE,
                List.of(Subject.section(section.id())),
                from,
                to,
                row -> samples.add(sample(row)));
        return samples;
    }

    private static Sample sample(Row row) {
        return new Sample(
                interval(row),
                row.number("by_hand") == 1,
                Figures.integer(row, "class_published"),
                row.text("station_status"),
                Figures.integer(row, "class"),
                Figures.integer(row, "class_realtime"),
                row.text("governing"),
                row.text("governing_realtime"),
                row.text("lacking"),
                row.text("not_assessed"),
                Figures.integer(row, "revision"),
                flags(row),
                WaterFields.COLUMNS.stream()
                        .map(parameter -> said(row, parameter))
                        .toList());
    }

    /** When the water was taken, its seconds only where it has any; marked when a person took it. */
    static String interval(Row row) {
        long second = row.key().startSecond();
        DateTimeFormatter shape = second % SECONDS_OF_MINUTE == 0 ? MINUTE : SECOND;
        String moment = shape.format(Instant.ofEpochSecond(second).atZone(Hours.BEIJING));
        return row.number("by_hand") == 1 ? moment + "/manual" : moment;
    }

    /** Codes of the rules that suspect a value, by parameter. */
    static Map<String, List<String>> flags(Row row) {
        Map<String, List<String>> flags = new LinkedHashMap<>();
        for (String code :
                row.text("flags") == null ? new String[0] : row.text("flags").split(" ")) {
            WaterFlag.find(code)
                    .ifPresent(flag -> flags.computeIfAbsent(flag.parameter().code(), parameter -> new ArrayList<>())
                            .add(flag.rule().code()));
        }
        return flags;
    }

    /** What a sample says of a parameter. */
    static Said said(Row row, WaterParameter parameter) {
        String code = parameter.code();
        return new Said(
                code,
                Figures.text(row, parameter.column()),
                after(row.text("below_detection"), code + "<"),
                after(row.text("absent"), code + ":"));
    }

    /** The rest of the word that begins so; null when none does. */
    private static String after(String words, String beginning) {
        for (String word : words == null ? new String[0] : words.split(" ")) {
            if (word.startsWith(beginning)) {
                return word.substring(beginning.length());
            }
        }
        return null;
    }

    /** The answer of {@code /api/section/samples}. */
    record View(String id, String day, List<Sample> samples) {}

    /**
     * @param interval as its keys name it: when the water was taken, {@code 2020-05-01T08:00}, {@code 2020-05-01T08:00/manual} by hand
     * @param classPublished 1 to 6 as its publisher gave it; null when it gave none
     * @param stationStatus normal, maintenance, stopped or no_conditions; null when nothing was said
     * @param waterClass by the profile assessment
     * @param flags rules that suspect a value, by parameter
     */
    record Sample(
            String interval,
            boolean byHand,
            Integer classPublished,
            String stationStatus,
            Integer waterClass,
            Integer waterClassRealtime,
            String governing,
            String governingRealtime,
            String lacking,
            String notAssessed,
            Integer revision,
            Map<String, List<String>> flags,
            List<Said> values) {}

    /**
     * One of the three, or none of them when the sample does not speak of it.
     *
     * @param value as received
     * @param below the detection limit that it lies below
     * @param absent {@code *} not measured at this section, {@code --} no value this time
     */
    record Said(String parameter, String value, String below, String absent) {}
}
