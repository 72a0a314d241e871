package org.microgram.messages.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayName("docs/rows.md")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RowsPageTest {

    private static final Path PAGE = Path.of("../docs/rows.md");

    @Test
    void says_what_the_program_says() throws IOException {
        assertThat(PAGE).exists();
        assertThat(Files.readString(PAGE))
                .as("docs/rows.md is stale. Build, then run in the project's root: " + RowsPage.COMMAND)
                .isEqualTo(RowsPage.text());
    }

    @Test
    void says_what_each_measurement_is() {
        assertThat(RowsPage.text()).doesNotContain("null");
    }

    @Test
    void has_no_cell_that_breaks_its_table() {
        for (Measurement measurement : Measurement.values()) {
            for (Field field : measurement.fields()) {
                assertThat(field.meaning())
                        .as(measurement.code() + "." + field.name())
                        .isNotBlank()
                        .doesNotContain("|", "\n");
            }
        }
    }
}
