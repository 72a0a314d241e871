package org.microgram.ingest.example;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.ReadReport;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Reader;
import org.microgram.ingest.ReadingSink;
import org.microgram.ingest.Records;
import org.microgram.ingest.csv.Columns;
import org.microgram.ingest.csv.CsvTable;
import org.microgram.ingest.csv.Refused;
import org.microgram.ingest.files.InputFiles;
import org.microgram.ingest.files.Limits;
import org.microgram.ingest.values.ReadValue;
import org.microgram.ingest.values.SentValue;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

/** The example of docs/extend/reader.md: tables {@code site,hour,ozone_ppb}; the hour is the end, in China Standard Time. */
public final class TwoColumnReader implements Reader {

    // begin of the example
    private final Limits limits;

    public TwoColumnReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public String format() {
        return "two-column";
    }

    @Override
    public ReadReport read(List<Path> inputs, ReadContext context, ReadingSink sink) throws IOException {
        ReadRun run = new ReadRun(format(), context, sink);
        Records records = new Records(run, format());
        InputFiles.each(
                inputs,
                run,
                limits,
                name -> name.endsWith(".csv"),
                (file, bytes, source) -> CsvTable.read(bytes, source, run, new Rows(source, run, records)));
        return run.report();
    }

    private static final class Rows implements CsvTable.Rows {

        private final String source;
        private final ReadRun run;
        private final Records records;
        private final Map<String, String> stationIds;
        private Columns columns;

        Rows(String source, ReadRun run, Records records) {
            this.source = source;
            this.run = run;
            this.records = records;
            this.stationIds = run.context().network().stationIdsByName();
        }

        @Override
        public String header(List<String> names) {
            columns = Columns.open(names, List.of("site", "hour", "ozone_ppb"));
            return columns.fault();
        }

        @Override
        public int valuesInRow() {
            return 1;
        }

        @Override
        public void row(long line, List<String> cells) {
            run.countRead(1); // counted where it is found; its fate where it is decided
            try {
                value(cells);
            } catch (Refused e) {
                run.refuse(e.reason(), source, line, e.getMessage(), String.join(",", cells), 1);
            }
        }

        private void value(List<String> cells) throws Refused {
            if (cells.size() != columns.count()) {
                throw new Refused(Reason.CUT_ROW, cells.size() + " cells, the header has " + columns.count());
            }
            String site = columns.get(cells, "site");
            String station = stationIds.get("two-column:" + site); // an alias in config/stations.csv
            if (station == null) {
                throw new Refused(Reason.UNKNOWN_STATION, "station \"two-column:" + site + "\"");
            }
            long end = end(columns.get(cells, "hour"));
            long start = end - StationRecord.HOUR; // a record carries the start, whatever the label says
            ReadValue value =
                    ReadValue.of(SentValue.plain(Pollutant.O3, start, columns.get(cells, "ozone_ppb"), "ppb"));
            if (value.isRefused()) {
                throw new Refused(value.reason(), value.found());
            }
            if (value.isAbsent()) {
                run.countEmpty(1);
                return;
            }
            // From the content alone, so that a second reading gives the same versions.
            Version version = new Version(ReviewState.RAW, Rank.HOUR, end * 1000, "two-column", 0);
            records.hour(station, start, version, Map.of(Pollutant.O3, value));
        }

        private static long end(String text) throws Refused {
            try {
                LocalDateTime time = LocalDateTime.parse(text);
                if (time.getMinute() == 0 && time.getSecond() == 0 && time.getNano() == 0) {
                    return time.toEpochSecond(ChinaTime.OFFSET);
                }
            } catch (DateTimeException e) {
                // told below
            }
            throw new Refused(Reason.BAD_TIME, "hour \"" + text + "\"");
        }
    }
    // end of the example
}
