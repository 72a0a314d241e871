package org.microgram.messages.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.standards.ledger.ReviewState;

@DisplayName("The deadlines of reviews")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReviewDeadlinesTest {

    @TempDir
    Path config;

    @Test
    void shown_in_the_file_that_comes_with_the_program_are_the_defaults() {
        assertThat(ReviewDeadlines.load(Path.of("../config"))).isEqualTo(ReviewDeadlines.DEFAULT);
        assertThat(ReviewDeadlines.load(config)).isEqualTo(ReviewDeadlines.DEFAULT);
        assertThat(ReviewDeadlines.DEFAULT.after(ReviewState.RAW)).isEqualTo(24);
        assertThat(ReviewDeadlines.DEFAULT.after(ReviewState.SECOND)).isEqualTo(240);
    }

    @Test
    void are_told_with_all_their_mistakes_at_once() throws IOException {
        Files.writeString(config.resolve("review.yaml"), "first_reviw_hours: 3\nsecond_review_hours: 3d\n");
        ConfigurationException e =
                catchThrowableOfType(ConfigurationException.class, () -> ReviewDeadlines.load(config));
        assertThat(e.problems().stream().map(p -> p.line() + " " + p.found()))
                .containsExactly(
                        "1 first_reviw_hours is not a key we know; did you mean first_review_hours?",
                        "2 second_review_hours = \"3d\" is not a whole number of hours from 0 to 100000.");
        Files.writeString(config.resolve("review.yaml"), "first_review_hours: 100\n");
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> ReviewDeadlines.load(config)))
                .hasMessageContaining("do not follow each other");
    }
}
