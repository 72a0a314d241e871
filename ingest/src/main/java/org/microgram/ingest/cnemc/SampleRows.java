package org.microgram.ingest.cnemc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.cnemc.WaterColumns.Layout;
import org.microgram.ingest.csv.CsvTable;
import org.microgram.ingest.csv.Refused;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.samples.SampleValues;
import org.microgram.standards.water.StationStatus;
import org.microgram.standards.water.WaterClass;
import org.microgram.standards.water.WaterParameter;

/** The rows of one file: a sample of a section each. */
final class SampleRows implements CsvTable.Rows {

    /** What stands where there is no class, no status or no time. */
    private static final Set<String> NOTHING = Set.of("", "-", "--", "*", "-1");

    private static final long NOT_ONE = Long.MIN_VALUE;

    private final String source;
    private final ReadRun run;
    private final Samples samples;
    private final SectionNames sections;
    private final long arrivalOfAll;
    private WaterColumns columns;

    /** Of a table whose rows say when they arrived. */
    SampleRows(String source, ReadRun run, Samples samples, SectionNames sections) {
        this(source, run, samples, sections, NOT_ONE);
    }

    /**
     * Of a page, whose rows arrived together.
     *
     * @param arrivalOfAll seconds since 1970 UTC
     */
    SampleRows(String source, ReadRun run, Samples samples, SectionNames sections, long arrivalOfAll) {
        this.arrivalOfAll = arrivalOfAll;
        this.source = source;
        this.run = run;
        this.samples = samples;
        this.sections = sections;
    }

    @Override
    public String header(List<String> names) {
        columns = arrivalOfAll == NOT_ONE ? WaterColumns.ofTable(names) : WaterColumns.of(Layout.PAGE, names);
        return String.join("; ", columns.faults());
    }

    @Override
    public int valuesInRow() {
        return WaterColumns.VALUES;
    }

    @Override
    public void row(long line, List<String> cells) {
        run.countRead(WaterColumns.VALUES);
        String raw = String.join(",", cells);
        if (cells.size() != columns.count()) {
            String found = cells.size() + " cells, the header has " + columns.count();
            run.refuse(Reason.CUT_ROW, source, line, found, raw, WaterColumns.VALUES);
            return;
        }
        Map<WaterParameter, SampleCell> values = new EnumMap<>(WaterParameter.class);
        columns.displayed().keySet().forEach(parameter -> values.put(parameter, columns.value(cells, parameter)));
        int empty = (int) values.values().stream()
                .filter(cell -> !cell.isRefused() && !cell.hasValue())
                .count();
        run.countEmpty(empty);
        try {
            long arrival = arrival(columns.get(cells, WaterColumns.ARRIVAL));
            String section = section(cells);
            String time = columns.get(cells, WaterColumns.TIME);
            if (NOTHING.contains(time) && empty == WaterColumns.VALUES) {
                return; // a station that is stopped: no sample, and nothing that could get lost
            }
            long second = SampleTime.resolve(time, arrival);
            hand(line, raw, cells, values, section, second, arrival * 1000);
        } catch (Refused e) {
            run.refuse(e.reason(), source, line, e.getMessage(), raw, WaterColumns.VALUES - empty);
        }
    }

    private void hand(
            long line,
            String raw,
            List<String> cells,
            Map<WaterParameter, SampleCell> values,
            String section,
            long second,
            long receivedAt) {
        Map<WaterParameter, Long> codes = new EnumMap<>(WaterParameter.class);
        List<String> notes = new ArrayList<>();
        values.forEach((parameter, cell) -> {
            if (cell.isRefused()) {
                run.refuse(cell.reason(), source, line, cell.found(), raw, 1);
            }
            cell.code().ifPresent(code -> codes.put(parameter, code));
            if (!cell.note().isEmpty()) {
                notes.add(cell.note());
            }
        });
        String publishedClass = Cells.plain(columns.get(cells, WaterColumns.CLASS));
        String status = Cells.plain(columns.get(cells, WaterColumns.STATUS));
        Optional<WaterClass> knownClass = WaterClass.find(publishedClass);
        Optional<StationStatus> knownStatus = StationStatus.find(status);
        refuseUnknown(knownClass.isPresent(), "class", publishedClass, line, raw);
        refuseUnknown(knownStatus.isPresent(), "status", status, line, raw);
        samples.automatic(
                section, second, receivedAt, new SampleValues(codes, knownClass, knownStatus), String.join(" ", notes));
    }

    /** It costs no value, but nothing that was said is dropped without a word. */
    private void refuseUnknown(boolean known, String what, String text, long line, String raw) {
        if (!known && !NOTHING.contains(text)) {
            run.refuse(Reason.BAD_FIELD, source, line, what + " \"" + text + "\"", raw, 0);
        }
    }

    private String section(List<String> cells) throws Refused {
        String province = columns.get(cells, WaterColumns.PROVINCE);
        String name = columns.get(cells, WaterColumns.NAME);
        Optional<String> id = sections.find(province, name);
        if (id.isEmpty()) {
            throw new Refused(Reason.UNKNOWN_SECTION, "section \"" + name + "\" of " + province);
        }
        return id.get();
    }

    /** Seconds since 1970 UTC: as the log says, or the end of the day of the file, or when the page was fetched. */
    private long arrival(String text) throws Refused {
        try {
            if (columns.layout() == Layout.PAGE) {
                return arrivalOfAll;
            }
            if (columns.layout() == Layout.DAILY) {
                return ChinaTime.startOf(inRange(LocalDate.parse(text)).plusDays(1));
            }
            OffsetDateTime arrival = OffsetDateTime.parse(text);
            inRange(arrival.toLocalDate());
            return arrival.toEpochSecond();
        } catch (DateTimeException e) {
            throw new Refused(Reason.BAD_TIME, "arrival \"" + text + "\"");
        }
    }

    private static LocalDate inRange(LocalDate day) throws Refused {
        if (day.getYear() < 1970 || day.getYear() > 2199) {
            throw new Refused(Reason.BAD_TIME, "arrival in " + day.getYear());
        }
        return day;
    }
}
