package org.microgram.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.messages.Topics;
import org.microgram.messages.avro.UnreadableMessage;
import org.microgram.messages.rows.FiguresCodec;
import org.microgram.messages.rows.Marker;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;

@DisplayName("The store-writer")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoreWriterTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final TopicPartition P0 = new TopicPartition(Topics.FIGURES, 0);
    private static final TopicPartition P1 = new TopicPartition(Topics.FIGURES, 1);

    private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final FailingStore store = new FailingStore();
    private final StoreWriter writer = new StoreWriter(kafka, store, Set.of("air"), metrics);
    private final long[] next = new long[2];

    StoreWriterTest() {
        Node node = new Node(0, "", 0);
        kafka.updatePartitions(
                Topics.FIGURES,
                List.of(
                        new PartitionInfo(Topics.FIGURES, 0, node, new Node[0], new Node[0]),
                        new PartitionInfo(Topics.FIGURES, 1, node, new Node[0], new Node[0])));
        kafka.updateBeginningOffsets(Map.of(P0, 0L, P1, 0L));
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void stores_rows_and_then_commits_their_offsets() throws InterruptedException {
        arrives(0, StoreContract.hour(StoreContract.DONGSI, 7, 1));
        arrives(1, StoreContract.hour(StoreContract.DINGLING, 7, 2));
        tick(10);
        writer.start();

        assertThat(writer.awaitMarker(10, SOON)).isTrue();
        assertThat(store.hours())
                .containsExactly(
                        StoreContract.hour(StoreContract.DINGLING, 7, 2),
                        StoreContract.hour(StoreContract.DONGSI, 7, 1));
        await().atMost(SOON).untilAsserted(() -> assertThat(kafka.committed(Set.of(P0, P1)))
                .isEqualTo(Map.of(
                        P0, new OffsetAndMetadata(2, store.identity()),
                        P1, new OffsetAndMetadata(2, store.identity()))));
        assertThat(metrics.get("microgram_rows_written_total")
                        .tag("measurement", "air_hour")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(metrics.get("microgram_store_last_tick_ms").gauge().value()).isEqualTo(10);
    }

    @Test
    void goes_on_where_this_store_stands() throws InterruptedException {
        committed(1, store.identity());
        arrives(0, StoreContract.hour(StoreContract.DONGSI, 7, 1));
        arrives(0, StoreContract.hour(StoreContract.DONGSI, 8, 1));
        tick(10);
        writer.start();

        assertThat(writer.awaitMarker(10, SOON)).isTrue();
        assertThat(store.hours()).containsExactly(StoreContract.hour(StoreContract.DONGSI, 8, 1));
    }

    @Test
    void begins_at_the_beginning_when_the_offsets_are_of_a_store_that_is_lost() throws InterruptedException {
        committed(1, "another store");
        arrives(0, StoreContract.hour(StoreContract.DONGSI, 7, 1));
        arrives(0, StoreContract.hour(StoreContract.DONGSI, 8, 1));
        tick(10);
        writer.start();

        assertThat(writer.awaitMarker(10, SOON)).isTrue();
        assertThat(store.hours()).hasSize(2);
    }

    @Test
    void takes_offsets_without_an_identity_as_those_of_a_store_that_holds_anything() throws InterruptedException {
        committed(1, "");
        store.write(List.of(StoreContract.hour(StoreContract.DINGLING, 7, 1)));
        arrives(0, StoreContract.hour(StoreContract.DONGSI, 7, 1));
        tick(10);
        writer.start();

        assertThat(writer.awaitMarker(10, SOON)).isTrue();
        assertThat(store.hours()).containsExactly(StoreContract.hour(StoreContract.DINGLING, 7, 1));
    }

    @Test
    void and_of_an_empty_store_as_those_of_one_that_is_lost() throws InterruptedException {
        committed(1, "");
        arrives(0, StoreContract.hour(StoreContract.DONGSI, 7, 1));
        tick(10);
        writer.start();

        assertThat(writer.awaitMarker(10, SOON)).isTrue();
        assertThat(store.hours()).hasSize(1);
    }

    @Test
    void stops_when_the_topic_no_longer_has_what_the_store_lacks_and_says_how_to_make_it_again() {
        kafka.updateBeginningOffsets(Map.of(P0, 500L, P1, 0L));
        committed(900, "another store");
        writer.start();

        assertThatThrownBy(() -> writer.awaitMarker(10, SOON)).isInstanceOf(StoreFailure.class);
        assertThat(writer.failure())
                .hasMessageContaining("it needs offset 0, the oldest there is 500")
                .hasMessageContaining("rebuild");
    }

    @Test
    void stops_as_well_when_it_was_away_for_longer_than_the_topic_keeps_rows() {
        kafka.updateBeginningOffsets(Map.of(P0, 500L, P1, 0L));
        committed(499, store.identity());
        writer.start();

        assertThatThrownBy(() -> writer.awaitMarker(10, SOON)).isInstanceOf(StoreFailure.class);
        assertThat(writer.failure()).hasMessageContaining("it needs offset 499, the oldest there is 500");
    }

    @Test
    void commits_nothing_while_the_store_fails_and_loses_no_row() throws InterruptedException {
        store.failures.set(2);
        store.whenFailing = () -> store.committedThen.add(kafka.committed(Set.of(P0)));
        arrives(0, StoreContract.hour(StoreContract.DONGSI, 7, 1));
        tick(10);
        writer.start();

        assertThat(writer.awaitMarker(10, SOON)).isTrue();
        assertThat(store.hours()).containsExactly(StoreContract.hour(StoreContract.DONGSI, 7, 1));
        assertThat(store.committedThen).hasSize(2).allMatch(Map::isEmpty);
        assertThat(metrics.get("microgram_store_write_failures_total").counter().count())
                .isEqualTo(2);
    }

    @Test
    void knows_no_tick_before_its_marker_was_read_in_every_partition() throws InterruptedException {
        arrives(0, new Marker("air", 0, 1, 10));
        arrives(1, StoreContract.hour(StoreContract.DONGSI, 7, 1));
        writer.start();
        await().atMost(SOON).until(() -> !store.hours().isEmpty());

        assertThat(writer.storedTick()).isEqualTo(Long.MIN_VALUE);
        assertThat(writer.awaitMarker(10, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void shows_rows_to_its_listeners_once_they_can_be_read_and_outlives_their_failures() throws InterruptedException {
        List<Row> told = new CopyOnWriteArrayList<>();
        writer.onRows(rows -> {
            throw new IllegalStateException("a page that is gone");
        });
        writer.onRows(rows -> {
            if (store.hours().containsAll(rows)) {
                told.addAll(rows);
            }
        });
        arrives(0, StoreContract.hour(StoreContract.DONGSI, 7, 1));
        tick(10);
        writer.start();
        writer.awaitMarker(10, SOON);
        await().atMost(SOON).untilAsserted(() -> assertThat(told).hasSize(1));
        arrives(0, StoreContract.hour(StoreContract.DONGSI, 8, 1));
        tick(11);

        assertThat(writer.awaitMarker(11, SOON)).isTrue();
        await().atMost(SOON).untilAsserted(() -> assertThat(told).hasSize(2));
    }

    @Test
    void goes_on_when_kafka_fails_for_a_while() throws InterruptedException {
        kafka.setPollException(new KafkaException("the broker is gone for a moment"));
        arrives(0, StoreContract.hour(StoreContract.DONGSI, 7, 1));
        tick(10);
        writer.start();

        assertThat(writer.awaitMarker(10, SOON)).isTrue();
        assertThat(store.hours()).hasSize(1);
    }

    @Test
    void stores_a_backlog_in_few_large_writes_and_nothing_twice() throws InterruptedException {
        List<byte[]> backlog = new ArrayList<>();
        for (int hour = 0; hour < 250_000; hour++) {
            backlog.add(FiguresCodec.encode(StoreContract.hour(StoreContract.DONGSI, hour, hour)));
        }
        for (int i = 0; i < backlog.size(); i += 1000) {
            arriveTogether(0, backlog.subList(i, i + 1000));
        }
        tick(10);
        writer.start();

        assertThat(writer.awaitMarker(10, SOON)).isTrue();
        assertThat(store.hours()).hasSize(250_000);
        assertThat(store.writes.get()).isBetween(3, 60);
        assertThat(metrics.get("microgram_rows_written_total")
                        .tag("measurement", "air_hour")
                        .counter()
                        .count())
                .isEqualTo(250_000);
    }

    @Test
    void stops_before_a_message_that_it_cannot_read_and_says_where_it_is() {
        arrives(0, StoreContract.hour(StoreContract.DONGSI, 7, 1));
        arrives(0, new byte[] {1, 2, 3});
        arrives(0, StoreContract.hour(StoreContract.DONGSI, 8, 1));
        writer.start();

        assertThatThrownBy(() -> writer.awaitMarker(10, SOON))
                .isInstanceOf(StoreFailure.class)
                .hasCauseInstanceOf(UnreadableMessage.class);
        assertThat(writer.failure()).hasMessageContaining("At offset 1 of partition 0");
        assertThat(store.hours()).containsExactly(StoreContract.hour(StoreContract.DONGSI, 7, 1));
    }

    @Test
    void is_closed_at_once_even_while_the_store_fails() {
        store.failures.set(Integer.MAX_VALUE);
        arrives(0, StoreContract.hour(StoreContract.DONGSI, 7, 1));
        writer.start();
        await().atMost(SOON)
                .until(() -> metrics.get("microgram_store_write_failures_total")
                                .counter()
                                .count()
                        > 0);
        writer.close();

        assertThat(kafka.closed()).isTrue();
        assertThat(writer.failure()).isNull();
        assertThatThrownBy(() -> writer.awaitMarker(10, SOON)).isInstanceOf(StoreFailure.class);
    }

    /** How far an earlier writer said that it was, in partition 0. */
    private void committed(long offset, String metadata) {
        kafka.assign(List.of(P0));
        kafka.commitSync(Map.of(P0, new OffsetAndMetadata(offset, metadata)));
    }

    private void arrives(int partition, Row row) {
        arrives(partition, FiguresCodec.encode(row));
    }

    private void arrives(int partition, Marker marker) {
        arrives(partition, FiguresCodec.encode(marker));
    }

    private void arrives(int partition, byte[] message) {
        arriveTogether(partition, List.of(message));
    }

    private void arriveTogether(int partition, List<byte[]> messages) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (byte[] message : messages) {
            records.add(new ConsumerRecord<>(Topics.FIGURES, partition, next[partition]++, new byte[0], message));
        }
        // what is not assigned yet cannot be added: it arrives with the next poll
        kafka.schedulePollTask(() -> records.forEach(kafka::addRecord));
    }

    private void tick(long tick) {
        arrives(0, new Marker("air", 0, 1, tick));
        arrives(1, new Marker("air", 0, 1, tick));
    }

    /** A store that fails as often as asked, after having written. */
    private static final class FailingStore implements Store {

        private final MemoryStore kept = new MemoryStore();
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger writes = new AtomicInteger();
        private final List<Map<TopicPartition, OffsetAndMetadata>> committedThen = new CopyOnWriteArrayList<>();
        private volatile Runnable whenFailing = () -> {};

        List<Row> hours() {
            List<Row> rows = new ArrayList<>();
            kept.scan(Measurement.AIR_HOUR, Set.of(), 0, Long.MAX_VALUE, rows::add);
            return rows;
        }

        @Override
        public void write(List<Row> rows) {
            if (failures.getAndUpdate(left -> left == 0 ? 0 : left - 1) > 0) {
                whenFailing.run();
                throw new StoreFailure("the disk is full");
            }
            writes.incrementAndGet();
            kept.write(rows);
        }

        @Override
        public void flush() {}

        @Override
        public void scan(
                Measurement measurement,
                java.util.Collection<org.microgram.messages.rows.Subject> subjects,
                long from,
                long to,
                java.util.function.Consumer<Row> rows) {
            kept.scan(measurement, subjects, from, to, rows);
        }

        @Override
        public java.util.Optional<Row> latest(Measurement measurement, org.microgram.messages.rows.Subject subject) {
            return kept.latest(measurement, subject);
        }

        @Override
        public String identity() {
            return kept.identity();
        }

        @Override
        public void clear() {
            kept.clear();
        }

        @Override
        public void close() {}
    }
}
