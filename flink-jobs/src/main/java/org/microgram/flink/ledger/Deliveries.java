package org.microgram.flink.ledger;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.BooleanSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.util.Collector;
import org.microgram.flink.state.Delivery;
import org.microgram.flink.state.DeliverySerializer;
import org.microgram.flink.state.Figure;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;

/** What a key's ledger did with each batch, kept in state, so that the law of conservation can be counted after any restart. */
public final class Deliveries {

    private final MapState<String, Delivery> deliveries;
    private final MapState<String, Boolean> uncounted;

    public Deliveries(RuntimeContext context) {
        deliveries = context.getMapState(
                new MapStateDescriptor<>("deliveries", StringSerializer.INSTANCE, DeliverySerializer.INSTANCE));
        uncounted = context.getMapState(
                new MapStateDescriptor<>("uncounted", StringSerializer.INSTANCE, BooleanSerializer.INSTANCE));
    }

    /** Adds what became of a record's values; its row is sent with the next tick. */
    public void count(String batch, int used, int duplicate, int refused) throws Exception {
        Delivery before = deliveries.get(batch);
        deliveries.put(batch, (before == null ? Delivery.NOTHING : before).plus(used, duplicate, refused));
        uncounted.put(batch, true);
    }

    /** Sends the rows of the batches that were counted since the last time. */
    public void send(Subject subject, Collector<Figure> out) throws Exception {
        for (String batch : uncounted.keys()) {
            out.collect(Figure.of(row(subject, batch, deliveries.get(batch))));
        }
        uncounted.clear();
    }

    private static Row row(Subject subject, String batch, Delivery counted) {
        return Row.builder(new RowKey(Measurement.DELIVERY, subject, 0, 0, batch.isEmpty() ? "live" : batch))
                .number("records", counted.records())
                .number("values", counted.values())
                .number("used", counted.used())
                .number("duplicate", counted.duplicate())
                .number("refused", counted.refused())
                .build();
    }
}
