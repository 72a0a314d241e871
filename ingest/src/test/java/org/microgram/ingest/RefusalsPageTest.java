package org.microgram.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.standards.air.PhysicalRange;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Scaled;

@DisplayName("docs/refusals.md")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RefusalsPageTest {

    @Test
    void says_what_the_program_says() throws IOException {
        assertThat(Path.of("../docs/refusals.md")).exists();
        assertThat(Files.readString(Path.of("../docs/refusals.md")))
                .as("docs/refusals.md is stale. Run in the project's root: " + RefusalsPage.COMMAND)
                .isEqualTo(RefusalsPage.text());
    }

    @Test
    void has_an_example_of_every_reason() {
        for (Reason reason : Reason.values()) {
            assertThat(RefusalsPage.text()).contains("## " + reason.code()).doesNotContain("| null |");
        }
    }

    @Test
    void names_the_ranges_of_the_table() {
        for (Pollutant pollutant : Pollutant.ALL) {
            String most = String.format(
                    java.util.Locale.ROOT,
                    "0 to %,d ",
                    PhysicalRange.of(pollutant).to() / Scaled.ONE);
            assertThat(Reason.OUT_OF_RANGE.expected()).as(pollutant.code()).contains(most);
        }
    }
}
