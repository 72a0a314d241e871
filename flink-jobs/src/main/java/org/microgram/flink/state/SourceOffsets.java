package org.microgram.flink.state;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.io.SimpleVersionedSerialization;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.OperatorStateHandle;

/** Where in {@code readings} a checkpoint stands: what lies behind is read again after a restart, and nothing else. */
public final class SourceOffsets {

    /** The name that Flink gives the splits of a source's reader. */
    private static final String STATE = "SourceReaderState";

    private SourceOffsets() {}

    /** The next offset to read, by partition. */
    public static SortedMap<Integer, Long> of(Path checkpoint) throws IOException {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        for (OperatorState operator : metadata(checkpoint).getOperatorStates()) {
            for (OperatorSubtaskState subtask : operator.getStates()) {
                for (OperatorStateHandle handle : subtask.getManagedOperatorState()) {
                    read(handle, offsets);
                }
            }
        }
        return offsets;
    }

    static CheckpointMetadata metadata(Path checkpoint) throws IOException {
        Path file = checkpoint.resolve("_metadata");
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return org.apache.flink.runtime.checkpoint.Checkpoints.loadCheckpointMetadata(
                    in, SourceOffsets.class.getClassLoader(), checkpoint.toString());
        }
    }

    private static void read(OperatorStateHandle handle, SortedMap<Integer, Long> offsets) throws IOException {
        OperatorStateHandle.StateMetaInfo splits =
                handle.getStateNameToPartitionOffsets().get(STATE);
        if (splits == null) {
            return;
        }
        try (FSDataInputStream in = handle.openInputStream()) {
            for (long offset : splits.getOffsets()) {
                in.seek(offset);
                byte[] bytes = BytePrimitiveArraySerializer.INSTANCE.deserialize(new DataInputViewStreamWrapper(in));
                KafkaPartitionSplit split = SimpleVersionedSerialization.readVersionAndDeSerialize(
                        new KafkaPartitionSplitSerializer(), bytes);
                offsets.put(split.getTopicPartition().partition(), split.getStartingOffset());
            }
        }
    }
}
