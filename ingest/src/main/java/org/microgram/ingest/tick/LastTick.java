package org.microgram.ingest.tick;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.microgram.messages.Topics;
import org.microgram.messages.readings.ReadingsCodec;
import org.microgram.messages.readings.Tick;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the greatest tick in the log by reading each partition of {@code readings} backwards from its end. */
final class LastTick {

    private static final Logger LOG = LoggerFactory.getLogger(LastTick.class);

    private static final int FIRST_STEP = 256;
    private static final int GROWTH = 16;

    /** A tick stands in the log for every second, and no second brings this many records to a partition. */
    private static final long FAR_ENOUGH = 1 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LastTick() {}

    /** The greatest tick of all partitions: a tick may have reached only some of them before the process died. */
    static OptionalLong in(String bootstrap) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                // Having read to the end, a consumer asks for more, and only when that is answered can it turn to the
                // next
                // partition: half a second each by default.
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                10);
        OptionalLong greatest = OptionalLong.empty();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.READINGS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                OptionalLong last = lastOf(consumer, partition, begins.get(partition), ends.get(partition));
                if (last.isPresent() && (greatest.isEmpty() || last.getAsLong() > greatest.getAsLong())) {
                    greatest = last;
                }
            }
        }
        return greatest;
    }

    private static OptionalLong lastOf(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long begin, long end) {
        consumer.assign(List.of(partition));
        long from = end;
        for (long step = FIRST_STEP; from > begin; step *= GROWTH) {
            if (end - from >= FAR_ENOUGH) {
                LOG.warn(
                        "no tick among the last {} records of {}; time goes on from the wall clock",
                        end - from,
                        partition);
                break;
            }
            long to = from;
            from = Math.max(begin, to - step);
            OptionalLong found = lastBetween(consumer, partition, from, to);
            if (found.isPresent()) {
                return found;
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong lastBetween(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long from, long to) {
        OptionalLong last = OptionalLong.empty();
        consumer.seek(partition, from);
        while (consumer.position(partition) < to) {
            var records = consumer.poll(PATIENCE);
            if (records.isEmpty()) {
                throw new IllegalStateException("The end of " + partition + " could not be read within "
                        + PATIENCE.toSeconds() + " s.\n-> is the broker up, and its disk readable?");
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                // Only ticks have no key, so nothing else needs decoding.
                if (record.key() == null
                        && record.offset() < to
                        && ReadingsCodec.decode(record.value()) instanceof Tick tick) {
                    last = OptionalLong.of(tick.time());
                }
            }
        }
        return last;
    }
}
