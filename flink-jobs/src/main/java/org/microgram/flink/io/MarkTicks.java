package org.microgram.flink.io;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.microgram.flink.state.Figure;
import org.microgram.messages.rows.Marker;

/**
 * Stands before the sink: passes rows on, and for each tick writes a {@link Marker} into every partition of {@code figures}. All rows that
 * this subtask made before the tick stand before its marker; so whoever reads the topic knows when a backfill is done (rule K5).
 */
public final class MarkTicks extends AbstractStreamOperator<Figure> implements OneInputStreamOperator<Figure, Figure> {

    private static final long serialVersionUID = 1L;

    private final String job;
    private final int partitions;

    public MarkTicks(String job, int partitions) {
        this.job = job;
        this.partitions = partitions;
    }

    @Override
    public void processElement(StreamRecord<Figure> element) {
        output.collect(element);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        int parallelism = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
        Marker marker = new Marker(job, subtask, parallelism, mark.getTimestamp());
        for (int partition = 0; partition < partitions; partition++) {
            output.collect(new StreamRecord<>(Figure.of(marker, partition)));
        }
        super.processWatermark(mark);
    }
}
