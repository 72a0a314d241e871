package org.microgram.messages.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("config/access.yaml")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessOptionsTest {

    @TempDir
    Path config;

    @Test
    void the_file_that_comes_with_the_program_says_what_holds_without_it() {
        assertThat(AccessOptions.load(Path.of("../config"))).isEqualTo(AccessOptions.DEFAULT);
        assertThat(AccessOptions.load(config)).isEqualTo(AccessOptions.DEFAULT);
    }

    @Test
    void each_key_is_read() throws Exception {
        Files.writeString(
                config.resolve("access.yaml"),
                "audit_hash: SM3\nweb_login: always\nsession_hours: 168\nsecure_cookies: true\n");
        assertThat(AccessOptions.load(config)).isEqualTo(new AccessOptions("SM3", true, 168, true));
    }

    @Test
    void every_problem_is_told_with_its_line() throws Exception {
        Files.writeString(
                config.resolve("access.yaml"),
                "audit_hash: MD5\nweb_logn: always\nsession_hours: 0\nsecure_cookies: perhaps\n");
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> AccessOptions.load(config));
        assertThat(e.problems())
                .extracting(ConfigurationException.Problem::line)
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(e).hasMessageContaining("did you mean web_login?").hasMessageContaining("SHA-256 or SM3");
    }
}
