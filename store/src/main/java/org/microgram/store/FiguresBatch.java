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

/** What some polls of {@code figures} brought, up to the first message that cannot be read. For one thread. */
final class FiguresBatch {

    record ReadMarker(int partition, Marker marker) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<ReadMarker> markers = new ArrayList<>();
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    private UnreadableMessage unreadable;

    /** Adds what a poll brought. */
    void add(ConsumerRecords<byte[], byte[]> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                FiguresMessage message = FiguresCodec.decode(record.value());
                if (message instanceof Row row) {
                    rows.add(row);
                } else if (message instanceof Marker marker) {
                    markers.add(new ReadMarker(record.partition(), marker));
                }
            } catch (UnreadableMessage e) {
                unreadable = where(record, e);
                return;
            }
            offsets.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        }
    }

    /** In the order of their partitions. */
    List<Row> rows() {
        return rows;
    }

    /** With the partitions they were read from. */
    List<ReadMarker> markers() {
        return markers;
    }

    /** What to commit once the rows are stored. */
    Map<TopicPartition, OffsetAndMetadata> offsets() {
        return offsets;
    }

    boolean endsAtUnreadable() {
        return unreadable != null;
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
