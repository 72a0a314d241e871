package org.microgram.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.ingest.log.Durability;
import org.microgram.ingest.log.TopicSetup;
import org.microgram.messages.Topics;
import org.microgram.messages.rows.FiguresCodec;
import org.microgram.messages.rows.Marker;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;
import org.microgram.store.StoreWriter;

@DisplayName("A store that is lost while its broker lives on")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LostStoreTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path data;

    @Test
    void is_filled_again_from_the_beginning_and_the_one_that_was_kept_goes_on() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.at(data.resolve("kafka")))) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
                TopicSetup.ensure(admin, Durability.OS, (short) 1);
            }
            send(kafka, 1, hour(1), hour(2), hour(3));
            assertThat(fill(kafka, data.resolve("first"), 1)).isEqualTo(3);
            send(kafka, 2, hour(4));
            assertThat(fill(kafka, data.resolve("first"), 2))
                    .as("the rest only")
                    .isEqualTo(1);

            // The disk is gone; the offsets are with the broker.
            assertThat(fill(kafka, data.resolve("second"), 2)).as("all of it").isEqualTo(4);
            try (Store store = QuestDbStore.open(data.resolve("second"))) {
                assertThat(store.count(Measurement.AIR_HOUR)).isEqualTo(4);
            }
            // One that was cleared is another one, too.
            try (Store store = QuestDbStore.open(data.resolve("second"))) {
                store.clear();
            }
            assertThat(fill(kafka, data.resolve("second"), 2))
                    .as("all of it again")
                    .isEqualTo(4);
        }
    }

    /** How many rows a store-writer brought to a store until it showed a tick. */
    private static long fill(EmbeddedKafka kafka, Path directory, long tick) throws Exception {
        try (Store store = QuestDbStore.open(directory)) {
            StoreWriter writer = new StoreWriter(
                    StoreWriter.consumer(Map.of("bootstrap.servers", kafka.bootstrap()), "store-writer"),
                    store,
                    Set.of("air"),
                    new SimpleMeterRegistry());
            try (writer) {
                writer.start();
                // A writer that goes on has read the markers before; a fresh tick is what it can wait for.
                send(kafka, tick + 1_000);
                assertThat(writer.awaitMarker(tick + 1_000, SOON)).isTrue();
                awaitCommitted(kafka);
                return writer.rowsWritten();
            }
        }
    }

    /** Rows are committed after they are shown; whoever closes in between reads them again, which would be counted here. */
    private static void awaitCommitted(EmbeddedKafka kafka) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (int partition = 0; partition < TopicSetup.FIGURES_PARTITIONS; partition++) {
                latest.put(new TopicPartition(Topics.FIGURES, partition), OffsetSpec.latest());
            }
            await().atMost(SOON).untilAsserted(() -> {
                Map<TopicPartition, Long> committed = new HashMap<>();
                admin.listConsumerGroupOffsets("store-writer")
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .forEach((partition, offset) -> committed.put(partition, offset.offset()));
                Map<TopicPartition, Long> ends = new HashMap<>();
                admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
                assertThat(committed).isEqualTo(ends);
            });
        }
    }

    private static void send(EmbeddedKafka kafka, long tick, Row... rows) throws Exception {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Row row : rows) {
            records.add(new ProducerRecord<>(Topics.FIGURES, 1, new byte[0], FiguresCodec.encode(row)));
        }
        for (int partition = 0; partition < TopicSetup.FIGURES_PARTITIONS; partition++) {
            byte[] marker = FiguresCodec.encode(new Marker("air", 0, 1, tick));
            records.add(new ProducerRecord<>(Topics.FIGURES, partition, new byte[0], marker));
        }
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                producer.send(record);
            }
            producer.flush();
        }
    }

    private static Row hour(int hour) {
        return Row.builder(new RowKey(
                        Measurement.AIR_HOUR, Subject.station("1003A"), hour * 3600L, (hour + 1) * 3600L, ""))
                .number("pm25", hour)
                .build();
    }
}
