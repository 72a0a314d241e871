package org.microgram.standalone.platform;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.microgram.flink.air.AirComplianceJob;
import org.microgram.ingest.log.Durability;
import org.microgram.ingest.log.ReadingsProducer;
import org.microgram.ingest.log.TopicSetup;
import org.microgram.ingest.tick.Ticker;
import org.microgram.messages.network.Network;
import org.microgram.standalone.DataDirectory;
import org.microgram.store.Store;
import org.microgram.store.StoreWriter;

/**
 * Broker, ticker, job, store and store-writer over one data directory: everything in one process, or broker and job outside of it.
 *
 * <pre>
 *   readings-producer ──► [broker: readings] ──► job ──► [broker: figures] ──► store-writer ──► store
 *   ticker ─────────────────────┘
 * </pre>
 *
 * <p>A start after a clean stop and one after {@code kill -9} are the same (rule K5). When the configuration is another than the one that
 * the figures were made with, everything that is derived is forgotten and made again from {@code readings}.
 */
public final class Platform implements AutoCloseable {

    /** How often it is looked whether anything moves. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final DataDirectory data;
    private final Network network;
    private final Store store;
    private final Engine engine;
    private final Ticker ticker;
    private final ReadingsProducer producer;
    private final StoreWriter writer;
    private final Consumer<Step> saying;

    private Platform(Starting made) {
        this.data = made.data;
        this.network = made.network;
        this.store = made.store;
        this.engine = made.engine;
        this.ticker = made.ticker;
        this.producer = made.producer;
        this.writer = made.writer;
        this.saying = made.saying;
    }

    /** Parts while they start, so that a failure half way closes those that stand. */
    private static final class Starting {
        DataDirectory data;
        Network network;
        Store store;
        Engine engine;
        Ticker ticker;
        ReadingsProducer producer;
        StoreWriter writer;
        Consumer<Step> saying;

        void close() {
            closeAll(writer, producer, ticker, engine == null ? null : engine::stopJob, engine, store);
        }
    }

    /** Starts all parts, broker and job in this process unless the data directory belongs to others, with the embedded store. */
    public static Platform start(DataDirectory data, Network network, MeterRegistry metrics, Consumer<Step> saying)
            throws Exception {
        return start(data, network, metrics, saying, Optional.empty(), StorePlace.embedded(data));
    }

    /**
     * Starts all parts. A store that does not answer is waited for, as long as it takes.
     *
     * @param data open and locked; stays the caller's to close
     * @param saying told, in a few words, what is being started
     * @param bootstrap of a broker outside; the job is outside then, too
     * @param place of the figures
     */
    public static Platform start(
            DataDirectory data,
            Network network,
            MeterRegistry metrics,
            Consumer<Step> saying,
            Optional<String> bootstrap,
            StorePlace place)
            throws Exception {
        Starting parts = new Starting();
        parts.data = data;
        parts.network = network;
        parts.saying = saying;
        try {
            saying.accept(Step.BROKER);
            Optional<String> outside = new BrokerFile(data).resolve(bootstrap);
            parts.engine = outside.isPresent() ? new OuterEngine(outside.get()) : new InnerEngine(data);
            saying.accept(Step.STORE);
            boolean toBeMade = data.configHash().filter(network.hash()::equals).isEmpty();
            parts.store = Waiting.until(() -> place.open(toBeMade), () -> saying.accept(Step.STORE_AWAITED));
            Derived derived = new Derived(data, parts.store, parts.engine.bootstrap());
            if (derived.isOutdated(network.hash())) {
                saying.accept(Step.FORGETTING);
                derived.forget(network.hash());
            }
            setUpTopics(parts.engine.bootstrap());
            saying.accept(Step.JOB);
            parts.engine.startJob(network);
            parts.ticker = Ticker.start(parts.engine.bootstrap());
            parts.producer = new ReadingsProducer(parts.engine.bootstrap());
            parts.writer = new StoreWriter(
                            StoreWriter.consumer(
                                    Map.of("bootstrap.servers", parts.engine.bootstrap()), Derived.WRITER_GROUP),
                            parts.store,
                            Set.of(AirComplianceJob.NAME),
                            metrics)
                    .start();
            return new Platform(parts);
        } catch (Exception | Error e) {
            parts.close();
            throw e;
        }
    }

