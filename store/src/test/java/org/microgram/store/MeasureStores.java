package org.microgram.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.store.influx.InfluxServer;
import org.microgram.store.influx.InfluxStore;

/**
 * Prints how fast the embedded store and an InfluxDB take and give the same rows, one after the other in one run: rows of
 * {@code air_hour} with all fields, and readings, whose variants InfluxDB has to be asked for. Arguments: an empty directory, rows (200000),
 * rows a write (50000, as a backfill writes).
 */
public final class MeasureStores {

    private static final int STATIONS = 35;

    private MeasureStores() {}

    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        int rows = args.length > 1 ? Integer.parseInt(args[1]) : 200_000;
        int batch = args.length > 2 ? Integer.parseInt(args[2]) : 50_000;
        try (InfluxServer server = InfluxServer.start(directory.resolve("influx"))) {
            for (int round = 1; round <= 2; round++) {
                try (Store store = QuestDbStore.open(directory.resolve("questdb" + round))) {
                    measure("QuestDB " + round, store, rows, batch);
                }
                try (Store store = InfluxStore.open(server.settings("measure" + round))) {
                    measure("InfluxDB " + round, store, rows, batch);
                }
            }
            System.out.println("InfluxDB " + InfluxStore.version(server.settings("any")) + ", " + server.memory());
        }
    }

    private static void measure(String name, Store store, int rows, int batch) {
        Random random = new Random(1);
        List<Row> hours = new ArrayList<>();
        List<Row> readings = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Row hour = MeasureQuestDb.row(random, i % STATIONS, i / STATIONS);
            hours.add(hour);
            readings.add(reading(hour, i));
        }
        System.out.printf(
                "%-11s air_hour %8.0f, again %8.0f; reading %8.0f, again %8.0f rows/s until visible;",
                name,
                written(store, hours, batch),
                written(store, hours, batch),
                written(store, readings, batch),
                written(store, readings, batch));
        long began = System.nanoTime();
        int[] seen = {0};
        store.scan(Measurement.AIR_HOUR, Set.of(), 0, Long.MAX_VALUE, row -> seen[0]++);
        System.out.printf(" scan %8.0f rows/s%n", perSecond(seen[0], began));
        if (seen[0] != rows) {
            throw new IllegalStateException(seen[0] + " rows of " + rows);
        }
    }

    private static double written(Store store, List<Row> rows, int batch) {
        long began = System.nanoTime();
        for (int i = 0; i < rows.size(); i += batch) {
            store.write(rows.subList(i, Math.min(rows.size(), i + batch)));
            store.flush();
        }
        return perSecond(rows.size(), began);
    }

    private static Row reading(Row hour, int seq) {
        RowKey key = hour.key();
        return Row.builder(new RowKey(
                        Measurement.READING,
                        Subject.station(key.subject().id()),
                        key.startSecond(),
                        key.endSecond(),
                        "0 1 " + key.endSecond() + "000 beijing_all_20190212.csv " + seq))
                .number("pm25", hour.number("pm25"))
                .number("seq", seq)
                .text("source", "beijing_all_20190212.csv")
                .text("trace", "6d6963726f6772616d")
                .build();
    }

    private static double perSecond(int rows, long began) {
        return rows * 1e9 / (System.nanoTime() - began);
    }
}
