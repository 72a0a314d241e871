package org.microgram.ingest.airnow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.ReadReport;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Reader;
import org.microgram.ingest.ReadingSink;
import org.microgram.ingest.Records;
import org.microgram.ingest.csv.CsvTable;
import org.microgram.ingest.files.InputFiles;
import org.microgram.ingest.files.Limits;
import org.microgram.ingest.files.TextBytes;

/**
 * Stop 1 of a reading's way: AirNow's {@code HourlyData_YYYYMMDDHH.dat} (a value a row, separated by |, no header) and
 * {@code HourlyAQObs_YYYYMMDDHH.dat} or {@code .csv} (a site a row, with header), plain or {@code .gz}. Which of the two a file is, its first
 * line says.
 *
 * <p><b>Stations</b> by the alias {@code airnow:AQSID} of config/stations.csv.
 *
 * <p><b>Units.</b> PPB and PPM become µg/m³ (CO mg/m³) at the reference state of the sampling day; value, unit and factor stay in the note.
 * {@code -999} is AirNow's code of a missing value, as is an empty cell. AirNow's AQI is not read.
 *
 * <p><b>Time.</b> GMT, the <em>begin</em> of the hour (medium confidence: AQS practice and forecasters' code; the fact sheets say "valid time").
 * The version's time is the end of the hour, as AirNow sends it within the next one and a file does not say when; its sequence is 0. A file
 * that AirNow replaced by another of the same hour has the same version: of the two values the greater counts.
 */
public final class AirnowReader implements Reader {

    public static final String FORMAT = "airnow";

    private final Limits limits;

    public AirnowReader() {
        this(Limits.DEFAULT);
    }

    public AirnowReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public ReadReport read(List<Path> inputs, ReadContext context, ReadingSink sink) throws IOException {
        ReadRun run = new ReadRun(FORMAT, context, sink);
        Records records = new Records(run, FORMAT);
        Predicate<String> wanted = name -> name.endsWith(".dat") || name.endsWith(".csv");
        InputFiles.each(inputs, run, limits, wanted, (file, bytes, source) -> {
            if (hasHeader(bytes)) {
                CsvTable.read(bytes, source, run, new HourlyAqObs(source, run, records));
            } else if (TextBytes.checked(bytes, source, run)) {
                new HourlyData(source, run, records).read(bytes);
            }
        });
        return run.report();
    }

    private static boolean hasHeader(byte[] bytes) {
        String begin = new String(bytes, 0, Math.min(bytes.length, 20), StandardCharsets.ISO_8859_1);
        return begin.contains("AQSID");
    }
}
