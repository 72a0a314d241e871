package org.microgram.flink.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.flink.io.KafkaTopics;
import org.microgram.messages.oracle.RandomReadings;

@DisplayName("The wiring of the compliance job")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WiringTest {

    private static final String NOWHERE = "127.0.0.1:9";

    @Test
    void names_every_node_so_that_a_checkpoint_finds_it_again() {
        List<StreamNode> nodes = List.copyOf(wired().getStreamGraph().getStreamNodes());

        assertThat(nodes).hasSizeGreaterThan(6);
        assertThat(nodes).allSatisfy(node -> assertThat(node.getTransformationUID())
                .as("uid of %s", node.getOperatorName())
                .isNotBlank());
        assertThat(nodes).extracting(StreamNode::getTransformationUID).doesNotHaveDuplicates();
        assertThat(nodes)
                .extracting(StreamNode::getTransformationUID)
                .contains("readings", "screen", "ledger", "areas", "sections", "marks");
    }

    @Test
    void leaves_no_type_to_a_generic_serializer() {
        StreamExecutionEnvironment env = wired();
        assertThat(env.getConfig().getSerializerConfig().hasGenericTypesDisabled())
                .isTrue();

        assertThat(env.getStreamGraph().getJobGraph().getNumberOfVertices()).isPositive();
    }

    @Test
    void does_not_move_time_by_itself() {
        assertThat(wired().getConfig().getAutoWatermarkInterval()).isZero();
    }

    private static StreamExecutionEnvironment wired() {
        Configuration settings = AirComplianceJob.settings("file:///nowhere", 1000);
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        AirComplianceJob.wire(
                env,
                KafkaTopics.readings(NOWHERE, "test"),
                new RandomReadings(new Random(1), 3).network(),
                4,
                AirComplianceJob.toKafka(NOWHERE, 4));
        return env;
    }
}
