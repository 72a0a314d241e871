package org.microgram.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.microgram.dashboard.web.PlatformState.Conservation;
import org.microgram.messages.rows.Measurement;
import org.microgram.store.Store;

/**
 * The law of conservation over everything a data directory has read: what readers counted, a line a backfill in {@code DATA/batches.csv},
 * and what the ledgers counted, in the store.
 */
public final class Batches {

    private static final String HEADER = "batch,format,read,refused,duplicate,empty\n";

    private final Path file;

    /** @param data root of the data directory */
    public Batches(Path data) {
        this.file = data.resolve("batches.csv");
    }

    /** Keeps what the reader of a complete backfill counted and the ledgers cannot know. */
    public synchronized void append(BackfillRun.Report report) {
        String line = String.join(
                ",",
                report.batch(),
                report.reader().format(),
                Long.toString(report.reader().read()),
                Long.toString(report.reader().refusedValues()),
                Long.toString(report.reader().duplicate()),
                Long.toString(report.reader().empty()));
        try {
            String before = Files.exists(file) ? "" : HEADER;
            Files.writeString(
                    file,
                    before + line + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** In values; of a backfill that was broken off, what reached the ledgers. */
    public synchronized Conservation total(Store store) {
        Map<String, long[]> readers = readers();
        long[] sum = new long[5];
        store.scan(Measurement.DELIVERY, java.util.List.of(), 0, 1, row -> {
            sum[1] += row.number("used");
            sum[2] += row.number("refused");
            sum[3] += row.number("duplicate");
            if (!readers.containsKey(row.key().variant())) {
                sum[0] += row.number("values");
            }
        });
        for (long[] reader : readers.values()) {
            sum[0] += reader[0];
            sum[2] += reader[1];
            sum[3] += reader[2];
            sum[4] += reader[3];
        }
        return new Conservation(sum[0], sum[1], sum[2], sum[3], sum[4]);
    }

    private Map<String, long[]> readers() {
        Map<String, long[]> readers = new HashMap<>();
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .forEach(cells -> {
                            // A line that a crash cut short is a backfill whose end nobody was told.
                            if (cells.length == 6) {
                                readers.put(cells[0], new long[] {
                                    Long.parseLong(cells[2]),
                                    Long.parseLong(cells[3]),
                                    Long.parseLong(cells[4]),
                                    Long.parseLong(cells[5])
                                });
                            }
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
        return readers;
    }
}
