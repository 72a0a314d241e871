package org.microgram.flink.io;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.microgram.flink.state.Figure;
import org.microgram.flink.state.Types;
import org.microgram.messages.Topics;
import org.microgram.messages.readings.ReadingsCodec;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.RefusalCodec;

/** The job's ends in Kafka: where readings come from, where figures and refusals go. */
public final class KafkaTopics {

    private KafkaTopics() {}

    /** From the first record on; a restored job goes on where its checkpoint stood. */
    public static KafkaSource<ReadingsMessage> readings(String bootstrap, String group) {
        return KafkaSource.<ReadingsMessage>builder()
                .setBootstrapServers(bootstrap)
                .setTopics(Topics.READINGS)
                .setGroupId(group)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setValueOnlyDeserializer(new ReadingsSchema())
                // The set of partitions is fixed when the topic is made; looking for new ones would need a timer.
                .setProperty("partition.discovery.interval.ms", "-1")
                .setProperty("fetch.max.wait.ms", "20")
                .build();
    }

    /** Rows are upserts, so at least once is enough; the sink waits for all acknowledgements at each checkpoint. */
    public static KafkaSink<Figure> figures(String bootstrap, int partitions) {
        return sink(bootstrap, new FigureToRecord(partitions));
    }

    public static KafkaSink<Refusal> refusals(String bootstrap) {
        return sink(bootstrap, new RefusalToRecord());
    }

    private static <T> KafkaSink<T> sink(String bootstrap, KafkaRecordSerializationSchema<T> schema) {
        Properties producer = new Properties();
        producer.setProperty(ProducerConfig.LINGER_MS_CONFIG, "5");
        producer.setProperty(ProducerConfig.ACKS_CONFIG, "all");
        producer.setProperty(ProducerConfig.BATCH_SIZE_CONFIG, "131072");
        producer.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return KafkaSink.<T>builder()
                .setBootstrapServers(bootstrap)
                .setKafkaProducerConfig(producer)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(schema)
                .build();
    }

    private static final class ReadingsSchema implements DeserializationSchema<ReadingsMessage> {

        private static final long serialVersionUID = 1L;

        @Override
        public ReadingsMessage deserialize(byte[] message) {
            return ReadingsCodec.decode(message);
        }

        @Override
        public boolean isEndOfStream(ReadingsMessage next) {
            return false;
        }

        @Override
        public TypeInformation<ReadingsMessage> getProducedType() {
            return Types.READING;
        }
    }

    /** Without a timestamp of its own a record is stamped with the time of ingest, which retention works on. */
    private static final class FigureToRecord implements KafkaRecordSerializationSchema<Figure> {

        private static final long serialVersionUID = 1L;

        private final int partitions;

        FigureToRecord(int partitions) {
            this.partitions = partitions;
        }

        @Override
        public ProducerRecord<byte[], byte[]> serialize(Figure figure, KafkaSinkContext context, Long timestamp) {
            return new ProducerRecord<>(Topics.FIGURES, figure.partition(partitions), null, null, figure.message());
        }
    }

    private static final class RefusalToRecord implements KafkaRecordSerializationSchema<Refusal> {

        private static final long serialVersionUID = 1L;

        @Override
        public ProducerRecord<byte[], byte[]> serialize(Refusal refusal, KafkaSinkContext context, Long timestamp) {
            return new ProducerRecord<>(
                    Topics.REFUSALS, refusal.source().getBytes(StandardCharsets.UTF_8), RefusalCodec.encode(refusal));
        }
    }
}
