package org.microgram.ingest.cnemc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.ReadReport;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Reader;
import org.microgram.ingest.ReadingSink;
import org.microgram.ingest.csv.CsvTable;
import org.microgram.ingest.files.InputFiles;
import org.microgram.ingest.files.Limits;
import org.microgram.ingest.files.RefusedFile;

/**
 * Stop 1 of a water sample's way: tables of the automatic surface-water stations as the national monitoring centre's page showed them, plain or
 * {@code .gz}, in two layouts that the header tells apart: the four-hourly log with the arrival of each row ({@code arrival_time,省份,…}), and the
 * daily file with unrounded values beside the displayed ones ({@code file_date,…,ph,…,ph_orig,…}).
 *
 * <p><b>Sections</b> by province and name (config/sections.csv), brackets of either width.
 *
 * <p><b>Values.</b> Unrounded where the file has them. {@code *} is not measured, {@code --} is no value, and they stay different. More than
 * six decimals are rounded half-even to a millionth, with a note of what was sent.
 *
 * <p><b>Time</b> in China Standard Time without a year ({@link SampleTime}).
 *
 * <p><b>Version.</b> Its time is the arrival in the log, of the daily file the end of its day. It has no position: sorting a log changes
 * nothing.
 */
public final class WaterCsvReader implements Reader {

    public static final String FORMAT = "cnemc-water-csv";

    private final Limits limits;

    public WaterCsvReader() {
        this(Limits.DEFAULT);
    }

    public WaterCsvReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public ReadReport read(List<Path> inputs, ReadContext context, ReadingSink sink) throws IOException {
        ReadRun run = new ReadRun(FORMAT, context, sink);
        Samples samples = new Samples(run, FORMAT);
        SectionNames sections = new SectionNames(context.network().water());
        for (Path file : InputFiles.gather(inputs, run, name -> name.endsWith(".csv"))) {
            String source = file.toString();
            try {
                SampleRows rows = new SampleRows(source, run, samples, sections);
                CsvTable.read(InputFiles.read(file, limits), source, run, rows);
            } catch (RefusedFile e) {
                run.refuse(e.reason(), source, 0, e.getMessage(), "", 0);
            }
            run.fileDone();
        }
        return run.report();
    }
}
