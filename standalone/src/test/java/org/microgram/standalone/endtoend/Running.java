package org.microgram.standalone.endtoend;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.microgram.ingest.KnownDefects;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.Readers;
import org.microgram.messages.network.Network;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.standalone.DataDirectory;
import org.microgram.standalone.platform.BackfillRun;
import org.microgram.standalone.platform.Platform;
import org.microgram.standalone.platform.StorePlace;

/** The real platform over a data directory, and what its store-writer got. */
final class Running implements AutoCloseable {

    private static final long FIRST = -10_000_000_000L;
    private static final long LAST = 100_000_000_000L;

    private final DataDirectory data;
    private final Platform platform;
    private final MeterRegistry metrics;
    private final List<Platform.Step> said;
    private final List<Row> written = new ArrayList<>();
    private boolean keepsWritten = true;

    private Running(DataDirectory data, Platform platform, MeterRegistry metrics, List<Platform.Step> said) {
        this.data = data;
        this.platform = platform;
        this.metrics = metrics;
        this.said = said;
        platform.writer().onRows(rows -> {
            synchronized (written) {
                if (keepsWritten) {
                    written.addAll(rows);
                }
            }
        });
    }

    static Running at(Path folder, Network network) throws Exception {
        return at(folder, network, StorePlace::embedded);
    }

    /** The same with a store of one's choice. */
    static Running at(Path folder, Network network, Function<DataDirectory, StorePlace> place) throws Exception {
        DataDirectory data = DataDirectory.open(folder);
        try {
            MeterRegistry metrics = new SimpleMeterRegistry();
            List<Platform.Step> said = new CopyOnWriteArrayList<>();
            return new Running(
                    data,
                    Platform.start(data, network, metrics, said::add, Optional.empty(), place.apply(data)),
                    metrics,
                    said);
        } catch (Exception | Error e) {
            data.close();
            throw e;
        }
    }

    Platform platform() {
        return platform;
    }

    /** What a gauge or counter says. */
    double metric(String name) {
        return metrics.get(name).meter().measure().iterator().next().getValue();
    }

    /** What a person was told, so far. */
    List<Platform.Step> said() {
        return said;
    }

    BackfillRun.Report backfill(String format, Path... inputs) throws Exception {
        return new BackfillRun(platform, KnownDefects.load(Piece.CONFIG))
                .run(Readers.find(format).orElseThrow(), List.of(inputs), ReadContext.Progress.SILENT);
    }

    /** Waits until all that was sent has come through. */
    void settle() throws Exception {
        platform.producer().flushAll();
        platform.settle(Duration.ofSeconds(60));
    }

    /** All rows that the store shows, without deliveries. */
    SortedMap<RowKey, Row> stored() {
        SortedMap<RowKey, Row> rows = new TreeMap<>();
        eachStored(row -> rows.put(row.key(), row));
        return rows;
    }

    /** Hands over one by one what {@link #stored} gives. */
    void eachStored(Consumer<Row> out) {
        for (Measurement measurement : Measurement.stored()) {
            if (measurement != Measurement.DELIVERY) {
                platform.store().scan(measurement, List.of(), FIRST, LAST, out);
            }
        }
    }

    /** Rows of deliveries that the store shows. */
    List<Row> deliveries() {
        List<Row> rows = new ArrayList<>();
        platform.store().scan(Measurement.DELIVERY, List.of(), FIRST, LAST, rows::add);
        return rows;
    }

    /** What the store-writer got since this was asked last, in its order. */
    List<Row> written() {
        synchronized (written) {
            List<Row> rows = List.copyOf(written);
            written.clear();
            return rows;
        }
    }

    /** From now on keeps nothing of what the store-writer gets: two years of rows would fill the memory. */
    void keepNothingWritten() {
        synchronized (written) {
            keepsWritten = false;
            written.clear();
        }
    }

    @Override
    public void close() {
        platform.close();
        data.close();
    }
}
