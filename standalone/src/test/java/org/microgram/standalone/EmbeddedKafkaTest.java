package org.microgram.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.ingest.log.Durability;
import org.microgram.messages.Topics;

@DisplayName("The broker inside the process")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedKafkaTest {

    @TempDir
    Path data;

    @Test
    void keeps_what_it_acknowledged_over_a_restart_and_takes_a_changed_durability() throws Exception {
        EmbeddedKafka.Settings settings = EmbeddedKafka.Settings.at(data.resolve("kafka"));
        try (EmbeddedKafka first = EmbeddedKafka.start(settings)) {
            send(first.bootstrap(), "before");
            assertThat(flushSetting(first)).isEqualTo(Long.toString(Long.MAX_VALUE));
        }
        try (EmbeddedKafka second = EmbeddedKafka.start(settings.withDurability(Durability.FSYNC))) {
            send(second.bootstrap(), "after");
            assertThat(read(second.bootstrap(), 2)).containsExactly("before", "after");
            assertThat(flushSetting(second)).isEqualTo("1");
        }
    }

    @Test
    void keeps_what_it_acknowledged_when_its_process_is_killed() throws Exception {
        Path directory = data.resolve("kafka");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildProcess.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("acknowledged");
        } finally {
            child.destroyForcibly().waitFor();
        }
        try (EmbeddedKafka again = EmbeddedKafka.start(EmbeddedKafka.Settings.at(directory))) {
            assertThat(read(again.bootstrap(), 1)).containsExactly("before the kill");
            send(again.bootstrap(), "after");
            assertThat(read(again.bootstrap(), 2)).containsExactly("before the kill", "after");
        }
    }

    @Test
    void says_which_port_is_taken_and_leaves_its_data_usable() throws Exception {
        EmbeddedKafka.Settings settings = EmbeddedKafka.Settings.at(data.resolve("kafka"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedKafka.start(settings.withPort(taken.getLocalPort())))
                    .hasMessageContaining("cannot use port " + taken.getLocalPort())
                    .hasMessageContaining("./microgram doctor");
        }
        EmbeddedKafka.start(settings).close();
    }

    /** Another JVM with a broker, to be killed. */
    static final class ChildProcess {

        public static void main(String[] args) throws Exception {
            EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.at(Path.of(args[0])));
            send(kafka.bootstrap(), "before the kill");
            System.out.println("acknowledged");
            new CountDownLatch(1).await();
        }
    }

    private static void send(String bootstrap, String text) throws Exception {
        Map<String, Object> config = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.READINGS, 0, null, text.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static List<String> read(String bootstrap, int howMany) {
        Properties config = new Properties();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> zero = List.of(new TopicPartition(Topics.READINGS, 0));
            consumer.assign(zero);
            consumer.seekToBeginning(zero);
            List<String> texts = new ArrayList<>();
            while (texts.size() < howMany) {
                consumer.poll(Duration.ofSeconds(5))
                        .forEach(r -> texts.add(new String(r.value(), StandardCharsets.UTF_8)));
            }
            return texts;
        }
    }

    private static String flushSetting(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap()))) {
            ConfigResource readings = new ConfigResource(ConfigResource.Type.TOPIC, Topics.READINGS);
            return admin.describeConfigs(List.of(readings))
                    .all()
                    .get()
                    .get(readings)
                    .get("flush.messages")
                    .value();
        }
    }
}
