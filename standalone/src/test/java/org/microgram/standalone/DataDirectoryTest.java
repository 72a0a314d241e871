package org.microgram.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.standalone.terminal.Lang;

@DisplayName("A data directory")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DataDirectoryTest {

    @TempDir
    Path temp;

    @Test
    void is_owned_by_one_at_a_time_and_says_by_whom() {
        Path root = temp.resolve("data");
        try (DataDirectory first = DataDirectory.open(root)) {
            first.lock().announce("http://127.0.0.1:8080");
            assertThat(LockFile.holder(root))
                    .hasValue(new LockFile.Holder(ProcessHandle.current().pid(), "http://127.0.0.1:8080"));
            assertThatThrownBy(() -> DataDirectory.open(root))
                    .isInstanceOfSatisfying(LockFile.InUse.class, inUse -> assertThat(inUse.tell(Lang.EN))
                            .contains("kill " + ProcessHandle.current().pid())
                            .contains("--data"));
        }
        assertThat(LockFile.holder(root)).isEmpty();
        DataDirectory.open(root).close();
    }

    @Test
    void remembers_with_which_configuration_its_figures_were_computed() {
        try (DataDirectory data = DataDirectory.open(temp.resolve("data"))) {
            assertThat(data.configHash()).isEmpty();
            data.writeConfigHash("28794e74a6f3");
            assertThat(data.configHash()).hasValue("28794e74a6f3");
        }
    }

    @Test
    void is_refused_when_it_holds_something_else_and_nothing_in_it_is_touched() throws Exception {
        Files.writeString(temp.resolve("thesis.txt"), "ten years of work");
        assertThatThrownBy(() -> DataDirectory.open(temp))
                .isInstanceOf(DataDirectory.NotOurs.class)
                .hasMessageContaining("thesis.txt");
        try (var files = Files.list(temp)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void is_refused_when_a_newer_microgram_wrote_it() throws Exception {
        Files.writeString(temp.resolve("VERSION"), (DataDirectory.LAYOUT + 1) + "\n");
        assertThatThrownBy(() -> DataDirectory.open(temp))
                .hasMessageContaining("its layout is " + (DataDirectory.LAYOUT + 1));
    }
}