    private static void setUpTopics(String bootstrap) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicSetup.ensure(admin, Durability.OS, (short) 1);
        }
    }

    /** Whether broker and job of a data directory are outside: then the job's state is not here to forget. */
    public static boolean isOutside(DataDirectory data) {
        return BrokerFile.isOutside(data.root());
    }

    /** What is being started. */
    public enum Step {
        BROKER,
        STORE,
        /** The store does not answer; everything else is kept in the log and goes on. Said again from time to time. */
        STORE_AWAITED,
        /** The configuration changed: figures are made again from the readings. */
        FORGETTING,
        JOB
    }

    public Network network() {
        return network;
    }

    public Store store() {
        return store;
    }

    public StoreWriter writer() {
        return writer;
    }

    public ReadingsProducer producer() {
        return producer;
    }

    public Ticker ticker() {
        return ticker;
    }

    public DataDirectory data() {
        return data;
    }

    public String bootstrap() {
        return engine.bootstrap();
    }

    /** At which offsets of {@code readings} the job went on, by partition; empty when it began at the first record, or runs elsewhere. */
    public SortedMap<Integer, Long> restoredOffsets() {
        return engine.restoredOffsets();
    }

    /**
     * Waits until everything acknowledged so far can be read in the store, then keeps it in a checkpoint (a job outside does so by itself).
     *
     * <p>Asks for a tick: all that was acknowledged is before it; and waits for its markers, which all rows that follow from it are before.
     *
     * @param patience without a sign of progress from the store-writer; a store that does not answer is waited for beyond it
     * @throws Stuck when nothing moves for that long
     */
    public void settle(Duration patience) throws Exception {
        long tick = ticker.tickNow();
        Duration look = patience.compareTo(LOOK) < 0 ? patience : LOOK;
        Duration quiet = Duration.ZERO;
        // Rows are progress too: readings in any order can make all of two years follow from one tick.
        long seenTick = writer.storedTick();
        long seenRows = writer.rowsWritten();
        while (!writer.awaitMarker(tick, look)) {
            if (writer.failure() != null) {
                throw writer.failure();
            }
            boolean moved = writer.storedTick() != seenTick || writer.rowsWritten() != seenRows;
            boolean away = writer.isStoreAway();
            if (away) {
                saying.accept(Step.STORE_AWAITED);
            }
            quiet = moved || away ? Duration.ZERO : quiet.plus(look);
            if (quiet.compareTo(patience) >= 0) {
                throw new Stuck(patience);
            }
            seenTick = writer.storedTick();
            seenRows = writer.rowsWritten();
        }
        engine.checkpoint(Duration.ofSeconds(60));
    }

    /** What the store gives; waits for it while it does not answer. */
    <T> T fromStore(java.util.function.Function<Store, T> question) throws InterruptedException {
        return Waiting.until(() -> question.apply(store), () -> saying.accept(Step.STORE_AWAITED));
    }

    /** Nothing has come through for too long. */
    public static final class Stuck extends RuntimeException {

        Stuck(Duration patience) {
            super("Nothing came through to the store for " + patience.toSeconds() + " s, and the work is not done."
                    + "\n-> see DATA/logs for the cause; start the same command again: it goes on where it stood");
        }
    }

    /** Closes the parts, the last first. What was acknowledged is in the log; the rest of the way is done again at the next start. */
    @Override
    public void close() {
        closeAll(producer, ticker, engine::stopJob, writer, engine, store);
    }

    private static void closeAll(AutoCloseable... parts) {
        for (AutoCloseable part : parts) {
            if (part == null) {
                continue;
            }
            try {
                part.close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(Platform.class).warn("a part did not close in order", e);
            }
        }
    }

    /** Where retained checkpoints are. */
    public Path checkpoints() {
        return data.checkpoints();
    }
}
