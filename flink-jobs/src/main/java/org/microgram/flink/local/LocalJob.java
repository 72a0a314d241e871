package org.microgram.flink.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.microgram.flink.air.AirComplianceJob;
import org.microgram.flink.io.KafkaTopics;
import org.microgram.flink.state.Checkpoints;
import org.microgram.flink.state.SourceOffsets;
import org.microgram.messages.network.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The compliance job in this process. A clean stop and a kill take the same way back: the newest readable retained checkpoint, offsets from
 * it (rule K5).
 */
public final class LocalJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalJob.class);

    private static final JobID JOB = JobID.fromHexString(AirComplianceJob.ID);

    private final MiniCluster cluster;
    private final Optional<Path> restoredFrom;
    private final SortedMap<Integer, Long> restoredOffsets;

    private LocalJob(MiniCluster cluster, Optional<Path> restoredFrom, SortedMap<Integer, Long> restoredOffsets) {
        this.cluster = cluster;
        this.restoredFrom = restoredFrom;
        this.restoredOffsets = restoredOffsets;
    }

    /**
     * @param checkpoints folder of the retained checkpoints
     * @param parallelism at most the number of partitions of {@code readings}
     * @param partitions of {@code figures}
     * @param interval between checkpoints
     */
    public static LocalJob start(
            Path checkpoints, String bootstrap, Network network, int parallelism, int partitions, Duration interval)
            throws Exception {
        Configuration settings = AirComplianceJob.settings(checkpoints.toUri().toString(), interval.toMillis());
        settings.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        settings.set(RestOptions.ADDRESS, "127.0.0.1");
        settings.set(RestOptions.BIND_PORT, "0");
        settings.set(JobManagerOptions.BIND_HOST, "127.0.0.1");
        settings.set(TaskManagerOptions.BIND_HOST, "127.0.0.1");
        settings.set(WebOptions.SUBMIT_ENABLE, false);
        settings.set(WebOptions.CANCEL_ENABLE, false);
        // Heap state needs none of the memory that Flink manages itself.
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(1));

        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        env.setParallelism(parallelism);
        AirComplianceJob.wire(
                env,
                KafkaTopics.readings(bootstrap, AirComplianceJob.NAME),
                network,
                partitions,
                AirComplianceJob.toKafka(bootstrap, partitions));
        JobGraph graph = env.getStreamGraph().getJobGraph();
        graph.setJobID(JOB);
        Optional<Path> newest = new Checkpoints(checkpoints.resolve(JOB.toHexString())).newestReadable();
        // Read before the start: once the job has a newer checkpoint, this one is gone.
        SortedMap<Integer, Long> offsets = newest.isPresent() ? SourceOffsets.of(newest.get()) : new TreeMap<>();
        newest.ifPresent(checkpoint -> graph.setSavepointRestoreSettings(
                SavepointRestoreSettings.forPath(checkpoint.toUri().toString(), false, RecoveryClaimMode.CLAIM)));

        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(parallelism)
                .setCommonBindAddress("127.0.0.1")
                .build());
        cluster.start();
        try {
            cluster.submitJob(graph).get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            cluster.closeAsync();
            throw e;
        }
        LOG.info(
                "job submitted, restored from {}, next offsets of readings by partition {}",
                newest.map(path -> path.getFileName().toString()).orElse("nothing"),
                offsets);
        return new LocalJob(cluster, newest, offsets);
    }

    /** The checkpoint that the job went on from; empty when it began at the first record. */
    public Optional<Path> restoredFrom() {
        return restoredFrom;
    }

    /** The next offset of {@code readings} by partition that it went on from; empty when it began at the first record. */
    public SortedMap<Integer, Long> restoredOffsets() {
        return Collections.unmodifiableSortedMap(restoredOffsets);
    }

    /** Takes a checkpoint now, and returns when it is on disk. */
    public void checkpoint(Duration patience) throws Exception {
        cluster.triggerCheckpoint(JOB).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the job runs; false while it starts or recovers. */
    public boolean isRunning() {
        try {
            return cluster.getJobStatus(JOB).get(5, TimeUnit.SECONDS) == JobStatus.RUNNING;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Stops without asking the job: what it did since its last checkpoint is done again at the next start. */
    @Override
    public void close() {
        try {
            cluster.closeAsyncWithoutCleaningHighAvailabilityData().get(4, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the job's cluster did not stop in time; the process ends anyway", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
