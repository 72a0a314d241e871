package org.microgram.ingest.cnemc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.ReadReport;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Reader;
import org.microgram.ingest.ReadingSink;
import org.microgram.ingest.csv.Refused;
import org.microgram.ingest.files.InputFiles;
import org.microgram.ingest.files.Limits;

/**
 * Stop 1 of a water sample's way: what the national monitoring centre's page of 2026 fetches, as JSON, plain or {@code .gz}.
 *
 * <p><b>Sections</b> by province and name (config/sections.csv), brackets of either width.
 *
 * <p><b>Values.</b> The unrounded one within the cell where it says one, else the displayed one. {@code *} and {@code --} stay different; why
 * there is none ({@code 当天质控不合格}, quality control failed that day) is kept as a note. The class is a digit from 1 to 6, or −1 for none; a
 * status of the station is not on this page.
 *
 * <p><b>Time</b> in China Standard Time without a year ({@link SampleTime}), by when the page was fetched ({@link PageTime}), which is also the
 * version's time.
 */
public final class WaterPageReader implements Reader {

    public static final String FORMAT = "cnemc-water-page";

    private final Limits limits;

    public WaterPageReader() {
        this(Limits.DEFAULT);
    }

    public WaterPageReader(Limits limits) {
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
        InputFiles.each(inputs, run, limits, name -> name.endsWith(".json"), (file, bytes, source) -> {
            try {
                SampleRows rows = new SampleRows(source, run, samples, sections, PageTime.of(file));
                new WaterPage(source, run).read(bytes, rows);
            } catch (Refused e) {
                run.refuse(e.reason(), source, 0, e.getMessage(), "", 0);
            }
        });
        return run.report();
    }
}
