package org.microgram.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("check-config")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckConfigTest {

    @TempDir
    Path config;

    @Test
    void tells_the_mistakes_of_every_file_at_once_and_each_of_them_once() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, config.resolve(file.getFileName()));
            }
        }
        assertThat(Commands.run("check-config", "--config", config.toString()).code())
                .isZero();

        Files.writeString(config.resolve("review.yaml"), "first_reviw_hours: 3\nsecond_review_hours: 3d\n");
        Files.writeString(config.resolve("access.yaml"), "web_login: sometimes\n");
        Files.writeString(config.resolve("evaluation.yaml"), "daily_profile: loose\n");
        Commands.Ran ran = Commands.run("check-config", "--config", config.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .contains("4 problems")
                .containsOnlyOnce("first_reviw_hours is not a key we know; did you mean first_review_hours?")
                .containsOnlyOnce("second_review_hours = \"3d\" is not a whole number of hours")
                .containsOnlyOnce("web_login = \"sometimes\" is not accepted")
                .containsOnlyOnce("loose");

        // Alone, the deadlines are told as well, and a start does not get past them.
        Files.copy(
                Path.of("../config/evaluation.yaml"),
                config.resolve("evaluation.yaml"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.delete(config.resolve("access.yaml"));
        assertThat(Commands.run("check-config", "--config", config.toString()).err())
                .contains("2 problems");
    }
}
