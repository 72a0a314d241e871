package org.microgram.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;

/**
 * Prints how fast rows of {@code air_hour} are written until visible and how much room they take. Arguments: an empty directory, rows
 * (900000), order of arrival {@code hours} (live) or {@code stations} (a backfill), and {@code sync} to wait for the disk;
 * {@code -DflushEvery=4} makes four batches visible at once.
 */
public final class MeasureQuestDb {

    private static final int BATCH = 5_000;
    private static final int FLUSH_EVERY = Integer.getInteger("flushEvery", 1);
    private static final int STATIONS = 35;

    private MeasureQuestDb() {}

    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 900_000;
        boolean byStation = args.length > 2 && args[2].equals("stations");
        int hours = count / STATIONS;

        long opening = System.nanoTime();
        try (QuestDbStore store = QuestDbStore.open(directory, args.length > 3 && args[3].equals("sync"))) {
            System.out.printf("open             %8.2f s%n", seconds(opening));
            long first = 0;
            for (int pass = 1; pass <= 2; pass++) {
                List<Row> batch = new ArrayList<>();
                long writing = 0;
                int batches = 0;
                Random random = new Random(pass);
                for (int i = 0; i < hours * STATIONS; i++) {
                    int station = byStation ? i / hours : i % STATIONS;
                    int hour = byStation ? i % hours : i / STATIONS;
                    batch.add(row(random, station, hour));
                    if (batch.size() == BATCH || i == hours * STATIONS - 1) {
                        long start = System.nanoTime();
                        store.write(batch);
                        if (++batches % FLUSH_EVERY == 0 || i == hours * STATIONS - 1) {
                            store.flush();
                        }
                        writing += System.nanoTime() - start;
                        batch = new ArrayList<>();
                    }
                }
                System.out.printf(
                        "write, pass %d    %8.0f rows/s until visible (%.1f s; the process has used %.1f s of CPU)%n",
                        pass, hours * STATIONS * 1e9 / writing, writing / 1e9, cpu());
                first = pass == 1 ? bytes(directory) : first;
            }
            System.out.printf(
                    "on disk          %8.0f MB, after every row was rewritten %d MB%n",
                    first / 1e6, bytes(directory) / 1_000_000);
            long start = System.nanoTime();
            int[] rows = {0};
            store.scan(Measurement.AIR_HOUR, Set.of(), 0, Long.MAX_VALUE, row -> rows[0]++);
            System.out.printf("scan all         %8.0f rows/s (%.1f s)%n", rows[0] / seconds(start), seconds(start));
            for (int i = 0; i < 3; i++) {
                start = System.nanoTime();
                rows[0] = 0;
                store.scan(Measurement.AIR_HOUR, Set.of(Subject.station("s7")), 0, Long.MAX_VALUE, row -> rows[0]++);
                System.out.printf("scan a station   %8.0f rows/s (%.3f s)%n", rows[0] / seconds(start), seconds(start));
                start = System.nanoTime();
                store.latest(Measurement.AIR_HOUR, Subject.station("s7"));
                System.out.printf("latest           %8.2f ms%n", seconds(start) * 1e3);
                start = System.nanoTime();
                store.write(List.of(row(new Random(1), 3, hours + i)));
                store.flush();
                System.out.printf("one row, visible %8.2f ms%n", seconds(start) * 1e3);
            }
            System.out.printf("heap             %8d MB, %s%n", heap(), resident());
            opening = System.nanoTime();
        }
        System.out.printf(
                "close            %8.2f s, %d MB left on disk%n", seconds(opening), bytes(directory) / 1_000_000);
    }

    static Row row(Random random, int station, int hour) {
        long start = 1_400_000_400L + hour * 3600L;
        Row.Builder row =
                Row.builder(new RowKey(Measurement.AIR_HOUR, Subject.station("s" + station), start, start + 3600, ""));
        int i = 0;
        for (Field field : Measurement.AIR_HOUR.fields()) {
            if (field.isText()) {
                row.text(i, field.name().equals("primary") ? "PM2.5" : "HJ 633-2012");
            } else {
                row.number(i, random.nextInt(500) * 1_000_000L);
            }
            i++;
        }
        return row.build();
    }

    private static double cpu() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(d -> d.toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static long heap() {
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? String.join(
                        " ",
                        Files.readAllLines(status).stream()
                                .filter(line -> line.startsWith("VmRSS") || line.startsWith("RssAnon"))
                                .toList())
                : "";
    }

    private static long bytes(Path directory) throws IOException {
        long[] sum = {0};
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE; // purged meanwhile
            }
        });
        return sum[0];
    }
}
