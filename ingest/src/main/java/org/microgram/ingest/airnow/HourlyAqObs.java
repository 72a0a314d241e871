package org.microgram.ingest.airnow;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Records;
import org.microgram.ingest.WideRow;
import org.microgram.ingest.csv.Columns;
import org.microgram.ingest.csv.CsvTable;
import org.microgram.ingest.csv.Refused;
import org.microgram.ingest.values.Missing;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.standards.air.Pollutant;

/** One {@code HourlyAQObs} file: a site and hour a row, with a value and a unit of each parameter. */
final class HourlyAqObs implements CsvTable.Rows {

    private static final List<String> NAMES = List.of("PM25", "PM10", "SO2", "NO2", "CO", "OZONE");
    private static final List<String> NEEDED = List.of(
            "AQSID",
            "ValidDate",
            "ValidTime",
            "PM25",
            "PM25_Unit",
            "PM10",
            "PM10_Unit",
            "SO2",
            "SO2_Unit",
            "NO2",
            "NO2_Unit",
            "CO",
            "CO_Unit",
            "OZONE",
            "OZONE_Unit");

    private final String source;
    private final ReadRun run;
    private final Records records;
    private final Map<String, String> stationIds;
    private Columns columns;

    HourlyAqObs(String source, ReadRun run, Records records) {
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
        Map<Pollutant, String> there = there(cells);
        if (there.isEmpty()) {
            run.countEmpty(Pollutant.COUNT);
            return;
        }
        try {
            String aqsId = columns.get(cells, "AQSID");
            String station = stationIds.get(AirnowReader.FORMAT + ":" + aqsId);
            if (station == null) {
                throw new Refused(Reason.UNKNOWN_STATION, "station \"airnow:" + aqsId + "\"");
            }
            long start = AirnowValue.start(columns.get(cells, "ValidDate"), columns.get(cells, "ValidTime"));
            run.countEmpty(Pollutant.COUNT - there.size());
            there.forEach((pollutant, value) -> {
                String unit = columns.get(cells, NAMES.get(pollutant.ordinal()) + "_Unit");
                row.take(pollutant, AirnowValue.read(pollutant, start, value, unit), raw);
            });
            records.hour(station, start, AirnowValue.version(start), row.values());
        } catch (Refused e) {
            run.countEmpty(Pollutant.COUNT - there.size());
            row.refuse(e.reason(), e.getMessage(), raw, there.size());
        }
    }

    private Map<Pollutant, String> there(List<String> cells) {
        Map<Pollutant, String> there = new EnumMap<>(Pollutant.class);
        for (Pollutant pollutant : Pollutant.ALL) {
            String value = columns.get(cells, NAMES.get(pollutant.ordinal()));
            if (!value.isEmpty() && !Missing.isCode(value)) {
                there.put(pollutant, value);
            }
        }
        return there;
    }
}
