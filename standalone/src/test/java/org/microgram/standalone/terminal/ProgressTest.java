package org.microgram.standalone.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayName("Progress")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void in_a_file_is_a_line_every_five_seconds_and_one_at_the_end() {
        run(false, false);
        assertThat(text()).isEqualTo("""
                        reading 0 / 10,000 (0 %)
                        reading 5,000 / 10,000 (50 %), 1,000/s, 5 s left
                        reading 10,000 / 10,000 (100 %), 1,000/s, 10 s
                        reading 10,000 / 10,000 (100 %), 1,000/s, 10 s
                        """.replaceFirst("\\(100 %\\), 1,000/s, 10 s\n", "(100 %), 1,000/s\n"));
    }

    @Test
    void on_a_terminal_overwrites_its_line_and_ends_it_once() {
        run(true, false);
        assertThat(text()).startsWith("\r\u001b[Kreading 0 / 10,000").endsWith("10 s\n");
        assertThat(text().chars().filter(c -> c == '\n').count()).isEqualTo(1);
    }

    @Test
    void ends_once_however_often_it_is_closed() {
        PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Progress progress = new Progress(err, false, false, Lang.EN, nanos::get, "reading", 10);
        nanos.set(Duration.ofSeconds(2).toNanos());
        progress.update(10);
        progress.close();
        String ended = text();
        nanos.set(Duration.ofSeconds(60).toNanos());
        progress.update(10);
        progress.close();
        assertThat(text()).isEqualTo(ended).endsWith("2 s\n");
    }

    @Test
    void says_nothing_when_quiet() {
        run(true, true);
        assertThat(text()).isEmpty();
    }

    private void run(boolean terminal, boolean quiet) {
        PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try (Progress progress = new Progress(err, terminal, quiet, Lang.EN, nanos::get, "reading", 10_000)) {
            for (int second = 0; second <= 10; second++) {
                nanos.set(Duration.ofSeconds(second).toNanos());
                progress.update(second * 1000L);
            }
        }
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
