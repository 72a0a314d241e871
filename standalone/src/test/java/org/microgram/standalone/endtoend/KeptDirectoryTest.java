package org.microgram.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.messages.network.NetworkLoader;
import org.microgram.standalone.Commands;
import org.microgram.standalone.Commands.Ran;
import org.microgram.standalone.DataDirectory;

@DisplayName("A data directory that was kept as it was at layout 2")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeptDirectoryTest {

    @TempDir
    Path dir;

    @Test
    void shows_its_figures_and_goes_on_from_its_checkpoint() throws Exception {
        KeptDirectory.unpack("layout-2.zip", dir);
        assertThat(exported()).isEqualTo(kept("before"));

        Path second = Path.of(KeptDirectory.write(dir.resolve("second.csv"), KeptDirectory.SECOND));
        try (Running running = Running.at(dir.resolve("data"), NetworkLoader.load(dir.resolve("config")))) {
            assertThat(running.platform().restoredOffsets()).isNotEmpty();
            running.backfill(Piece.TABLE, second);
        }
        assertThat(exported()).isEqualTo(kept("after")).isNotEqualTo(kept("before"));
    }

    /** Writes {@code target/layout-N.zip}, to be kept when the layout is released. */
    @Test
    @Tag("proof")
    void is_made_of_the_layout_that_the_program_has() throws Exception {
        Path made = Path.of("target", "layout-" + DataDirectory.LAYOUT + ".zip");
        KeptDirectory.make(dir, made);
        assertThat(made).isNotEmptyFile();
    }

    private String kept(String when) throws IOException {
        return Files.readString(dir.resolve(when).resolve("figures.csv"));
    }

    private String exported() throws IOException {
        run(
                "export",
                "--month",
                KeptDirectory.MONTH,
                "--out",
                dir.resolve("now").toString());
        return Files.readString(dir.resolve("now").resolve("figures.csv"));
    }

    private void run(String command, String... more) {
        Ran ran = Commands.run(Stream.concat(
                        Stream.of(
                                command,
                                "--data",
                                dir.resolve("data").toString(),
                                "--config",
                                dir.resolve("config").toString()),
                        Stream.of(more))
                .toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
    }
}
