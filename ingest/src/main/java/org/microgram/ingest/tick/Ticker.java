package org.microgram.ingest.tick;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.microgram.messages.Topics;
import org.microgram.messages.readings.ReadingsCodec;
import org.microgram.messages.readings.Tick;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one clock of the system (rule K3): writes a tick into every partition of {@code readings}, once a second and whenever asked.
 *
 * <p><b>Promise.</b> A tick's time is max(previous + 1, wall milliseconds), and the previous one is taken from the log at the start: time
 * rises strictly, over restarts and over a wall clock that is set back. There must be one ticker per {@code readings} topic; the lock on
 * the data directory sees to that in one process, the deployment in several.
 *
 * <p>A tick that could not be written is not an end of time: it is logged, and the next one is greater anyway.
 */
public final class Ticker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private static final Duration EVERY_SECOND = Duration.ofSeconds(1);
    /** A machine at its limit may stall a broker for many seconds; a tick that comes late is worth more than none. */
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(30);

    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(2);
    private static final long WORTH_A_WARNING_MILLIS = Duration.ofHours(1).toMillis();

    private final String bootstrap;
    private final LongSupplier wall;
    private final AtomicLong last;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "ticker");
        made.setDaemon(true);
        return made;
    });

    // Both are touched by the ticker's thread only.
    private KafkaProducer<byte[], byte[]> producer;
    private int partitions;

    private Ticker(String bootstrap, LongSupplier wall, long previous) {
        this.bootstrap = bootstrap;
        this.wall = wall;
        this.last = new AtomicLong(previous);
    }

    /** Finds the previous tick in the log and ticks from there on. The topic must exist. */
    public static Ticker start(String bootstrap) {
        // The one place where the wall clock enters: everything else is told the time by ticks.
        return start(bootstrap, System::currentTimeMillis, EVERY_SECOND);
    }

    /** For tests: with a wall clock and an interval of one's own. */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the thread, and no tick throws
    public static Ticker start(String bootstrap, LongSupplier wall, Duration interval) {
        OptionalLong previous = LastTick.in(bootstrap);
        if (previous.isPresent() && previous.getAsLong() > wall.getAsLong() + WORTH_A_WARNING_MILLIS) {
            LOG.warn(
                    "the last tick is {} min ahead of this machine's clock, so time stands nearly still until the clock has caught up;"
                            + " check the clock with ./microgram doctor",
                    (previous.getAsLong() - wall.getAsLong()) / 60_000);
        }
        Ticker ticker = new Ticker(bootstrap, wall, previous.orElse(Long.MIN_VALUE));
        ticker.thread.scheduleWithFixedDelay(ticker::tickAndCarryOn, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        return ticker;
    }

    /**
     * Writes a tick now and returns its time once every partition has acknowledged it.
     *
     * <p>Whoever sent readings and has them all acknowledged may wait for this tick: all of them are before it.
     */
    public long tickNow() {
        try {
            return thread.submit(this::tick).get();
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("The ticker is closed; no tick was written.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "A tick was not acknowledged by every partition of " + Topics.READINGS + ": "
                            + e.getCause().getMessage() + "\n-> is the broker up? Asking again is harmless.",
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a tick was written.", e);
        }
    }

    /** The time of the last tick that was begun; {@code Long.MIN_VALUE} before the first ever. */
    public long last() {
        return last.get();
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
                thread.awaitTermination(CLOSED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
        dropProducer();
    }

    private void tickAndCarryOn() {
        try {
            tick();
        } catch (ExecutionException | RuntimeException e) {
            LOG.warn("a tick was not written, the next one follows: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long tick() throws ExecutionException, InterruptedException {
        try {
            if (producer == null) {
                producer = newProducer();
                partitions = producer.partitionsFor(Topics.READINGS).size();
            }
            long now = wall.getAsLong();
            // max(previous, now − 1) + 1, so that the first tick ever is the wall clock itself
            long time = last.updateAndGet(previous -> Math.max(previous, now - 1) + 1);
            byte[] message = ReadingsCodec.encode(new Tick(time, now));
            List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(partitions);
            for (int partition = 0; partition < partitions; partition++) {
                acknowledgements.add(producer.send(new ProducerRecord<>(Topics.READINGS, partition, null, message)));
            }
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
            return time;
        } catch (ExecutionException | RuntimeException e) {
            dropProducer(); // some errors are for ever for a producer, so the next tick gets a new one
            throw e;
        }
    }

    private KafkaProducer<byte[], byte[]> newProducer() {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "ticker");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true); // a retry never puts an old tick behind a new one
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 1L << 20);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WRITTEN_WITHIN.toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) WRITTEN_WITHIN.toMillis() / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) WRITTEN_WITHIN.toMillis());
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void dropProducer() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
