package org.microgram.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.standalone.DataDirectory;
import org.microgram.standalone.EmbeddedKafka;

@DisplayName("A data directory whose readings are with a broker outside")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrokerFileTest {

    @TempDir
    Path temp;

    @Test
    void remembers_the_broker_and_refuses_another_one() throws Exception {
        try (EmbeddedKafka first = EmbeddedKafka.start(EmbeddedKafka.Settings.at(temp.resolve("first")));
                DataDirectory data = DataDirectory.open(temp.resolve("data"))) {
            BrokerFile file = new BrokerFile(data);
            assertThat(file.resolve(Optional.empty())).isEmpty();
            assertThat(BrokerFile.isOutside(data.root())).isFalse();

            assertThat(file.resolve(Optional.of(first.bootstrap()))).hasValue(first.bootstrap());
            assertThat(file.resolve(Optional.empty())).hasValue(first.bootstrap());
            assertThat(BrokerFile.isOutside(data.root())).isTrue();

            try (EmbeddedKafka second = EmbeddedKafka.start(EmbeddedKafka.Settings.at(temp.resolve("second")))) {
                assertThatThrownBy(() -> file.resolve(Optional.of(second.bootstrap())))
                        .isInstanceOf(BrokerFile.NotThisBroker.class)
                        .hasMessageContaining(first.bootstrap())
                        .hasMessageContaining(second.bootstrap());
            }
        }
    }

    @Test
    void is_refused_when_it_has_readings_of_its_own() throws Exception {
        try (DataDirectory data = DataDirectory.open(temp.resolve("data"))) {
            Files.writeString(data.kafka().resolve("meta.properties"), "");
            assertThatThrownBy(() -> new BrokerFile(data).resolve(Optional.of("kafka:9092")))
                    .isInstanceOf(BrokerFile.NotThisBroker.class)
                    .hasMessageContaining("DATA/kafka");
        }
    }
}
