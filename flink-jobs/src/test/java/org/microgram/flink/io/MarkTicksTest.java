package org.microgram.flink.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.flink.state.Figure;
import org.microgram.messages.rows.FiguresCodec;
import org.microgram.messages.rows.Marker;

@DisplayName("A tick that reaches the end of the job")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MarkTicksTest {

    private static final int PARTITIONS = 4;

    @Test
    void leaves_one_marker_in_every_partition_behind_all_rows_before_it() throws Exception {
        List<String> seen = new ArrayList<>();
        try (OneInputStreamOperatorTestHarness<Figure, Figure> harness =
                new OneInputStreamOperatorTestHarness<>(new MarkTicks("air", PARTITIONS), 128, 2, 1)) {
            harness.open();
            harness.processElement(new StreamRecord<>(new Figure(7, new byte[1])));
            harness.processWatermark(5);
            harness.processElement(new StreamRecord<>(new Figure(9, new byte[1])));
            harness.processWatermark(6);
            harness.getOutput().forEach(each -> seen.add(text(each)));
        }
        List<String> expected = new ArrayList<>();
        expected.add("row 7");
        for (int tick = 5; tick <= 6; tick++) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                expected.add(new Marker("air", 1, 2, tick) + " in " + partition);
            }
            expected.add("tick " + tick);
            if (tick == 5) {
                expected.add("row 9");
            }
        }
        assertThat(seen).isEqualTo(expected);
    }

    private static String text(Object output) {
        if (output instanceof Watermark mark) {
            return "tick " + mark.getTimestamp();
        }
        Figure figure = (Figure) ((StreamRecord<?>) output).getValue();
        return figure.route() >= 0
                ? "row " + figure.route()
                : FiguresCodec.decode(figure.message()) + " in " + figure.partition(PARTITIONS);
    }
}
