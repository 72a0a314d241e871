package org.microgram.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.demo.DemoData;
import org.microgram.flink.air.AirComplianceJob;
import org.microgram.ingest.KnownDefects;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.Readers;
import org.microgram.ingest.beijing.BeijingArchiveReader;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.NetworkLoader;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.standalone.DataDirectory;
import org.microgram.standalone.EmbeddedKafka;
import org.microgram.standalone.platform.BackfillRun;
import org.microgram.standalone.platform.Platform;
import org.tukaani.xz.XZInputStream;

/**
 * The job jar on a cluster of real processes: a JobManager and a TaskManager that know nothing of ours, a broker, and a platform that
 * brings neither broker nor job. A week of real data goes through, the TaskManager is killed in the middle, and every row in the store is
 * the one that the job in this process computes.
 */
@Tag("proof")
@DisplayName("The job on a cluster of processes")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SessionClusterProofTest {

    private static final Path CONFIG = Path.of("../config").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path temp;

    private final Network network = NetworkLoader.load(CONFIG);

    @Test
    void the_jar_brings_nothing_that_the_cluster_has() throws IOException {
        try (JarFile jar = new JarFile(jobJar().toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName()).filter(name -> name.endsWith(".class")))
                    .contains("org/microgram/flink/air/AirComplianceJob.class")
                    .noneMatch(name -> name.startsWith("org/apache/flink/runtime/")
                            || name.startsWith("org/apache/flink/api/")
                            || name.startsWith("org/slf4j/")
                            || name.startsWith("org/microgram/store/")
                            || name.startsWith("org/microgram/ingest/"));
            assertThat(jar.getManifest().getMainAttributes().getValue("Add-Opens"))
                    .contains("java.base/java.lang");
        }
    }

    @Test
    void computes_in_a_session_what_it_computes_in_one_process() throws Exception {
        Path folder = temp.resolve("session");
        sameAsInOneProcess(folder, arguments -> {
            ClusterProcesses cluster = ClusterProcesses.session(folder.resolve("cluster"));
            try {
                cluster.startTaskManager();
                await().atMost(PATIENCE).until(() -> cluster.rest("/overview").contains("\"taskmanagers\":1"));
                cluster.submit(jobJar(), arguments);
            } catch (Exception | Error e) {
                cluster.close();
                throw e;
            }
            return cluster;
        });
    }

    @Test
    void computes_as_an_application_what_it_computes_in_one_process() throws Exception {
        Path folder = temp.resolve("application");
        sameAsInOneProcess(folder, arguments -> {
            ClusterProcesses cluster = ClusterProcesses.application(folder.resolve("cluster"), jobJar(), arguments);
            cluster.startTaskManager();
            return cluster;
        });
    }

    private interface Start {
        ClusterProcesses with(List<String> arguments) throws Exception;
    }

    private void sameAsInOneProcess(Path folder, Start start) throws Exception {
        Path begin = days(folder.resolve("begin"), "20190211", "20190214");
        Path end = days(folder.resolve("end"), "20190215", "20190217");
        SortedMap<RowKey, Row> expected;
        try (DataDirectory data = DataDirectory.open(folder.resolve("inner"));
                Platform inner = Platform.start(data, network, new SimpleMeterRegistry(), step -> {})) {
            backfill(inner, begin);
            backfill(inner, end);
            expected = rows(inner);
        }
        Path checkpoints = Files.createDirectories(folder.resolve("checkpoints"));
        try (EmbeddedKafka broker = EmbeddedKafka.start(EmbeddedKafka.Settings.at(folder.resolve("kafka")));
                DataDirectory data = DataDirectory.open(folder.resolve("outer"));
                Platform outer = Platform.start(
                        data,
                        network,
                        new SimpleMeterRegistry(),
                        step -> {},
                        Optional.of(broker.bootstrap()),
                        org.microgram.standalone.platform.StorePlace.embedded(data));
                ClusterProcesses cluster = start.with(List.of(
                        "--bootstrap", broker.bootstrap(),
                        "--config", CONFIG.toString(),
                        "--checkpoints", checkpoints.toUri().toString().replaceAll("/$", "")))) {
            BackfillRun.Report before = backfill(outer, begin);
            await().atMost(PATIENCE).until(() -> hasCheckpoint(checkpoints));
            long killed = System.nanoTime();
            cluster.killTaskManager();
            cluster.startTaskManager();
            BackfillRun.Report after = backfill(outer, end);
            long recovered = System.nanoTime() - killed;

            assertThat(cluster.rest("/jobs/" + AirComplianceJob.ID + "/checkpoints"))
                    .as("it went on from a checkpoint")
                    .contains("\"restored\":1");
            assertThat(rows(outer)).isEqualTo(expected);
            System.out.printf(
                    "%s: %,d rows equal; %,d values before the kill in %d ms, %,d after it, new TaskManager included, in %d ms%n",
                    folder.getFileName(),
                    expected.size(),
                    before.reader().read(),
                    before.whole().toMillis(),
                    after.reader().read(),
                    Duration.ofNanos(recovered).toMillis());
        }
    }

    private static BackfillRun.Report backfill(Platform platform, Path days) throws Exception {
        BackfillRun.Report report = new BackfillRun(platform, KnownDefects.load(CONFIG))
                .run(
                        Readers.find(BeijingArchiveReader.FORMAT).orElseThrow(),
                        List.of(days),
                        ReadContext.Progress.SILENT);
        assertThat(report.holds()).as(report.law()).isTrue();
        return report;
    }

    /** Every row but {@code delivery}, whose key is the batch. */
    private static SortedMap<RowKey, Row> rows(Platform platform) {
        SortedMap<RowKey, Row> rows = new TreeMap<>();
        for (Measurement measurement : Measurement.stored()) {
            if (measurement != Measurement.DELIVERY) {
                platform.store().scan(measurement, List.of(), 0, 4_102_444_800L, row -> rows.put(row.key(), row));
            }
        }
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static boolean hasCheckpoint(Path checkpoints) {
        try (Stream<Path> all = Files.walk(checkpoints)) {
            return all.anyMatch(path -> path.endsWith("_metadata"));
        } catch (IOException | UncheckedIOException changing) {
            return false;
        }
    }

    /** The daily files of the demo's archive between two days. */
    private static Path days(Path folder, String from, String to) throws IOException {
        Files.createDirectories(folder);
        try (InputStream xz = DemoData.open(2019);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(xz))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String day = entry.getName().replaceAll("\\D", "");
                if (day.compareTo(from) >= 0 && day.compareTo(to) <= 0) {
                    Files.write(folder.resolve(entry.getName()), tar.readAllBytes());
                }
            }
        }
        return folder;
    }

    private static Path jobJar() throws IOException {
        List<Path> found = new ArrayList<>();
        Path target = Path.of("../flink-jobs/target").toAbsolutePath().normalize();
        try (Stream<Path> files = Files.list(target)) {
            files.filter(file -> file.getFileName().toString().endsWith("-job.jar"))
                    .forEach(found::add);
        }
        assertThat(found)
                .as("the job jar; build it first: ./mvnw package -pl flink-jobs -am")
                .hasSize(1);
        return found.get(0);
    }
}
