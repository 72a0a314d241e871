package org.microgram.ingest.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.microgram.messages.Topics;

/**
 * Creates the topics that are missing and brings the settings of those that exist to what is written here.
 *
 * <p>A topic's number of partitions is never changed: a station's readings would move to another partition, and the order within a
 * partition is what ticks rely on.
 */
public final class TopicSetup {

    /** Source parallelism of the jobs never exceeds this. */
    public static final int READINGS_PARTITIONS = 4;

    public static final int FIGURES_PARTITIONS = 4;

    private static final String FOR_EVER = "-1";

    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);

    /** A change feed: the store-writer may be down over a long weekend. What is older is computed again from {@code readings}. */
    private static final Duration FIGURES_KEPT = Duration.ofDays(3);

    /** A record with all pollutants is below 1 kB and a refusal below 20 kB; what is larger is a mistake. */
    private static final int LARGEST_BATCH_BYTES = 1 << 20;

    /** Small segments: after {@code kill -9} the broker reads the open one of each partition again before it starts. */
    private static final int SEGMENT_BYTES = 64 << 20;

    private TopicSetup() {}

    /** Returns when every topic exists with its settings and takes records. */
    public static void ensure(Admin admin, Durability durability, short replicas) throws InterruptedException {
        try {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = topics(durability, replicas).stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            List<NewTopic> present = topics(durability, replicas).stream()
                    .filter(topic -> existing.contains(topic.name()))
                    .toList();
            if (!missing.isEmpty()) {
                admin.createTopics(missing).all().get();
            }
            if (!present.isEmpty()) {
                alterWhatDiffers(admin, present);
            }
            awaitLeaders(admin, topics(durability, replicas));
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The topics could not be set up: " + e.getCause().getMessage()
                            + "\n-> is the broker up, and may this user create topics?",
                    e.getCause());
        }
    }

    /**
     * A topic is created before its partitions have a leader; asking each leader for its end retries until it is there. A broker that has
     * not heard of the topic yet, because one of its name was deleted a moment ago, says that there is none: then it is asked again.
     */
    private static void awaitLeaders(Admin admin, List<NewTopic> topics)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        long began = System.nanoTime();
        while (true) {
            try {
                admin.listOffsets(ends).all().get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
                        || System.nanoTime() - began > KNOWN_WITHIN.toNanos()) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static List<NewTopic> topics(Durability durability, short replicas) {
        // Readings and refusals are the only things that cannot be computed again, so only they are worth a disk flush
        // each.
        Map<String, String> source = new TreeMap<>();
        source.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        source.put(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER);
        source.put(TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER);
        source.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_BATCH_BYTES));
        source.put(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(SEGMENT_BYTES));
        source.put(
                TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG,
                durability == Durability.FSYNC ? "1" : Long.toString(Long.MAX_VALUE));

        Map<String, String> figures = new TreeMap<>();
        figures.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        figures.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(FIGURES_KEPT.toMillis()));
        figures.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_BATCH_BYTES));
        figures.put(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(SEGMENT_BYTES));

        return List.of(
                new NewTopic(Topics.READINGS, READINGS_PARTITIONS, replicas).configs(source),
                new NewTopic(Topics.REFUSALS, 1, replicas).configs(source),
                new NewTopic(Topics.FIGURES, FIGURES_PARTITIONS, replicas).configs(figures));
    }

    private static void alterWhatDiffers(Admin admin, List<NewTopic> topics)
            throws InterruptedException, ExecutionException {
        Map<ConfigResource, Config> current = admin.describeConfigs(topics.stream()
                        .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                        .collect(Collectors.toList()))
                .all()
                .get();
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (NewTopic topic : topics) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
            List<AlterConfigOp> different = new ArrayList<>();
            topic.configs().forEach((key, value) -> {
                ConfigEntry entry = current.get(resource).get(key);
                if (entry == null || !value.equals(entry.value())) {
                    different.add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET));
                }
            });
            if (!different.isEmpty()) {
                changes.put(resource, different);
            }
        }
        if (!changes.isEmpty()) {
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }
}
