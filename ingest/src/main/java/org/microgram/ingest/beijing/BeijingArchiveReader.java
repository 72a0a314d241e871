package org.microgram.ingest.beijing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.ReadReport;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.Reader;
import org.microgram.ingest.ReadingSink;
import org.microgram.ingest.Trace;
import org.microgram.ingest.files.Limits;
import org.microgram.ingest.files.RefusedFile;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

/**
 * Stop 1 of a reading's way: the public hourly archive of Beijing, {@code beijing_all_YYYYMMDD.csv} and {@code beijing_extra_YYYYMMDD.csv},
 * in folders, as single files or in {@code .tar.xz}. The two files of a date become one record a station and hour.
 *
 * <p><b>Units.</b> µg/m³, CO in mg/m³, as published.
 *
 * <p><b>Time.</b> The files label an hour by its <em>end</em>, in China Standard Time (UTC+8): label 16 is 15:00–16:00, and label 0 is the
 * last hour of the day before. Records carry the <em>start</em>. The version's time is the nominal time of the file, the midnight at which
 * its date ends; its sequence is date × 100 + label. Both follow from the content, so a second reading gives the same versions.
 *
 * <p><b>Twice the same.</b> A file with the same bytes as another of its date and kind is a duplicate. Of two that differ (one was cut off,
 * say), equal values are duplicates; where they disagree, both values are handed on with one version, and the greater counts (rule K1).
 * None of this depends on the order of the inputs.
 */
public final class BeijingArchiveReader implements Reader {

    public static final String FORMAT = "beijing-archive";

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private final Limits limits;

    public BeijingArchiveReader() {
        this(Limits.DEFAULT);
    }

    public BeijingArchiveReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public ReadReport read(List<Path> inputs, ReadContext context, ReadingSink sink) throws IOException {
        ReadRun run = new ReadRun(FORMAT, context, sink);
        NavigableMap<Integer, List<DailyFile>> byDate = DailyFiles.gather(inputs, run, limits);
        Stations stations = Stations.of(context.network());
        while (!byDate.isEmpty()) {
            // Polled, so that the bytes of a day are given back as soon as it is done.
            day(byDate.pollFirstEntry().getValue(), stations, run);
        }
        return run.report();
    }

    private static void day(List<DailyFile> files, Stations stations, ReadRun run) throws IOException {
        DayGrid grid = new DayGrid(stations.ids.size());
        Map<String, List<byte[]>> seen = new HashMap<>();
        for (DailyFile file : files) {
            try {
                byte[] bytes = file.content().bytes();
                DailyTable table = new DailyTable(file, bytes, run, stations.indexByName, grid);
                List<byte[]> ofItsKind = seen.computeIfAbsent(file.kind(), kind -> new ArrayList<>());
                if (ofItsKind.stream().anyMatch(other -> Arrays.equals(other, bytes))) {
                    table.countAsDuplicate();
                    run.countDuplicateFile();
                } else {
                    ofItsKind.add(bytes);
                    table.read();
                }
            } catch (RefusedFile e) {
                run.refuse(e.reason(), file.source(), 0, e.getMessage(), "", 0);
            }
            run.fileDone();
        }
        LocalDate date = files.get(0).day().orElse(null);
        if (date != null) {
            handOn(date, files.get(0).date(), grid, stations, run);
        }
    }

    private static void handOn(LocalDate day, int date, DayGrid grid, Stations stations, ReadRun run) {
        long midnight = day.atStartOfDay().toEpochSecond(CHINA);
        long receivedAt = day.plusDays(1).atStartOfDay().toEpochSecond(CHINA) * 1000;
        for (int label = 0; label < DayGrid.HOURS; label++) {
            long start = midnight + (label - 1L) * StationRecord.HOUR;
            Version version = new Version(ReviewState.RAW, Rank.HOUR, receivedAt, FORMAT, date * 100L + label);
            for (int station = 0; station < stations.ids.size(); station++) {
                for (int layer = 0; layer < grid.layers(); layer++) {
                    long[] values = grid.values(layer, label, station);
                    if (values != null) {
                        run.accept(new StationRecord(
                                stations.ids.get(station),
                                start,
                                StationRecord.HOUR,
                                version,
                                run.context().batch(),
                                stations.traces.get(station).at(start),
                                "",
                                "",
                                HourValues.of(values)));
                    }
                }
            }
        }
    }

    /** The stations of the network by index, in order of id. */
    private record Stations(List<String> ids, List<Trace> traces, Map<String, Integer> indexByName) {

        static Stations of(Network network) {
            List<String> ids =
                    network.stations().stream().map(Station::id).sorted().toList();
            List<Trace> traces = ids.stream().map(id -> Trace.of(FORMAT, id)).toList();
            Map<String, Integer> indexByName = new HashMap<>();
            network.stationIdsByName().forEach((name, id) -> indexByName.put(name, ids.indexOf(id)));
            return new Stations(ids, traces, indexByName);
        }
    }
}
