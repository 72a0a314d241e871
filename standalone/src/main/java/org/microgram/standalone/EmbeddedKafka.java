package org.microgram.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.internals.Exit;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.microgram.ingest.log.Durability;
import org.microgram.ingest.log.TopicSetup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker inside this JVM, on the loopback address, with its own controller and the topics of Microgram.
 *
 * <p><b>Promise.</b> It starts on its own data after a clean close and after {@code kill -9} alike. What it acknowledged before is still
 * there; whether that holds when power fails is the setting {@link Durability}.
 *
 * <p>This is the one class that touches Kafka's internal API, so a new version of Kafka breaks here and nowhere else.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(4);
    private static final int ATTEMPTS_ON_FREE_PORTS = 3;

    private final KafkaRaftServer server;
    private final int port;
    private final Settings settings;

    private EmbeddedKafka(KafkaRaftServer server, int port, Settings settings) {
        this.server = server;
        this.port = port;
        this.settings = settings;
    }

    /**
     * How to start one.
     *
     * @param directory where it keeps its data; made when absent
     * @param port of the loopback address, or 0 for one that is free
     * @param durability when a reading counts as kept
     * @param onFatal told what happened when the broker cannot go on, such as a full disk; it must end the process
     */
    public record Settings(Path directory, int port, Durability durability, Consumer<String> onFatal) {

        public static Settings at(Path directory) {
            return new Settings(directory, 0, Durability.OS, message -> LOG.error("{}", message));
        }

        public Settings withPort(int other) {
            return new Settings(directory, other, durability, onFatal);
        }

        public Settings withDurability(Durability other) {
            return new Settings(directory, port, other, onFatal);
        }

        public Settings withOnFatal(Consumer<String> other) {
            return new Settings(directory, port, durability, other);
        }
    }

    /** Returns when the broker takes records and every topic exists. */
    public static EmbeddedKafka start(Settings settings) {
        refuseTakenPort(settings.port());
        reportInsteadOfHalting(settings);
        try {
            Files.createDirectories(settings.directory());
            formatOnce(settings.directory());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The broker's folder " + settings.directory() + " cannot be written: " + e.getMessage()
                            + "\n-> check its owner and the free space with ./microgram doctor",
                    e);
        }
        RuntimeException last = null;
        for (int attempt = 0; attempt < (settings.port() == 0 ? ATTEMPTS_ON_FREE_PORTS : 1); attempt++) {
            try {
                return startOnce(settings);
            } catch (RuntimeException e) {
                last = e; // a port that was free a moment ago may have been taken by somebody else
            }
        }
        throw last;
    }

    /** Where clients find it: {@code 127.0.0.1:port}. */
    public String bootstrap() {
        return LOOPBACK + ":" + port;
    }

    public int port() {
        return port;
    }

    public Settings settings() {
        return settings;
    }

    /** Writes everything out and stops. A broker that cannot, because its disk is full, is left as a killed one would be. */
    @Override
    public void close() {
        Thread closer = new Thread(
                () -> {
                    server.shutdown();
                    server.awaitShutdown();
                },
                "broker-closer");
        closer.setDaemon(true);
        closer.start();
        try {
            closer.join(CLOSED_WITHIN.toMillis());
            if (closer.isAlive()) {
                LOG.warn(
                        "the broker did not close within {} s; it starts again from what it acknowledged",
                        CLOSED_WITHIN.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static EmbeddedKafka startOnce(Settings settings) {
        long begun = System.nanoTime();
        int[] free = freePorts();
        int port = settings.port() == 0 ? free[0] : settings.port();
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(properties(settings.directory(), port, free[1])), Time.SYSTEM);
        try {
            server.startup();
            try (Admin admin =
                    Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, LOOPBACK + ":" + port))) {
                TopicSetup.ensure(admin, settings.durability(), (short) 1);
            }
            LOG.info("broker up on port {} after {} ms", port, (System.nanoTime() - begun) / 1_000_000);
            return new EmbeddedKafka(server, port, settings);
        } catch (InterruptedException e) {
            server.shutdown();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The broker's start was interrupted.", e);
        } catch (RuntimeException e) {
            server.shutdown();
            throw new IllegalStateException(
                    "The broker did not start on port " + port + " with its data in " + settings.directory() + ": "
                            + rootMessage(e)
                            + "\n-> if the port is taken, stop what uses it; else see ./microgram doctor",
                    e);
        }
    }

    /** A folder is formatted in its life exactly once; the cluster's id in it must stay the same. */
    private static void formatOnce(Path directory) throws IOException {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName(CONTROLLER)
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Properties properties(Path directory, int port, int controllerPort) {
        Properties p = new Properties();
        p.put("process.roles", "broker,controller");
        p.put("node.id", Integer.toString(NODE));
        p.put("log.dirs", directory.toString());
        p.put("listeners", "PLAINTEXT://" + LOOPBACK + ":" + port + ",CONTROLLER://" + LOOPBACK + ":" + controllerPort);
        p.put("advertised.listeners", "PLAINTEXT://" + LOOPBACK + ":" + port);
        p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.put("controller.listener.names", CONTROLLER);
        p.put("controller.quorum.voters", NODE + "@" + LOOPBACK + ":" + controllerPort);

        // After kill -9 the controller still believes in the dead broker until this session ends, 9 s by default. Much
        // less,
        // and a machine at its limit loses the session of a broker that lives: every producer must find its leader
        // again.
        p.put("broker.session.timeout.ms", "5000");
        p.put("broker.heartbeat.interval.ms", "500");
        p.put("initial.broker.registration.timeout.ms", "30000");
        // The only voter need not wait long before it votes for itself.
        p.put("controller.quorum.election.timeout.ms", "200");
        p.put("controller.quorum.election.backoff.max.ms", "100");

        // One node: no replica elsewhere, and no topic but those of TopicSetup.
        p.put("auto.create.topics.enable", "false");
        p.put("default.replication.factor", "1");
        p.put("min.insync.replicas", "1");
        p.put("offsets.topic.replication.factor", "1");
        p.put("offsets.topic.num.partitions", "1");
        p.put("offsets.topic.segment.bytes", Integer.toString(4 << 20));
        p.put("transaction.state.log.replication.factor", "1");
        p.put("transaction.state.log.min.isr", "1");
        p.put("transaction.state.log.num.partitions", "1");
        p.put("share.coordinator.state.topic.replication.factor", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");
        p.put("share.coordinator.state.topic.num.partitions", "1");
        p.put("group.initial.rebalance.delay.ms", "0");
        // A progress bar that was not looked at for a week must not start at zero.
        p.put("offsets.retention.minutes", Long.toString(Duration.ofDays(3650).toMinutes()));

        // Small: one process of about a gigabyte holds all of Microgram. The cleaner's buffer alone is 128 MB by
        // default.
        p.put("num.network.threads", "2");
        p.put("num.io.threads", "4");
        p.put("background.threads", "2");
        p.put("num.recovery.threads.per.data.dir", "2");
        p.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        p.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        return p;
    }

    /**
     * On a full disk Kafka ends the JVM without a word, in the middle of whatever else runs here. It shall say so first.
     *
     * <p>The procedures belong to the whole JVM, so the last broker started in it is the one that reports.
     */
    private static void reportInsteadOfHalting(Settings settings) {
        AtomicBoolean told = new AtomicBoolean();
        Exit.Procedure report = (status, message) -> {
            if (told.getAndSet(true)) {
                return; // several of its threads stop over the same disk
            }
            settings.onFatal()
                    .accept(
                            "The broker stopped itself (" + status + (message == null ? "" : ", " + message) + "). "
                                    + freeSpace(settings.directory())
                                    + "\nEverything acknowledged is kept.\n-> make room or repair the disk, then type the same command again.");
        };
        Exit.setHaltProcedure(report);
        Exit.setExitProcedure(report);
    }

    private static String freeSpace(Path directory) {
        try {
            return "Its disk has " + (Files.getFileStore(directory).getUsableSpace() >> 20) + " MB free.";
        } catch (IOException e) {
            return "Its folder " + directory + " cannot be reached: " + e.getMessage() + ".";
        }
    }

    /** Asked first, because the broker itself fails over it late and loudly. */
    private static void refuseTakenPort(int port) {
        if (port == 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket(port, 1, loopback())) {
            LOG.debug("port {} is free", probe.getLocalPort());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The broker cannot use port " + port + ": " + e.getMessage()
                            + "\n-> end the program that uses it, or give another port; ./microgram doctor looks at ports",
                    e);
        }
    }

    /** Two different ports: both are held before either is let go. */
    private static int[] freePorts() {
        try (ServerSocket one = new ServerSocket(0, 1, loopback());
                ServerSocket two = new ServerSocket(0, 1, loopback())) {
            return new int[] {one.getLocalPort(), two.getLocalPort()};
        } catch (IOException e) {
            throw new IllegalStateException("No free port on " + LOOPBACK + ": " + e.getMessage(), e);
        }
    }

    private static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
