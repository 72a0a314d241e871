package org.microgram.store.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.microgram.messages.network.InfluxSettings;
import org.microgram.store.StoreFailure;

/**
 * A real InfluxDB 1 on a port of its own at loopback, with a directory of its own; ours to stop and to start again.
 *
 * <p>It is the {@code influxd} on the path. Without one the test is skipped, and says so; where {@code CI} is true it fails.
 */
public final class InfluxServer implements AutoCloseable {

    private static final Duration STARTING = Duration.ofSeconds(60);

    private final Path directory;
    private final int port;
    private Process process;

    private InfluxServer(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** Starts one over a directory, with what was left there. */
    public static InfluxServer start(Path directory) throws IOException {
        boolean there = isOnPath();
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            assertThat(there)
                    .as("influxd is on the path (apt-get install influxdb)")
                    .isTrue();
        }
        Assumptions.assumeTrue(there, "skipped: no influxd on the path; apt-get install influxdb");
        InfluxServer server = new InfluxServer(directory, freePort());
        server.start();
        return server;
    }

    public InfluxSettings settings(String database) {
        return InfluxSettings.of(url(), database);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it again after {@link #kill}. */
    public void start() throws IOException {
        Files.createDirectories(directory);
        Path configuration = Files.writeString(
                directory.resolve("influxd.conf"), """
                reporting-disabled = true
                bind-address = "127.0.0.1:%d"
                [meta]
                  dir = "%s/meta"
                [data]
                  dir = "%s/data"
                  wal-dir = "%s/wal"
                  query-log-enabled = false
                [monitor]
                  store-enabled = false
                [http]
                  bind-address = "127.0.0.1:%d"
                  log-enabled = false
                """.formatted(freePort(), directory, directory, directory, port));
        process = new ProcessBuilder("influxd", "-config", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("influxd.log").toFile()))
                .start();
        await().atMost(STARTING).until(this::answers);
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Stops it from running, without ending it: whoever asks waits for an answer. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /** Largest memory it had, such as {@code VmHWM: 123 kB}; empty where the system does not tell. */
    public String memory() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.exists(status)
                ? String.join(
                        " ",
                        Files.readAllLines(status).stream()
                                .filter(line -> line.startsWith("VmHWM"))
                                .toList())
                : "";
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void signal(String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private boolean answers() {
        assertThat(process.isAlive()).as("see " + directory + "/influxd.log").isTrue();
        try {
            return !InfluxStore.version(settings("any")).isEmpty();
        } catch (StoreFailure notYet) {
            return false;
        }
    }

    private static boolean isOnPath() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "influxd")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
