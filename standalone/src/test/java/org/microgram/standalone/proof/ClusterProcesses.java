package org.microgram.standalone.proof;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.microgram.flink.air.AirComplianceJob;

/**
 * A real Flink cluster: JVMs of their own, started from the jars of this module's path without anything of ours, of Kafka or of Avro on it.
 * What the job needs of these it must bring in its jar.
 */
final class ClusterProcesses implements AutoCloseable {

    private static final String SESSION = "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
    private static final String APPLICATION =
            "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint";
    private static final String TASK_MANAGER = "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
    private static final String CLIENT = "org.apache.flink.client.cli.CliFrontend";

    /** What is no part of a Flink distribution. */
    private static final String NOT_FLINK =
            ".*/(kafka|flink-connector-kafka|flink-connector-base|avro|fastcsv|questdb|javalin|jetty|lz4|zstd|snappy|jackson-)[^/]*\\.jar";

    /** Kept after a failure, for whoever looks for its cause. */
    private final Path logs;

    private final Path folder;
    private final int restPort;
    private final List<Process> running = new ArrayList<>();
    private Process taskManager;

    private ClusterProcesses(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.logs = Files.createDirectories(
                Path.of("target/proof-logs").resolve(folder.getParent().getFileName()));
        this.restPort = freePort();
        Files.writeString(folder.resolve("config.yaml"), """
                jobmanager.rpc.address: 127.0.0.1
                jobmanager.rpc.port: %d
                jobmanager.bind-host: 127.0.0.1
                taskmanager.bind-host: 127.0.0.1
                taskmanager.host: 127.0.0.1
                rest.address: 127.0.0.1
                rest.bind-address: 127.0.0.1
                rest.port: %d
                rest.bind-port: %d
                parallelism.default: 2
                heartbeat.interval: 1000
                heartbeat.timeout: 8000
                # What Flink's scripts work out from the size of the process, written out.
                taskmanager.numberOfTaskSlots: 2
                taskmanager.cpu.cores: 2.0
                taskmanager.memory.framework.heap.size: 128m
                taskmanager.memory.framework.off-heap.size: 64m
                taskmanager.memory.task.heap.size: 384m
                taskmanager.memory.task.off-heap.size: 64m
                taskmanager.memory.network.min: 64m
                taskmanager.memory.network.max: 64m
                taskmanager.memory.managed.size: 1m
                taskmanager.memory.jvm-metaspace.size: 128m
                taskmanager.memory.jvm-overhead.min: 128m
                taskmanager.memory.jvm-overhead.max: 128m
                """.formatted(freePort(), restPort, restPort));
        Files.writeString(folder.resolve("logback.xml"), """
                <configuration>
                  <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%d %level %logger{0} %msg%n</pattern></encoder>
                  </appender>
                  <root level="INFO"><appender-ref ref="out"/></root>
                </configuration>
                """);
    }

    /** A session cluster; {@link #submit} gives it the job. */
    static ClusterProcesses session(Path folder) throws IOException {
        ClusterProcesses cluster = new ClusterProcesses(folder);
        cluster.java("jobmanager", cluster.flink(), SESSION, List.of("--configDir", folder.toString()));
        return cluster;
    }

    /** A cluster for this one job, as docker-compose.yml runs it: no endpoint that takes jobs is needed. */
    static ClusterProcesses application(Path folder, Path jar, List<String> arguments) throws IOException {
        ClusterProcesses cluster = new ClusterProcesses(folder);
        List<String> all = new ArrayList<>(
                List.of("--configDir", folder.toString(), "--job-classname", AirComplianceJob.class.getName()));
        all.addAll(List.of("--job-id", AirComplianceJob.ID));
        all.addAll(arguments);
        // Flink looks for the user's jar in usrlib beside its lib; so do its images.
        Files.createDirectories(folder.resolve("lib"));
        Files.copy(jar, Files.createDirectories(folder.resolve("usrlib")).resolve("microgram.jar"));
        cluster.java("jobmanager", cluster.flink(), APPLICATION, all);
        return cluster;
    }

    void startTaskManager() throws IOException {
        taskManager = java("taskmanager", flink(), TASK_MANAGER, List.of("--configDir", folder.toString()));
    }

    void killTaskManager() throws InterruptedException {
        taskManager.destroyForcibly().waitFor();
    }

    /** {@code flink run -d}: its own JVM, which reads the main class from the jar and submits over REST. */
    void submit(Path jar, List<String> arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("run", "-d", "-m", "127.0.0.1:" + restPort, jar.toString()));
        all.addAll(arguments);
        Process client = java("client", flink(), CLIENT, all);
        if (!client.waitFor(90, TimeUnit.SECONDS) || client.exitValue() != 0) {
            throw new IllegalStateException("the job was not submitted:\n" + log("client"));
        }
    }

    /** What the REST interface says; empty while it does not answer. */
    String rest(String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + restPort + path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        }
    }

    String log(String name) throws IOException {
        return Files.readString(logs.resolve(name + ".log"));
    }

    @Override
    public void close() {
        running.forEach(Process::destroyForcibly);
    }

    private String flink() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> !entry.matches(NOT_FLINK))
                .filter(entry -> !entry.contains("0.1.0-SNAPSHOT"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Process java(String log, String classpath, String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-Dlogback.configurationFile=" + folder.resolve("logback.xml"),
                "-cp",
                classpath,
                main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("FLINK_CONF_DIR", folder.toString());
        builder.environment().put("FLINK_LIB_DIR", folder.resolve("lib").toString());
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        logs.resolve(log + ".log").toFile()));
        Process process = builder.start();
        running.add(process);
        return process;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
