package org.microgram.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standalone.terminal.Lang;

@DisplayName("The end of the process")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShutdownTest {

    @Test
    void closes_the_last_opened_first_and_goes_on_when_one_fails() {
        List<String> closed = new ArrayList<>();
        PrintStream unheard = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        try (Shutdown shutdown = Shutdown.install(unheard, Lang.EN, () -> "")) {
            shutdown.closing("broker", () -> closed.add("broker"));
            shutdown.closing("store", () -> {
                throw new IllegalStateException("the store is stuck");
            });
            shutdown.closing("page", () -> closed.add("page"));
        }
        assertThat(closed).containsExactly("page", "broker");
    }

    @Test
    void on_a_signal_says_what_was_kept_and_ends_although_something_hangs() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hanging.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.equals("up")) {
                    child.toHandle().destroy(); // SIGTERM, the way of kill and of Ctrl-C
                }
            }
            assertThat(child.waitFor()).isEqualTo(130);
        } finally {
            child.destroyForcibly();
        }
        assertThat(said).containsExactly("up", "", "stopping …", "page closed", "All readings are kept.");
    }

    /** Another JVM in which the store never closes. */
    static final class Hanging {

        public static void main(String[] args) throws Exception {
            Shutdown shutdown = Shutdown.install(
                    new PrintStream(System.err, true, StandardCharsets.UTF_8), Lang.EN, () -> "All readings are kept.");
            shutdown.closing("store", () -> new CountDownLatch(1).await());
            shutdown.closing("page", () -> System.err.println("page closed"));
            System.err.println("up");
            new CountDownLatch(1).await();
        }
    }
}
