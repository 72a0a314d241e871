package org.microgram.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.microgram.messages.Topics;
import org.microgram.messages.rows.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the topic {@code figures} into the store (stop 6), on a thread of its own.
 *
 * <p><b>Guarantees.</b> A row is written and visible before its offset is committed, so a crash at any point repeats rows and loses none;
 * repeating a row changes nothing. A store that fails is tried again until it works: that delays what is seen, never alerts. A message
 * that cannot be read stops the writer before it ({@link #failure}), because going on would lose a figure silently.
 *
 * <p>Offsets are committed with the store's identity, so a store that was lost is filled from the beginning of the topic ({@link FeedPosition}).
 *
 * <p>It assigns itself all partitions instead of joining a group: after a kill a group waits 45 s for its dead member.
 */
public final class StoreWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWriter.class);

    // Each store merges every table it touches, whatever the number of rows: a backfill of two years took 153 s when it
    // stored what half a
    // second brought, and a quarter of that with batches like these.
    private static final int BATCH_ROWS = 100_000;
    private static final int POLL_RECORDS = 5_000;
    private static final long GATHER_NANOS = TimeUnit.SECONDS.toNanos(5);

    // So many rows are a batch's, and more will follow; fewer are live, and somebody waits to see them.
    private static final int BATCH_LIKE_ROWS = 2_000;

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration MORE_OF_A_BATCH = Duration.ofMillis(400);
    private static final Duration MORE_LIVE = Duration.ofMillis(10);
    private static final Duration CLOSING = Duration.ofSeconds(2);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Store store;
    private final Set<String> jobs;
    private final List<java.util.function.Consumer<List<Row>>> listeners = new CopyOnWriteArrayList<>();
    private final WriterMetrics metrics;
    private final Thread thread = new Thread(this::run, "store-writer");
    private final CountDownLatch closing = new CountDownLatch(1);

    // Of the writer's thread alone.
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private MarkerBoard board;
    private FeedPosition position;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile long storedTick = MarkerBoard.NONE;
    private volatile RuntimeException failure;
    private volatile int waiting;
    private volatile boolean storeAway;

    /**
     * @param consumer of bytes, see {@link #consumer}; used and closed by this writer alone
     * @param jobs whose markers {@link #storedTick} waits for; empty for every job that shows
     */
    public StoreWriter(Consumer<byte[], byte[]> consumer, Store store, Set<String> jobs, MeterRegistry metrics) {
        this.consumer = consumer;
        this.store = store;
        this.jobs = Set.copyOf(jobs);
        this.metrics = new WriterMetrics(metrics, this::storedTick, () -> waiting);
        thread.setDaemon(true);
    }

    /**
     * A consumer as this writer needs it: offsets are kept under the group's name, which nobody joins.
     *
     * @param settings {@code bootstrap.servers} and what the broker asks for besides
     */
    public static Consumer<byte[], byte[]> consumer(Map<String, Object> settings, String group) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        all.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50); // closing waits for the answer
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Rows written since it was made. */
    public long rowsWritten() {
        return metrics.rowsWritten();
    }

    /** Calls the listener after rows have become visible, on the writer's thread: it must be quick, and what it throws is only logged. */
    public void onRows(java.util.function.Consumer<List<Row>> listener) {
        listeners.add(listener);
    }

    public StoreWriter start() {
        thread.start();
        return this;
    }

    /** The store shows all rows before this tick (milliseconds); {@link Long#MIN_VALUE} as long as a marker is missing. */
    public long storedTick() {
        return storedTick;
    }

    /**
     * Waits until the store shows all rows before a tick.
     *
     * @return whether it does; false when the time is over
     * @throws StoreFailure when the writer has stopped
     */
    public boolean awaitMarker(long tick, Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (storedTick < tick) {
                if (!isOpen()) {
                    throw new StoreFailure("The store-writer has stopped before tick " + tick + ".", failure);
                }
                if (left <= 0) {
                    return false;
                }
                left = advanced.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Why it stopped; null while it runs, and after it was closed. */
    public RuntimeException failure() {
        return failure;
    }

    /** Whether the store does not answer at present: rows wait here, the others in the log, and go on when it does. */
    public boolean isStoreAway() {
        return storeAway;
    }

    /** Stops after the write in progress; what is not committed is read again next time. */
    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            untilKafkaAnswers(() -> {
                assign();
                return null;
            });
            while (isOpen()) {
                store(gather());
            }
        } catch (WakeupException closed) {
            LOG.debug("woken to close");
        } catch (RuntimeException e) {
            failure = e;
            LOG.error(
                    "The store-writer has stopped. What is not stored stays in {}: restart it when mended.",
                    Topics.FIGURES,
                    e);
        } finally {
            closing.countDown();
            signal();
            consumer.close(CloseOptions.timeout(CLOSING));
        }
    }

    private void assign() {
        List<PartitionInfo> found = consumer.partitionsFor(Topics.FIGURES);
        if (found == null || found.isEmpty()) {
            throw new UnknownTopicOrPartitionException("the topic " + Topics.FIGURES + " does not exist yet");
        }
        List<TopicPartition> partitions = found.stream()
                .map(partition -> new TopicPartition(Topics.FIGURES, partition.partition()))
                .toList();
        board = new MarkerBoard(
                partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet()), jobs);
        position = new FeedPosition(consumer, store);
        position.assign(partitions);
    }

    /** What a poll brings when it is live rows, so that they are seen at once; of a batch as much as makes the store's merging worth while. */
    private FiguresBatch gather() {
        FiguresBatch batch = new FiguresBatch();
        batch.add(untilKafkaAnswers(() -> consumer.poll(POLL)));
        long start = System.nanoTime();
        while (!batch.rows().isEmpty()
                && !batch.endsAtUnreadable()
                && batch.rows().size() < BATCH_ROWS
                && System.nanoTime() - start < GATHER_NANOS) {
            ConsumerRecords<byte[], byte[]> more =
                    pollOnce(batch.rows().size() < BATCH_LIKE_ROWS ? MORE_LIVE : MORE_OF_A_BATCH);
            if (more.isEmpty()) {
                break;
            }
            batch.add(more);
        }
        return batch;
    }

    private void store(FiguresBatch batch) {
        if (!batch.rows().isEmpty() && !untilStored(batch.rows())) {
            return; // closing: nothing is committed, so it is read again next time
        }
        metrics.written(batch.rows());
        batch.markers().forEach(read -> board.stored(read.partition(), read.marker()));
        storedTick = board.tick();
        signal();
        if (!batch.rows().isEmpty()) {
            listeners.forEach(listener -> tell(listener, batch.rows()));
        }
        uncommitted.putAll(batch.offsets());
        commit();
        batch.throwIfUnreadable();
    }

    /** Whether they are stored; false when the writer is closed before the store works again. */
    private boolean untilStored(List<Row> rows) {
        waiting = rows.size();
        for (int attempt = 0; isOpen(); attempt++) {
            try {
                store.write(rows);
                store.flush();
                storeAway = false;
                waiting = 0;
                return true;
            } catch (RuntimeException e) {
                storeAway = e instanceof StoreFailure failed && failed.isPassing();
                metrics.failed();
                LOG.warn(
                        "Could not store {} rows, attempt {}; they are kept and tried again.",
                        rows.size(),
                        attempt + 1,
                        e);
                pause(attempt);
            }
        }
        return false;
    }

    // What has been gathered must not wait for a broker that is away.
    private ConsumerRecords<byte[], byte[]> pollOnce(Duration wait) {
        try {
            return consumer.poll(wait);
        } catch (WakeupException closed) {
            throw closed;
        } catch (KafkaException e) {
            LOG.warn("Could not read {}; storing what is here first.", Topics.FIGURES, e);
            return ConsumerRecords.empty();
        }
    }

    private <T> T untilKafkaAnswers(Supplier<T> question) {
        for (int attempt = 0; ; attempt++) {
            try {
                return question.get();
            } catch (WakeupException closed) {
                throw closed;
            } catch (KafkaException | StoreFailure e) {
                boolean passing = !(e instanceof StoreFailure failed) || failed.isPassing();
                if (!isOpen() || !passing) {
                    throw e;
                }
                LOG.warn("Could not read {}, attempt {}; trying again.", Topics.FIGURES, attempt + 1, e);
                pause(attempt);
            }
        }
    }

    private void commit() {
        if (uncommitted.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(position.signed(uncommitted));
            uncommitted.clear();
        } catch (WakeupException closed) {
            throw closed;
        } catch (KafkaException e) {
            LOG.warn("Could not commit offsets of {}; they go with the next batch.", Topics.FIGURES, e);
        }
    }

    private static void tell(java.util.function.Consumer<List<Row>> listener, List<Row> rows) {
        try {
            listener.accept(rows);
        } catch (RuntimeException e) {
            LOG.warn("a listener failed; the rows are stored all the same", e);
        }
    }

    // Doubles from FIRST_PAUSE to LONGEST_PAUSE; closing ends it at once.
    private void pause(int attempt) {
        long millis = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, 10));
        try {
            if (closing.await(millis, TimeUnit.MILLISECONDS)) {
                LOG.debug("closed while waiting");
            }
        } catch (InterruptedException e) {
            closing.countDown();
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private void signal() {
        lock.lock();
        try {
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
