package org.microgram.ingest.openaq;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.ReadReport;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Reader;
import org.microgram.ingest.ReadingSink;
import org.microgram.ingest.Records;
import org.microgram.ingest.files.InputFiles;
import org.microgram.ingest.files.Limits;
import org.microgram.ingest.minutes.HoursFromMinutes;

/**
 * Stop 1 of a reading's way: OpenAQ, as pages of its API v3 ({@code /v3/sensors/ID/measurements} and {@code /hours}, {@code .json}) and as
 * files of its public archive ({@code location-ID-YYYYMMDD.csv}); both plain or {@code .gz}.
 *
 * <p><b>Stations</b> by the aliases {@code openaq:LOCATION} or {@code openaq:sensor-SENSOR} of config/stations.csv. A page does not say which
 * sensor it is of, so its file is named by it: {@code sensor-3917-….json} or {@code location-2178-….json}.
 *
 * <p><b>Time.</b> OpenAQ labels an hour by its end. Of pages, {@code period.datetimeFrom} and {@code datetimeTo} are used, never a label; of the
 * archive, the start is an hour before {@code datetime}. Rows of the archive do not say how long their interval is: a sensor with a time off the
 * full hour in a file is refused with all its rows there. Intervals of a page under an hour form hours (45 minutes).
 *
 * <p><b>Values.</b> Units as stated; {@code -999} is a missing value, and so is null; OpenAQ's means are binary floating point, so values are
 * rounded to a millionth. An hour that OpenAQ itself formed of under 45 minutes (its {@code coverage}) is refused.
 *
 * <p><b>Version.</b> Its time is the end of the interval, as nothing says when a value arrived; its sequence the sensor, where it is known: of
 * two sensors of one station and parameter the one with the greater id counts.
 */
public final class OpenaqReader implements Reader {

    public static final String FORMAT = "openaq";

    private static final String PAGE = ".json";

    private final Limits limits;

    public OpenaqReader() {
        this(Limits.DEFAULT);
    }

    public OpenaqReader(Limits limits) {
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
        HoursFromMinutes hours = new HoursFromMinutes(run, FORMAT);
        Predicate<String> wanted = name -> name.endsWith(PAGE) || name.endsWith(".csv");
        InputFiles.each(inputs, run, limits, wanted, (file, bytes, source) -> {
            if (InputFiles.withoutGzip(file).endsWith(PAGE)) {
                new Page(source, run, records, hours).read(bytes);
            } else {
                ArchiveFile.read(bytes, source, run, records);
            }
        });
        hours.handOn();
        return run.report();
    }
}
