package org.microgram.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.microgram.messages.avro.UnreadableMessage;
import org.microgram.messages.rows.FiguresCodec;
import org.microgram.messages.rows.FiguresMessage;
import org.microgram.messages.rows.Marker;
import org.microgram.messages.rows.Row;

/**
 * What one poll of {@code figures} brought, up to the first message that cannot be read.
 *
 * @param rows in the order of their partitions
 * @param markers with the partitions they were read from
 * @param offsets what to commit once the rows are stored
 * @param unreadable why it ends early; null when it does not
 */
record FiguresBatch(
        List<Row> rows,
        List<ReadMarker> markers,
        Map<TopicPartition, OffsetAndMetadata> offsets,
        UnreadableMessage unreadable) {

    record ReadMarker(int partition, Marker marker) {}

    static FiguresBatch of(ConsumerRecords<byte[], byte[]> records) {
        List<Row> rows = new ArrayList<>(records.count());
        List<ReadMarker> markers = new ArrayList<>();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                FiguresMessage message = FiguresCodec.decode(record.value());
                if (message instanceof Row row) {
                    rows.add(row);
                } else if (message instanceof Marker marker) {
                    markers.add(new ReadMarker(record.partition(), marker));
                }
            } catch (UnreadableMessage e) {
                return new FiguresBatch(rows, markers, offsets, where(record, e));
            }
            offsets.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        }
        return new FiguresBatch(rows, markers, offsets, null);
    }

    void throwIfUnreadable() {
        if (unreadable != null) {
            throw unreadable;
        }
    }

    private static UnreadableMessage where(ConsumerRecord<byte[], byte[]> record, UnreadableMessage e) {
        return new UnreadableMessage(
                "At offset " + record.offset() + " of partition " + record.partition() + ": " + e.getMessage(), e);
    }
}
