package org.microgram.standalone.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.microgram.messages.Topics;
import org.microgram.messages.readings.ReadingsCodec;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.RefusalCodec;
import org.microgram.messages.rows.FiguresCodec;
import org.microgram.messages.rows.Row;

/** Reads a topic to the end that it has now. */
final class TopicReader {

    private TopicReader() {}

    static List<Refusal> refusals(String bootstrap) {
        return read(bootstrap, Topics.REFUSALS, Map.of()).stream()
                .map(RefusalCodec::decode)
                .toList();
    }

    /** Records and ticks from these offsets on, by partition. */
    static List<ReadingsMessage> readings(String bootstrap, Map<Integer, Long> from) {
        return read(bootstrap, Topics.READINGS, from).stream()
                .map(ReadingsCodec::decode)
                .toList();
    }

    /** The rows of figures; without the markers between them. */
    static List<Row> figures(String bootstrap) {
        return read(bootstrap, Topics.FIGURES, Map.of()).stream()
                .map(FiguresCodec::decode)
                .filter(Row.class::isInstance)
                .map(Row.class::cast)
                .toList();
    }

    private static List<byte[]> read(String bootstrap, String topic, Map<Integer, Long> from) {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        List<byte[]> messages = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            from.forEach((partition, offset) -> consumer.seek(new TopicPartition(topic, partition), offset));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> messages.add(record.value()));
            }
        }
        return messages;
    }
}
