package org.microgram.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.microgram.messages.Topics;
import org.microgram.messages.rows.Measurement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a store has read {@code figures}. Each committed offset carries the identity of the store that it is true of: offsets outlive a store
 * that is lost with its disk, and a new one that went on from them would lack every row before.
 */
final class FeedPosition {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPosition.class);

    private final Consumer<byte[], byte[]> consumer;
    private final Store store;
    private final String identity;

    FeedPosition(Consumer<byte[], byte[]> consumer, Store store) {
        this.consumer = consumer;
        this.store = store;
        this.identity = store.identity();
    }

    /**
     * Assigns the partitions, each at the offset committed for this store; at its beginning when none was.
     *
     * @throws StoreFailure when rows that this store lacks are no longer there
     */
    void assign(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(new HashSet<>(partitions));
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        consumer.assign(partitions);
        boolean ofAnother = false;
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = committed.get(partition);
            boolean ours = offset != null && isOurs(offset.metadata());
            ofAnother |= offset != null && !ours;
            long next = ours ? offset.offset() : 0;
            requireThere(partition, next, beginnings.get(partition));
            consumer.seek(partition, next);
        }
        if (ofAnother) {
            LOG.warn("The store is another one than was filled so far: {} is read from its beginning.", Topics.FIGURES);
        }
    }

    /** A feed keeps days only: what a store lacks may be gone, and then the readings alone can make it again. */
    private static void requireThere(TopicPartition partition, long needed, long first) {
        if (first > needed) {
            throw new StoreFailure("The store lacks figures that the topic " + partition.topic()
                    + " no longer has: of partition " + partition.partition() + " it needs offset " + needed
                    + ", the oldest there is " + first + "."
                    + "\n-> make them again from the readings: ./microgram rebuild --data DIR; when the job runs outside,"
                    + " delete its checkpoints first (docker-compose.yml says how)");
        }
    }

    /** An older Microgram wrote no identity: its offsets are true of a store that holds anything. */
    private boolean isOurs(String metadata) {
        return metadata == null || metadata.isEmpty()
                ? Measurement.stored().stream().anyMatch(measurement -> store.count(measurement) > 0)
                : metadata.equals(identity);
    }

    /** The offsets as this store's. */
    Map<TopicPartition, OffsetAndMetadata> signed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<TopicPartition, OffsetAndMetadata> signed = new HashMap<>();
        offsets.forEach((partition, offset) -> signed.put(partition, new OffsetAndMetadata(offset.offset(), identity)));
        return signed;
    }
}
