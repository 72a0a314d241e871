package org.microgram.standalone.platform;

import java.time.Duration;
import java.util.SortedMap;
import org.microgram.flink.local.LocalJob;
import org.microgram.ingest.log.TopicSetup;
import org.microgram.messages.network.Network;
import org.microgram.standalone.DataDirectory;
import org.microgram.standalone.EmbeddedKafka;

/** Broker and job in this process, their data in the data directory. */
final class InnerEngine implements Engine {

    private static final int PARALLELISM = 2;

    /** Between checkpoints: what a restart reads again at most. */
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(15);

    private final DataDirectory data;
    private final EmbeddedKafka kafka;
    private LocalJob job;

    InnerEngine(DataDirectory data) {
        this.data = data;
        this.kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.at(data.kafka()));
    }

    @Override
    public String bootstrap() {
        return kafka.bootstrap();
    }

    @Override
    public void startJob(Network network) throws Exception {
        job = LocalJob.start(
                data.checkpoints(),
                kafka.bootstrap(),
                network,
                PARALLELISM,
                TopicSetup.FIGURES_PARTITIONS,
                CHECKPOINT_INTERVAL);
    }

    @Override
    public void checkpoint(Duration patience) throws Exception {
        job.checkpoint(patience);
    }

    @Override
    public SortedMap<Integer, Long> restoredOffsets() {
        return job.restoredOffsets();
    }

    @Override
    public void stopJob() {
        if (job != null) {
            job.close();
        }
    }

    @Override
    public void close() {
        kafka.close();
    }
}
