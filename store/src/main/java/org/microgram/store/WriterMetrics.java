package org.microgram.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;

/** What the store-writer counts. */
final class WriterMetrics {

    private final Map<Measurement, Counter> written = new EnumMap<>(Measurement.class);
    private final Counter failures;

    WriterMetrics(MeterRegistry registry, LongSupplier storedTick, IntSupplier waiting) {
        for (Measurement measurement : Measurement.stored()) {
            written.put(
                    measurement,
                    Counter.builder("microgram_rows_written_total")
                            .description("rows written to the store")
                            .tag("measurement", measurement.code())
                            .register(registry));
        }
        failures = Counter.builder("microgram_store_write_failures_total")
                .description("writes that the store refused and that were tried again")
                .register(registry);
        // The supplier is held strongly: a registry forgets gauges whose object nobody else holds.
        Gauge.builder("microgram_store_last_tick_ms", () -> {
                    long tick = storedTick.getAsLong();
                    return tick == MarkerBoard.NONE ? Double.NaN : (double) tick;
                })
                .description("all rows before this tick are in the store")
                .register(registry);
        Gauge.builder("microgram_store_rows_waiting", waiting::getAsInt)
                .description("rows read from the log and not stored yet; the others wait in the log")
                .register(registry);
    }

    long rowsWritten() {
        return (long) written.values().stream().mapToDouble(Counter::count).sum();
    }

    void written(List<Row> rows) {
        for (Row row : rows) {
            written.get(row.measurement()).increment();
        }
    }

    void failed() {
        failures.increment();
    }
}
