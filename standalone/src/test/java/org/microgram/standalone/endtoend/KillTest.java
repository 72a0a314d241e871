package org.microgram.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.standalone.Commands;
import org.microgram.standalone.Commands.Ran;

/** The real program, in a process of its own, killed as {@code kill -9} does. */
@DisplayName("Rule K5: after kill -9 at random moments the same command")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KillTest {

    /** What the program says on its way: while it starts, when it begins to read, when all is read. */
    private static final List<String> STAGES = List.of("computing", "page: ", "starting the job");

    private static final int KILLED = 128 + 9;

    private static final Pattern GOES_ON = Pattern.compile("restored from (\\S+), next offsets of readings.* (\\{.*})");

    @TempDir
    Path dir;

    @Test
    void gives_the_same_file_of_figures_and_so_does_rebuild() throws Exception {
        killed(LocalDate.of(2019, 3, 1), LocalDate.of(2019, 3, 8), 3, 800, "2019-03");
    }

    @Test
    @Tag("proof")
    void gives_the_same_file_of_figures_over_two_years_and_so_does_rebuild() throws Exception {
        killed(LocalDate.of(2019, 1, 1), LocalDate.of(2020, 12, 31), 20, 15_000, "2020-12");
    }

    private void killed(LocalDate first, LocalDate last, int kills, int longest, String month) throws Exception {
        Path files = Piece.write(dir.resolve("files"), first, last);
        Ran undisturbed =
                Commands.run("backfill", "--data", data("undisturbed"), "--format", Piece.ARCHIVE, text(files));
        assertThat(undisturbed.code()).as(undisturbed.err()).isZero();
        String expected = exported("undisturbed", month);
        assertThat(expected.lines()).hasSizeGreaterThan(1000);

        Random random = new Random(9);
        int killed = 0;
        for (int i = 0; i < kills; i++) {
            killed += run("killed", files, STAGES.get(i % STAGES.size()), random.nextInt(longest)) ? 1 : 0;
        }
        assertThat(killed).as("kills before the end").isPositive();
        assertThat(run("killed", files, "", 0)).isFalse();
        assertThat(exported("killed", month)).isEqualTo(expected);

        Ran rebuild = Commands.run("rebuild", "--data", data("killed"));
        assertThat(rebuild.code()).as(rebuild.err()).isZero();
        assertThat(exported("killed", month)).isEqualTo(expected);
    }

    @Test
    void is_not_needed_to_ask_a_directory_that_a_process_owns() throws Exception {
        Path files = Piece.write(dir.resolve("files"), LocalDate.of(2019, 3, 1), LocalDate.of(2019, 3, 3));
        Process owner = start("run", "--data", data("owned"), "--port", "0");
        try {
            Path control = dir.resolve("owned").resolve("control");
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(control));

            Ran forwarded = Commands.run("backfill", "--data", data("owned"), "--format", Piece.ARCHIVE, text(files));
            assertThat(forwarded.code()).as(forwarded.err()).isZero();
            assertThat(forwarded.err()).contains("read = used + refused + duplicate + empty");
            String whileOwned = query();

            owner.destroy();
            assertThat(owner.waitFor(30, TimeUnit.SECONDS)).as("Ctrl-C ends it").isTrue();
            assertThat(query()).isEqualTo(whileOwned).contains("area,beijing,");
            assertThat(Files.readString(dir.resolve("owned").resolve("logs").resolve("microgram.log")))
                    .as("an ordinary day's log has no stack trace")
                    .contains("job submitted")
                    .doesNotContain("\tat ");
        } finally {
            owner.destroyForcibly();
        }
    }

    private String query() {
        Ran ran = Commands.run("query", "--data", data("owned"), "--measurement", "air_day", "--from", "2019-03-01");
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out();
    }

    private Process backfill(String folder, Path files) throws IOException {
        return start("backfill", "--data", data(folder), "--format", Piece.ARCHIVE, text(files));
    }

    private Process start(String... args) throws IOException {
        return Commands.start(
                dir.resolve(Path.of(args[2]).getFileName() + ".out").toFile(), args);
    }

    private String output(String folder) throws IOException {
        return Files.readString(dir.resolve(folder + ".out"));
    }

    private String exported(String folder, String month) throws IOException {
        Path out = dir.resolve("exported");
        Ran ran = Commands.run("export", "--data", data(folder), "--month", month, "--out", text(out));
        assertThat(ran.code()).as(ran.err()).isZero();
        return Files.readString(out.resolve("figures.csv"));
    }

    /**
     * Runs the backfill, and kills it some time after it has said something; or lets it end.
     *
     * @param said empty to let it end
     * @return whether it was killed
     */
    private boolean run(String folder, Path files, String said, int later) throws Exception {
        String newest = newestCheckpoint(folder);
        int starts = restarts(folder).size();
        Process process = backfill(folder, files);
        if (!said.isEmpty()) {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> output(folder).contains(said) || !process.isAlive());
            process.waitFor(later, TimeUnit.MILLISECONDS);
            process.destroyForcibly();
        }
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        int code = process.exitValue();
        assertThat(code).as(output(folder)).isIn(0, KILLED);
        assertThat(output(folder)).as("what the store says to itself").doesNotContain("i.q.c.");
        List<Restart> after = restarts(folder);
        for (Restart restart : after.subList(starts, after.size())) {
            System.out.println(restart);
            assertThat(restart.checkpoint).as("the newest complete checkpoint").isEqualTo(newest);
        }
        System.out.printf(
                "%s; newest checkpoint %s%n",
                code == KILLED ? "killed " + later + " ms after \"" + said + "\"" : "ended", newestCheckpoint(folder));
        return code == KILLED;
    }

    private String newestCheckpoint(String folder) throws IOException {
        Path checkpoints = dir.resolve(folder).resolve("checkpoints");
        if (!Files.exists(checkpoints)) {
            return "nothing";
        }
        try (Stream<Path> all = Files.find(checkpoints, 3, (path, of) -> path.endsWith("_metadata"))) {
            return all.map(path -> path.getParent().getFileName().toString())
                    .max(Comparator.comparingInt(name -> Integer.parseInt(name.substring("chk-".length()))))
                    .orElse("nothing");
        }
    }

    /** From which checkpoint, and at which offsets of readings, a start went on. */
    private record Restart(String checkpoint, String offsets) {}

    private List<Restart> restarts(String folder) throws IOException {
        Path log = dir.resolve(folder).resolve("logs").resolve("microgram.log");
        if (!Files.exists(log)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(GOES_ON::matcher)
                    .filter(Matcher::find)
                    .map(found -> new Restart(found.group(1), found.group(2)))
                    .toList();
        }
    }

    private String data(String folder) {
        return text(dir.resolve(folder));
    }

    private static String text(Path path) {
        return path.toAbsolutePath().toString();
    }
}
