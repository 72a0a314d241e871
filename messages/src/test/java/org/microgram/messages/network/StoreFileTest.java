package org.microgram.messages.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("config/store.yaml")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoreFileTest {

    private static final String CANARY = "canary-7f3a";

    @TempDir
    Path dir;

    private Path config;

    private final Problems problems = new Problems();

    @BeforeEach
    void makeTheFolder() throws IOException {
        config = Files.createDirectory(dir.resolve("config"));
    }

    @Test
    void as_it_comes_names_an_influxdb_1_on_this_machine() {
        assertThat(StoreFile.influx(Path.of("../config"), name -> null, problems))
                .hasValue(InfluxSettings.of(URI.create("http://127.0.0.1:8086"), "microgram"));
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void may_be_absent_or_empty() throws IOException {
        assertThat(StoreFile.influx(config, name -> null, problems)).isEmpty();
        assertThat(load("# nothing")).isEmpty();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void takes_values_from_the_environment_and_what_else_where_it_has_none() throws IOException {
        Optional<InfluxSettings> settings = load("""
                influx:
                  url: ${URL:-https://other:1}
                  organization: ${NONE:-bureau}
                  bucket: air
                  token: ${TOKEN}
                """, Map.of("URL", "https://influx.example:8086", "TOKEN", CANARY));

        assertThat(settings)
                .hasValue(new InfluxSettings(
                        URI.create("https://influx.example:8086"),
                        "air",
                        Optional.of("bureau"),
                        Optional.empty(),
                        Optional.of(CANARY)));
        assertThat(settings.get().isTwo()).isTrue();
    }

    @Test
    void takes_a_secret_from_a_file_and_never_shows_it() throws IOException {
        Files.writeString(dir.resolve("secret"), CANARY + "\n");
        InfluxSettings settings = load("""
                influx:
                  url: https://influx.example
                  database: air
                  user: writer
                  password_file: ../secret
                """).orElseThrow();

        assertThat(settings.secret()).hasValue(CANARY);
        assertThat(settings).hasToString("https://influx.example database air user writer password ****");
    }

    @Test
    void is_refused_with_every_problem_at_once_each_with_its_line() throws IOException {
        assertThat(load("""
                influx:
                  url: tcp://influx
                  databse: air
                  bucket: air
                  user: x
                  token: ${NOWHERE}
                flux: 1
                """)).isEmpty();

        assertThatThrownBy(() -> problems.throwIfAny("config"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("line 2: url = \"tcp://influx\" is no address of a server.")
                .hasMessageContaining("line 3: databse is not a key we know; did you mean database?")
                .hasMessageContaining("line 5: user is of InfluxDB 1")
                .hasMessageContaining("line 6: token is to come from the environment, where NOWHERE is not set.")
                .hasMessageContaining("-> type export NOWHERE=… first.")
                .hasMessageContaining("line 1: organization is missing.")
                .hasMessageContaining("line 7: flux is not a key we know; did you mean influx?");
    }

    @Test
    void may_hold_a_secret_in_the_clear_for_this_machine_only() throws IOException {
        String text = """
                influx:
                  url: %s
                  database: air
                  user: writer
                  password: canary-7f3a
                """;
        assertThat(load(text.formatted("http://localhost:8086"))).isPresent();
        assertThat(problems.isEmpty()).isTrue();
        assertThat(load(text.formatted("https://influx.example"))).isEmpty();

        assertThatThrownBy(() -> problems.throwIfAny("config"))
                .hasMessageContaining("line 5: password stands in the clear")
                .hasMessageContaining("password_file: FILE")
                .message()
                .doesNotContain(CANARY);
    }

    @Test
    void sends_a_secret_unencrypted_only_where_that_was_allowed() throws IOException {
        String text = """
                influx:
                  url: http://influx.example
                  database: air
                  user: writer
                  password: ${PASSWORD}
                """;
        assertThat(load(text, Map.of("PASSWORD", CANARY))).isEmpty();
        assertThatThrownBy(() -> problems.throwIfAny("config"))
                .hasMessageContaining("password would travel unencrypted to influx.example")
                .hasMessageContaining("plain_http: allowed");

        assertThat(load(text + "  plain_http: allowed\n", Map.of("PASSWORD", CANARY)))
                .isPresent();
    }

    @Test
    void never_takes_a_user_within_the_url_a_secret_twice_or_an_empty_file() throws IOException {
        Files.writeString(dir.resolve("empty"), " \n");
        load("""
                influx:
                  url: https://writer:canary-7f3a@influx.example
                  database: air
                  user: writer
                  password: ${PASSWORD}
                  password_file: ../empty
                """, Map.of("PASSWORD", CANARY));
        load("""
                influx:
                  url: https://influx.example
                  database: air
                  user: writer
                  password_file: ../empty
                """);
        load("""
                influx:
                  url: https://influx.example
                  database: air
                  user: writer
                  password_file: ../nowhere
                """);
        load("""
                influx:
                  url: https://influx.example
                  database: air
                  user: writer
                  password_file: beside
                """);

        assertThatThrownBy(() -> problems.throwIfAny("config"))
                .hasMessageContaining("line 2: url holds a user or password.")
                .hasMessageContaining("line 6: password is given twice.")
                .hasMessageContaining("empty is empty.")
                .hasMessageContaining("nowhere cannot be read.")
                .hasMessageContaining("beside lies in the configuration, which backups copy.")
                .message()
                .doesNotContain(CANARY);
    }

    private Optional<InfluxSettings> load(String text) throws IOException {
        return load(text, Map.of());
    }

    private Optional<InfluxSettings> load(String text, Map<String, String> environment) throws IOException {
        Files.writeString(config.resolve(StoreFile.NAME), text);
        return StoreFile.influx(config, environment::get, problems);
    }
}
