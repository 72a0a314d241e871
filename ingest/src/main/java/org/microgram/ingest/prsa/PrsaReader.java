package org.microgram.ingest.prsa;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.ReadReport;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Reader;
import org.microgram.ingest.ReadingSink;
import org.microgram.ingest.Records;
import org.microgram.ingest.csv.CsvTable;
import org.microgram.ingest.files.InputFiles;
import org.microgram.ingest.files.Limits;

/**
 * Stop 1 of a reading's way: {@code PRSA_Data_STATION_20130301-20170228.csv}, plain or {@code .gz}: UCI 501, Beijing Multi-Site Air Quality,
 * the hours of twelve national stations with their weather. The weather is not read.
 *
 * <p><b>Stations</b> by the alias {@code prsa:NAME} of config/stations.csv, else by the name itself.
 *
 * <p><b>Units.</b> µg/m³, and so is CO, which becomes mg/m³. {@code NA} is a missing value.
 *
 * <p><b>Time.</b> The data set does not say what its hour labels. Held against the public archive of 2016, 94,977 of the 94,985 values that both
 * have are equal when its label is taken as the archive's, and 22,731 when it is shifted by an hour either way: it is the <em>end</em> of the
 * hour, in China Standard Time, and label 0 is the last hour of the day before (PrsaAgainstArchiveTest). Records carry the start.
 *
 * <p><b>Version.</b> Its time is the end of the period that the data set covers, 2017-03-01T00:00+08:00, so where an archive of an earlier date
 * has another value, that of the data set counts: it was cleaned later. Its sequence is the number of the row.
 */
public final class PrsaReader implements Reader {

    public static final String FORMAT = "prsa";

    private final Limits limits;

    public PrsaReader() {
        this(Limits.DEFAULT);
    }

    public PrsaReader(Limits limits) {
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
        InputFiles.each(
                inputs,
                run,
                limits,
                name -> name.endsWith(".csv"),
                (file, bytes, source) -> CsvTable.read(bytes, source, run, new PrsaRows(source, run, records)));
        return run.report();
    }
}
