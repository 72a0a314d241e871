package org.microgram.ingest.openaq;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Records;
import org.microgram.ingest.csv.Columns;
import org.microgram.ingest.csv.CsvTable;
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

/** One file of the public archive: location_id,sensors_id,location,datetime,lat,lon,parameter,units,value. */
final class ArchiveFile implements CsvTable.Rows {

    private static final List<String> NEEDED =
            List.of("location_id", "sensors_id", "datetime", "parameter", "units", "value");

    private final String source;
    private final ReadRun run;
    private final Records records;
    private final OpenaqStations stations;
    private final ArrayList<Row> rows = new ArrayList<>();
    private final Set<String> offTheHour = new HashSet<>();
    private Columns columns;

    private record Row(long line, List<String> cells) {}

    private ArchiveFile(String source, ReadRun run, Records records) {
        this.source = source;
        this.run = run;
        this.records = records;
        this.stations = new OpenaqStations(run.context().network());
    }

    static void read(byte[] bytes, String source, ReadRun run, Records records) throws IOException {
        ArchiveFile file = new ArchiveFile(source, run, records);
        CsvTable.read(bytes, source, run, file);
        file.rows.forEach(file::read);
    }

    @Override
    public String header(List<String> names) {
        columns = Columns.open(names, NEEDED);
        return columns.fault();
    }

    @Override
    public int valuesInRow() {
        return 1;
    }

    /** Kept until the whole file is known: only then can be told which sensors are hourly. */
    @Override
    public void row(long line, List<String> cells) {
        rows.add(new Row(line, List.copyOf(cells)));
        if (cells.size() == columns.count()) {
            try {
                if (Math.floorMod(end(cells), StationRecord.HOUR) != 0) {
                    offTheHour.add(columns.get(cells, "sensors_id"));
                }
            } catch (Refused e) {
                // told when the row is read
            }
        }
    }

    private void read(Row row) {
        run.countRead(1);
        try {
            hour(row.cells);
        } catch (Refused e) {
            run.refuse(e.reason(), source, row.line, e.getMessage(), String.join(",", row.cells), 1);
        }
    }

    private void hour(List<String> cells) throws Refused {
        if (cells.size() != columns.count()) {
            throw new Refused(Reason.CUT_ROW, cells.size() + " cells, the header has " + columns.count());
        }
        String sensor = columns.get(cells, "sensors_id");
        String station = stations.ofSensorOrLocation(sensor, columns.get(cells, "location_id"));
        String name = columns.get(cells, "parameter");
        Pollutant pollutant = Pollutant.find(name)
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_PARAMETER, "parameter \"" + name + "\""));
        long end = end(cells);
        if (offTheHour.contains(sensor)) {
            throw new Refused(Reason.BAD_LENGTH, "sensor " + sensor + " has times off the full hour in this file");
        }
        if (!sensor.matches("\\d{1,18}")) {
            throw new Refused(Reason.BAD_FIELD, "sensors_id \"" + sensor + "\"");
        }
        long start = end - StationRecord.HOUR;
        String sent = columns.get(cells, "value");
        ReadValue value = ReadValue.ofFloating(
                SentValue.plain(pollutant, start, Missing.isCode(sent) ? "" : sent, columns.get(cells, "units")));
        if (value.isRefused()) {
            throw new Refused(value.reason(), value.found());
        }
        if (value.isAbsent()) {
            run.countEmpty(1);
            return;
        }
        Version version =
                new Version(ReviewState.RAW, Rank.HOUR, end * 1000, OpenaqReader.FORMAT, Long.parseLong(sensor));
        records.hour(station, start, version, Map.of(pollutant, value));
    }

    /** OpenAQ labels an interval by its end. */
    private long end(List<String> cells) throws Refused {
        String text = columns.get(cells, "datetime");
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1900 && time.getYear() < 2200 && time.getNano() == 0) {
                return time.toEpochSecond();
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new Refused(Reason.BAD_TIME, "datetime \"" + text + "\"");
    }
}
