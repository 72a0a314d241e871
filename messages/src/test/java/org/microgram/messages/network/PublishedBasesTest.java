package org.microgram.messages.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("config/published-bases.csv")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PublishedBasesTest {

    private static final Path CONFIG = Path.of("../config");

    @TempDir
    Path folder;

    private final Network network = NetworkLoader.load(CONFIG);

    @Test
    void has_both_published_means_of_PM25_of_the_first_half_of_2019() {
        assertThat(PublishedBases.load(CONFIG, network).of("beijing", "mean", "PM2.5", "2019-H1"))
                .extracting(base -> base.value().toString())
                .containsExactly("47", "46");
    }

    @Test
    void takes_a_period_however_it_is_written_and_the_decimals_as_published() throws IOException {
        write("beijing,PM2.5,mean,2024-01..2024-12,30.5,bulletin");
        assertThat(PublishedBases.load(folder, network).of("beijing", "mean", "PM2.5", "2024"))
                .singleElement()
                .satisfies(base -> assertThat(base.value()).hasToString("30.5"));
    }

    @Test
    void may_be_absent() {
        assertThat(PublishedBases.load(folder, network).of("beijing", "mean", "PM2.5", "2019"))
                .isEmpty();
    }

    @Test
    void tells_every_problem_with_its_line_and_remedy() throws IOException {
        write("""
                beijng,PM2.5,mean,2019,42,bulletin
                beijing,PM2,mean,2019,42,bulletin
                beijing,PM2.5,p90,2019,42,bulletin
                beijing,PM2.5,mean,19,42,bulletin
                beijing,PM2.5,mean,2019,42 ug,bulletin
                beijing,PM2.5,mean,2019,42,
                """);
        assertThatThrownBy(() -> PublishedBases.load(folder, network))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.problems())
                        .hasSize(6)
                        .extracting(ConfigurationException.Problem::line)
                        .containsExactly(2L, 3L, 4L, 5L, 6L, 7L))
                .hasMessageContaining("did you mean beijing?")
                .hasMessageContaining("2019-01..2019-11")
                .hasMessageContaining("without unit");
    }

    private void write(String rows) throws IOException {
        Files.writeString(
                folder.resolve("published-bases.csv"),
                "subject,parameter,statistic,period,value,source\n" + rows + "\n");
    }
}
