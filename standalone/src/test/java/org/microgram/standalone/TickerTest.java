package org.microgram.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.ingest.log.ReadingsProducer;
import org.microgram.ingest.tick.Ticker;
import org.microgram.messages.Topics;
import org.microgram.messages.readings.ReadingsCodec;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.RefusalCodec;
import org.microgram.messages.readings.StationRecord;
import org.microgram.messages.readings.Tick;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.Rank;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.ledger.Version;

@DisplayName("Rule K3: time is an input")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TickerTest {

    private static final Duration ONLY_WHEN_ASKED = Duration.ofDays(1);
    private static final long NOON = 1_600_000_000_000L;

    @TempDir
    Path data;

    /** One story, because a broker costs seconds: time, records, a restart, a clock that is set back. */
    @Test
    void time_rises_strictly_in_every_partition_over_a_restart_on_the_same_data() {
        AtomicLong wall = new AtomicLong(NOON);
        EmbeddedKafka.Settings settings = EmbeddedKafka.Settings.at(data.resolve("kafka"));
        long afterRecords;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(settings);
                Ticker ticker = Ticker.start(kafka.bootstrap(), wall::get, ONLY_WHEN_ASKED);
                ReadingsProducer producer = new ReadingsProducer(kafka.bootstrap())) {
            assertThat(ticker.tickNow()).as("the clock stands still").isEqualTo(NOON + 1);
            for (int i = 0; i < 3000; i++) {
                producer.send(record("bj-" + i % 35, i));
            }
            producer.send(refusal());
            producer.flushAll();
            assertThat(producer.acknowledged()).isEqualTo(3001);
            wall.set(NOON + 60_000);
            afterRecords = ticker.tickNow();
            assertThat(afterRecords).isEqualTo(NOON + 60_000);
            for (int i = 0; i < 3000; i++) { // the last tick lies further back than the first look
                producer.send(record("bj-" + i % 35, i));
            }
            producer.flushAll();
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(settings)) {
            wall.set(NOON - 3_600_000); // somebody corrected the machine's clock by an hour
            try (Ticker ticker = Ticker.start(kafka.bootstrap(), wall::get, Duration.ofMillis(50))) {
                Awaitility.await().until(() -> ticker.last() > afterRecords + 3);
            }
            Map<Integer, List<ReadingsMessage>> log = readAll(kafka.bootstrap());
            assertThat(log).hasSize(4);
            List<Long> times = ticks(log.get(0));
            assertThat(times.subList(0, 4)).containsExactly(NOON, NOON + 1, afterRecords, afterRecords + 1);
            assertThat(times).doesNotHaveDuplicates().isSorted();
            assertThat(log.values())
                    .allSatisfy(partition -> assertThat(ticks(partition)).isEqualTo(times));
            assertThat(log.values().stream().flatMap(List::stream).filter(StationRecord.class::isInstance))
                    .hasSize(6000)
                    .contains(record("bj-7", 7));
            assertThat(readRefusal(kafka.bootstrap())).isEqualTo(refusal());
        }
    }

    @Test
    void a_reading_that_the_broker_did_not_take_is_told() {
        EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.at(data.resolve("kafka")));
        try (ReadingsProducer producer = new ReadingsProducer(kafka.bootstrap())) {
            StationRecord tooLarge = new StationRecord(
                    "bj-1", 0, 3600, version(1), "b", "t", "", "x".repeat(2 << 20), HourValues.of(1, 1, 1, 1, 1, 1));
            List<Exception> failures = new ArrayList<>();
            producer.send(tooLarge, failures::add);
            assertThatThrownBy(producer::flushAll).hasMessageContaining("1 records were not acknowledged");
            assertThat(failures).hasSize(1).doesNotContainNull();
            producer.send(record("bj-1", 1));
            producer.flushAll();
        } finally {
            kafka.close();
        }
    }

    private static List<Long> ticks(List<ReadingsMessage> partition) {
        return partition.stream()
                .filter(Tick.class::isInstance)
                .map(tick -> ((Tick) tick).time())
                .toList();
    }

    private static StationRecord record(String station, int n) {
        return new StationRecord(
                station, n * 3600L, 3600, version(n), "batch", "trace-" + n, "", "", HourValues.of(n, 2, 3, 4, 5, 6));
    }

    private static Version version(int n) {
        return new Version(ReviewState.RAW, Rank.HOUR, n, "file.csv", n);
    }

    private static Refusal refusal() {
        return new Refusal(Refusal.Reason.CUT_ROW, "file.csv", 3, "5 cells", "1,2,3,4,5", "batch", 35);
    }

    private static Map<Integer, List<ReadingsMessage>> readAll(String bootstrap) {
        Map<Integer, List<ReadingsMessage>> log = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : poll(bootstrap, Topics.READINGS)) {
            log.computeIfAbsent(record.partition(), p -> new ArrayList<>()).add(ReadingsCodec.decode(record.value()));
        }
        return log;
    }

    private static Refusal readRefusal(String bootstrap) {
        return RefusalCodec.decode(poll(bootstrap, Topics.REFUSALS).get(0).value());
    }

    private static List<ConsumerRecord<byte[], byte[]>> poll(String bootstrap, String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            while (records.size() < end) {
                consumer.poll(Duration.ofSeconds(5)).forEach(records::add);
            }
        }
        return records;
    }
}
