package org.microgram.flink.air;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptionsInternal;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.microgram.flink.io.KafkaTopics;
import org.microgram.flink.io.MarkTicks;
import org.microgram.flink.io.Ticks;
import org.microgram.flink.state.AreaUpdate;
import org.microgram.flink.state.BasinUpdate;
import org.microgram.flink.state.Checkpoints;
import org.microgram.flink.state.Figure;
import org.microgram.flink.state.Types;
import org.microgram.flink.water.KeepBasinLedger;
import org.microgram.flink.water.KeepSectionLedger;
import org.microgram.flink.water.SectionLedgers;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.NetworkLoader;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.StationMessage;

/**
 * Reads records, keeps each station's and each area's ledger, and sends every figure that changed to its outlet.
 *
 * <pre>
 *   readings ──► screen ──┬► ledger ──┬───────────────► mark ticks ──► figures
 *     (Kafka)      │      │ (station) └──► areas ──────────┤
 *                  │      │    │           (area)          │
 *                  │      └► sections ─────────────────────┤
 *                  │         (section: surface water)      │
 *                  │              └──► basins ─────────────┘
 *                  │                   (river, basin, lake, area)
 *                  └───────────┴──► refusals     what could not be used, with its reason
 * </pre>
 *
 * <p>It always runs unbounded; a backfill is done when its markers have arrived (rule K5).
 */
public final class AirComplianceJob {

    /** The name in markers and metrics. */
    public static final String NAME = "air-compliance";

    /** The job's id, the same in every run, so that a checkpoint is found again. */
    public static final String ID = "6d6963726f6772616d2d616972000001";

    private static final int MAX_PARALLELISM = 128;

    private AirComplianceJob() {}

    /**
     * On a cluster: {@code --bootstrap HOST:PORT --config DIR [--partitions N] [--checkpoints URI]}.
     *
     * <p>A start is a restart (rule K5): where {@code --checkpoints} is a folder that this process sees, the job goes on from the newest
     * readable checkpoint in it. Each configuration has a folder of its own, so one that is new begins at the first reading.
     */
    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        Network network = NetworkLoader.load(Path.of(arguments.require("config")));
        int partitions = Integer.parseInt(arguments.or("partitions", "4"));
        URI checkpoints =
                URI.create(arguments.or("checkpoints", "file:///tmp/microgram-checkpoints") + "/" + network.hash());
        Configuration settings = settings(checkpoints.toString(), 10_000);
        settings.set(PipelineOptionsInternal.PIPELINE_FIXED_JOB_ID, ID);
        newest(checkpoints).ifPresent(checkpoint -> {
            settings.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri().toString());
            settings.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
        });
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        String bootstrap = arguments.require("bootstrap");
        wire(env, KafkaTopics.readings(bootstrap, NAME), network, partitions, toKafka(bootstrap, partitions));
        env.execute(NAME);
    }

    private static Optional<Path> newest(URI checkpoints) {
        return "file".equals(checkpoints.getScheme())
                ? new Checkpoints(Path.of(checkpoints).resolve(ID)).newestReadable()
                : Optional.empty();
    }

    /** The outlets of live and backfill alike. */
    public static Outlets toKafka(String bootstrap, int partitions) {
        return new Outlets(
                figures -> figures.sinkTo(KafkaTopics.figures(bootstrap, partitions))
                        .uid("figures")
                        .name("figures"),
                refusals -> refusals.sinkTo(KafkaTopics.refusals(bootstrap))
                        .uid("refusals")
                        .name("refusals"));
    }

    /**
     * What the job needs of its surroundings: retained checkpoints, failures of which are tolerated, and no object copies.
     *
     * @param interval between checkpoints, ms
     */
    public static Configuration settings(String checkpoints, long interval) {
        Configuration settings = new Configuration();
        settings.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, java.time.Duration.ofMillis(interval));
        settings.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);
        settings.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, 10);
        settings.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        return settings;
    }

    /** The pipeline. Sources and outlets are handed in. */
    public static void wire(
            StreamExecutionEnvironment env,
            Source<ReadingsMessage, ?, ?> readings,
            Network network,
            int partitions,
            Outlets outlets) {
        env.setMaxParallelism(MAX_PARALLELISM);
        env.setBufferTimeout(20);
        env.getConfig().enableObjectReuse();
        env.getConfig().setAutoWatermarkInterval(0);

        SingleOutputStreamOperator<StationMessage> screened = env.fromSource(
                        readings, Ticks.asWatermarks(), "readings", Types.READING)
                .uid("readings")
                .process(new Screen(network))
                .returns(Types.STATION_MESSAGE)
                .uid("screen")
                .name("screen");

        SingleOutputStreamOperator<Figure> stations = screened.keyBy(StationMessage::station)
                .process(new KeepStationLedger(network))
                .returns(Types.FIGURE)
                .uid("ledger")
                .name("station ledgers");

        SingleOutputStreamOperator<Figure> areas = stations.getSideOutput(KeepStationLedger.DAYS)
                .keyBy(AreaUpdate::area)
                .process(new KeepAreaLedger(network))
                .returns(Types.FIGURE)
                .uid("areas")
                .name("area ledgers");

        SingleOutputStreamOperator<Figure> sections = screened.getSideOutput(Screen.SECTIONS)
                .keyBy(SectionMessage::section)
                .transform("section ledgers", Types.FIGURE, new SectionLedgers(network))
                .uid("sections");

        SingleOutputStreamOperator<Figure> basins = sections.getSideOutput(KeepSectionLedger.YEARS)
                .keyBy(BasinUpdate::key)
                .process(new KeepBasinLedger(network))
                .returns(Types.FIGURE)
                .uid("basins")
                .name("basin ledgers");

        outlets.figures()
                .accept(stations.union(areas, sections, basins)
                        .transform("mark ticks", Types.FIGURE, new MarkTicks(NAME, partitions))
                        .uid("marks"));
        outlets.refusals()
                .accept(screened.getSideOutput(Screen.REFUSED)
                        .union(stations.getSideOutput(KeepStationLedger.REFUSED)));
    }
}
