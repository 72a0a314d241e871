package org.microgram.ingest.airnow;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Records;
import org.microgram.ingest.csv.Refused;
import org.microgram.ingest.values.ReadValue;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.standards.air.Pollutant;

/** One {@code HourlyData} file: date|time|AQSID|site|GMT offset|parameter|unit|value|source. */
final class HourlyData {

    private static final int CELLS = 9;

    private final String source;
    private final ReadRun run;
    private final Records records;
    private final Map<String, String> stationIds;

    HourlyData(String source, ReadRun run, Records records) {
        this.source = source;
        this.run = run;
        this.records = records;
        this.stationIds = run.context().network().stationIdsByName();
    }

    /** Names of sites may be in any encoding; what is used of a row is ASCII. */
    void read(byte[] bytes) {
        int line = 0;
        for (String row : new String(bytes, StandardCharsets.ISO_8859_1).split("\r?\n")) {
            line++;
            if (!row.isBlank()) {
                row(line, row);
            }
        }
    }

    private void row(int line, String row) {
        run.countRead(1);
        try {
            String[] cells = row.split("\\|", -1);
            if (cells.length != CELLS) {
                throw new Refused(Reason.CUT_ROW, cells.length + " cells, a row has " + CELLS);
            }
            String station = stationIds.get(AirnowReader.FORMAT + ":" + cells[2].strip());
            if (station == null) {
                throw new Refused(Reason.UNKNOWN_STATION, "station \"airnow:" + cells[2].strip() + "\"");
            }
            Pollutant pollutant = AirnowValue.pollutant(cells[5].strip())
                    .orElseThrow(() -> new Refused(Reason.UNKNOWN_PARAMETER, "parameter \"" + cells[5] + "\""));
            long start = AirnowValue.start(cells[0].strip(), cells[1].strip());
            ReadValue value = AirnowValue.read(pollutant, start, cells[7].strip(), cells[6].strip());
            if (value.isRefused()) {
                throw new Refused(value.reason(), value.found());
            }
            if (value.isAbsent()) {
                run.countEmpty(1);
            } else {
                records.hour(station, start, AirnowValue.version(start), Map.of(pollutant, value));
            }
        } catch (Refused e) {
            run.refuse(e.reason(), source, line, e.getMessage(), row, 1);
        }
    }
}
