package org.microgram.ingest.prsa;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Records;
import org.microgram.ingest.WideRow;
import org.microgram.ingest.csv.Columns;
import org.microgram.ingest.csv.CsvTable;
import org.microgram.ingest.csv.Refused;
import org.microgram.ingest.values.ReadValue;
import org.microgram.ingest.values.SentValue;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

/** The rows of one file of the data set: an hour of a station each. */
final class PrsaRows implements CsvTable.Rows {

    private static final List<String> NEEDED = needed();

    /** 2017-03-01T00:00+08:00, seconds since 1970 UTC: the end of what the data set covers. */
    static final long END = LocalDateTime.of(2017, 3, 1, 0, 0).toEpochSecond(ChinaTime.OFFSET);

    private static final String MISSING = "NA";

    private final String source;
    private final ReadRun run;
    private final Records records;
    private final Map<String, String> stationIds;
    private Columns columns;

    PrsaRows(String source, ReadRun run, Records records) {
        this.source = source;
        this.run = run;
        this.records = records;
        this.stationIds = run.context().network().stationIdsByName();
    }

    @Override
    public String header(List<String> names) {
        columns = Columns.open(names, NEEDED);
        return columns.fault();
    }

    @Override
    public int valuesInRow() {
        return Pollutant.COUNT;
    }

    @Override
    public void row(long line, List<String> cells) {
        WideRow row = new WideRow(run, source, line);
        run.countRead(Pollutant.COUNT);
        String raw = String.join(",", cells);
        if (cells.size() != columns.count()) {
            String found = cells.size() + " cells, the header has " + columns.count();
            row.refuse(Reason.CUT_ROW, found, raw, Pollutant.COUNT);
            return;
        }
        int missing = (int)
                Pollutant.ALL.stream().filter(p -> value(cells, p).isEmpty()).count();
        try {
            String station = station(columns.get(cells, "station"));
            long start = start(cells);
            Version version =
                    new Version(ReviewState.RAW, Rank.HOUR, END * 1000, PrsaReader.FORMAT, number(cells, "No"));
            for (Pollutant pollutant : Pollutant.ALL) {
                row.take(pollutant, read(pollutant, start, value(cells, pollutant)), raw);
            }
            records.hour(station, start, version, row.values());
        } catch (Refused e) {
            run.countEmpty(missing);
            row.refuse(e.reason(), e.getMessage(), raw, Pollutant.COUNT - missing);
        }
    }

    private static ReadValue read(Pollutant pollutant, long start, String value) {
        return ReadValue.of(SentValue.plain(pollutant, start, value, "ug/m3"));
    }

    private String value(List<String> cells, Pollutant pollutant) {
        String value = columns.get(cells, pollutant.code());
        return value.equals(MISSING) ? "" : value;
    }

    private String station(String name) throws Refused {
        String id = stationIds.getOrDefault(PrsaReader.FORMAT + ":" + name, stationIds.get(name));
        if (id == null) {
            throw new Refused(Reason.UNKNOWN_STATION, "station \"" + name + "\"");
        }
        return id;
    }

    /** The label is the end of the hour; the start is an hour before it. */
    private long start(List<String> cells) throws Refused {
        try {
            long end = LocalDateTime.of(
                            (int) number(cells, "year"),
                            (int) number(cells, "month"),
                            (int) number(cells, "day"),
                            (int) number(cells, "hour"),
                            0)
                    .toEpochSecond(ChinaTime.OFFSET);
            if (end > END) {
                throw new Refused(Reason.BAD_TIME, "an hour behind the end of the data set, 2017-02-28");
            }
            return end - StationRecord.HOUR;
        } catch (DateTimeException e) {
            throw new Refused(Reason.BAD_TIME, "year, month, day, hour: " + e.getMessage());
        }
    }

    private long number(List<String> cells, String column) throws Refused {
        String text = columns.get(cells, column);
        if (!text.matches("\\d{1,9}")) {
            throw new Refused(Reason.BAD_TIME, column + " \"" + text + "\"");
        }
        return Long.parseLong(text);
    }

    private static List<String> needed() {
        List<String> needed = new ArrayList<>(List.of("No", "year", "month", "day", "hour", "station"));
        Pollutant.ALL.forEach(pollutant -> needed.add(pollutant.code()));
        return List.copyOf(needed);
    }
}
