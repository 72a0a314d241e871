package org.microgram.ingest.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.microgram.messages.Topics;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.ReadingsCodec;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.RefusalCodec;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.readings.StationRecord;

/**
 * Stop 1's way into the log: station records to {@code readings}, what could not be used to {@code refusals}.
 *
 * <p><b>Promise.</b> What {@link #flushAll} or an {@link Acknowledgement} has confirmed is kept by the broker. Nothing is dropped: when the
 * broker is slow, {@code send} waits. All records of a station, and all samples of a section, are in one partition. The timestamp of a record in the log is the time of
 * ingest, never that of the interval, because the broker's retention and its check for the future work on it.
 *
 * <p>Safe for use by many threads. A record sent twice is harmless (rule K1).
 */
public final class ReadingsProducer implements AutoCloseable {

    /** What waits for the broker, at most; then {@code send} waits too. */
    private static final long WAITING_BYTES = 32L << 20;

    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(3);

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicReference<Exception> firstFailure = new AtomicReference<>();

    public ReadingsProducer(String bootstrap) {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "ingest");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A live reading waits at most this long; a batch fills its packets sooner.
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 << 10);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, WAITING_BYTES);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Called once per record, on the producer's thread: be quick. */
    @FunctionalInterface
    public interface Acknowledgement {

        /** @param failure why the record is not in the log; {@code null} when it is */
        void done(Exception failure);
    }

    /** Sends a record; {@link #flushAll} tells whether it arrived. */
    public void send(StationRecord record) {
        send(record, failure -> {});
    }

    /** Sends a record and tells when it is kept: only then may its sender be told that we have it. */
    public void send(StationRecord record, Acknowledgement acknowledgement) {
        send(Topics.READINGS, record.station().getBytes(UTF_8), ReadingsCodec.encode(record), acknowledgement);
    }

    /** Sends a water sample; {@link #flushAll} tells whether it arrived. */
    public void send(SectionSample sample) {
        send(sample, failure -> {});
    }

    /** Sends a water sample and tells when it is kept. */
    public void send(SectionSample sample, Acknowledgement acknowledgement) {
        send(Topics.READINGS, sample.section().getBytes(UTF_8), ReadingsCodec.encode(sample), acknowledgement);
    }

    /** Sends a lock event of a day of a station or a section; {@link #flushAll} tells whether it arrived. */
    public void send(DayLock lock) {
        send(lock, failure -> {});
    }

    /** Sends a lock event and tells when it is kept. */
    public void send(DayLock lock, Acknowledgement acknowledgement) {
        send(Topics.READINGS, lock.subject().id().getBytes(UTF_8), ReadingsCodec.encode(lock), acknowledgement);
    }

    /** Sends what could not be used, keyed by where it came from. */
    public void send(Refusal refusal) {
        send(Topics.REFUSALS, refusal.source().getBytes(UTF_8), RefusalCodec.encode(refusal), failure -> {});
    }

    /**
     * Returns when everything sent before is acknowledged.
     *
     * @throws NotAcknowledged when something sent since the last call is not; sending all of it again is harmless
     */
    public void flushAll() {
        producer.flush();
        long count = failed.getAndSet(0);
        Exception first = firstFailure.getAndSet(null);
        if (count > 0) {
            throw new NotAcknowledged(count, first);
        }
    }

    /** How many records and refusals the broker has confirmed since this was made. */
    public long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void close() {
        producer.close(CLOSED_WITHIN);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of every failure
    private void send(String topic, byte[] key, byte[] value, Acknowledgement acknowledgement) {
        producer.send(new ProducerRecord<>(topic, key, value), (metadata, failure) -> {
            if (failure == null) {
                acknowledged.incrementAndGet();
            } else {
                firstFailure.compareAndSet(null, failure);
                failed.incrementAndGet();
            }
            acknowledgement.done(failure);
        });
    }

    /** Something sent is not in the log. */
    public static final class NotAcknowledged extends RuntimeException {

        NotAcknowledged(long count, Exception first) {
            super(
                    count + " records were not acknowledged by the broker; the first because: " + first.getMessage()
                            + "\n-> is the broker up, and has its disk room? Then send the same again: a record sent twice counts once.",
                    first);
        }
    }
}
