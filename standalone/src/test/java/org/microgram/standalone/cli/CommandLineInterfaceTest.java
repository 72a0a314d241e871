package org.microgram.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.dashboard.review.Written;
import org.microgram.standalone.Outcome;
import org.microgram.standalone.Services;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Terminal;

@DisplayName("The command line")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommandLineInterfaceTest {

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Object> asked = new ArrayList<>();
    private Outcome outcome = Outcome.DONE;

    @Test
    void without_arguments_says_in_five_lines_what_to_type_first() {
        assertThat(run()).isZero();
        assertThat(text(out).lines()).hasSize(5);
        assertThat(text(out)).contains("./microgram demo", "先试试");
    }

    @Test
    void has_no_command_that_would_do_nothing() {
        assertThat(cli(Optional.empty()).commandLine(Lang.EN).getSubcommands())
                .containsOnlyKeys("check-config", "doctor", "generate-completion");
    }

    @Test
    void has_help_with_two_real_examples_for_every_command_in_both_languages() {
        for (Lang lang : Lang.values()) {
            cli(services()).commandLine(lang).getSubcommands().forEach((name, command) -> {
                String help = command.getUsageMessage();
                assertThat(help.lines().filter(line -> line.contains("./microgram " + name)))
                        .as("%s in %s", name, lang)
                        .hasSize(2);
                if (!name.equals("generate-completion")) { // brings its own options
                    assertThat(command.getCommandSpec().args())
                            .allSatisfy(arg -> assertThat(arg.description()).isNotEmpty());
                }
            });
        }
    }

    @Test
    void says_of_what_is_no_day_or_month_how_one_is_written_in_both_languages() {
        assertThat(run("query", "--data", "d", "--measurement", "air_day", "--from", "2021-04-31", "--lang", "en"))
                .isEqualTo(Outcome.USAGE.code());
        assertThat(run("export", "--data", "d", "--out", "report", "--month", "2021-13", "--lang", "zh"))
                .isEqualTo(Outcome.USAGE.code());
        assertThat(text(err))
                .contains("--from", "\"2021-04-31\" is no day of the calendar; write one as 2021-04-30")
                .contains("--month", "\"2021-13\" 不是一个月份；请写作 2021-04")
                .doesNotContain("java.time");
    }

    @Test
    void reads_the_options_of_the_contract() throws Exception {
        Path archive = Files.createFile(home.resolve("beijing.tar.xz"));
        assertThat(run("backfill", "--data", "d", "--format", "beijing-archive", archive.toString()))
                .isZero();
        run(
                "query",
                "--data=d",
                "--measurement=air_day",
                "--subject",
                "东四",
                "--subject",
                "beijing",
                "--to",
                "2020-02-29",
                "--edition",
                "HJ 633-2026");
        run("compare", "--data", "d", "--editions", "GB 3095-2012, WHO 2021:IT-3", "--year", "2020");
        run("rank", "--data", "d", "--by", "PM2.5", "--period", "2019-01..2019-06");
        run("export", "--data", "d", "--month", "2020-12", "--out", "report");
        run("explain", "--data", "d", "beijing air_day PM2.5 2020-02-12", "--as-of", "2020-02-13T09:00", "--json");
        run("history", "--data", "d", "beijing", "air_day", "PM2.5", "2020-02-12");
        run("demo", "--port", "9090", "--until-done");
        Path d = Path.of("d");
        assertThat(asked)
                .containsExactly(
                        new Services.Backfill(d, "beijing-archive", List.of(archive)),
                        new Services.Query(
                                d,
                                "air_day",
                                List.of("东四", "beijing"),
                                Optional.empty(),
                                Optional.of(LocalDate.of(2020, 2, 29)),
                                Optional.of("HJ 633-2026"),
                                Optional.empty()),
                        new Services.Compare(
                                d,
                                List.of("GB 3095-2012", "WHO 2021:IT-3"),
                                List.of(),
                                LocalDate.of(2020, 1, 1),
                                LocalDate.of(2020, 12, 31)),
                        new Services.Rank(d, "PM2.5", "2019-01..2019-06", "unit", Optional.empty()),
                        new Services.Export(d, YearMonth.of(2020, 12), Path.of("report")),
                        new Services.Figure(
                                d,
                                "beijing air_day PM2.5 2020-02-12",
                                Optional.of(Instant.parse("2020-02-13T01:00:00Z"))),
                        new Services.Figure(d, "beijing air_day PM2.5 2020-02-12", Optional.empty()),
                        new Services.Serve(home.resolve("data").resolve("demo"), 9090, true));
    }

    @Test
    void reads_which_samples_a_review_is_about() {
        String moment = "2021-04-01T12:00";
        run("review", "list", "--data", "d", "--section", "古北口", "--by-hand", "--from", "2021-04-01");
        run(
                "review",
                "set",
                "--data",
                "d",
                "--section",
                "古北口",
                "--parameter",
                "TP",
                "--from",
                moment,
                "--value",
                "<0.01");
        assertThat(asked)
                .containsExactly(
                        new Services.Review(
                                Path.of("d"),
                                new Written("list", "", "古北口", true, List.of(), "2021-04-01", "", "", "", "")),
                        new Services.Review(
                                Path.of("d"),
                                new Written("set", "", "古北口", false, List.of("TP"), moment, "", "<0.01", "", "")));
        for (String[] wrong : new String[][] {
            {"pass", "either --station or --section"},
            {"pass", "either --station or --section", "--station", "东四", "--section", "古北口"},
            {"pass", "--by-hand is for --section only", "--station", "东四", "--by-hand"},
            {"lock", "is locked with all its samples", "--section", "古北口", "--by-hand"},
            {"set", "of a section one sample", "--section", "古北口", "--parameter", "TP", "--invalid"},
            {"pass", "no day or moment of a sample", "--section", "古北口", "--to", "2021-04-01T12"}
        }) {
            err.reset();
            List<String> words =
                    new ArrayList<>(List.of("review", wrong[0], "--data", "d", "--from", "2021-04-01", "--lang", "en"));
            words.addAll(List.of(wrong).subList(2, wrong.length));
            assertThat(run(words.toArray(String[]::new))).as(words.toString()).isEqualTo(2);
            assertThat(text(err)).contains(wrong[1]);
        }
    }

    @Test
    void ends_with_the_exit_codes_0_1_2_and_3() {
        outcome = Outcome.DONE_WITH_REFUSALS;
        assertThat(run("rebuild", "--data", "d")).isEqualTo(3);
        outcome = null; // the service fails
        assertThat(run("rebuild", "--data", "d")).isEqualTo(1);
        assertThat(text(err)).contains("the disk is full").doesNotContain("\tat ");
        for (String[] wrong : new String[][] {
            {"rebuild"},
            {"rebuidl", "--data", "d"},
            {"doctor", "--lang", "fr"},
            {"compare", "--data", "d"},
            {"compare", "--data", "d", "--year", "2020", "--from", "2020-01-01"},
            {"compare", "--data", "d", "--from", "2020-02-01", "--to", "2020-01-01"},
            {"export", "--data", "d", "--month", "May", "--out", "o"},
            {"backfill", "--data", "d", "--format", "xls", "."},
            {"backfill", "--data", "d", "--format", "readings-csv", "no-such-file"}
        }) {
            err.reset();
            assertThat(run(wrong)).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(text(err)).contains("--help");
        }
    }

    @Test
    void check_config_tells_every_problem_at_once_and_fails() throws Exception {
        assertThat(run("check-config", "--lang", "en", "--config", home.toString()))
                .isEqualTo(1);
        assertThat(text(err)).contains("stations.csv", "areas.csv", "members.csv");
        assertThat(run("check-config", "--config", "../config")).isZero();
        assertThat(text(out)).contains("stations,areas");
        assertThat(text(err)).contains("地表水断面：173");
    }

    @Test
    void check_config_tells_the_problems_of_water_together_with_the_others() throws Exception {
        Files.writeString(home.resolve("sections.csv"), "section_id,province\nbj-gubeikou,北京市\n");
        assertThat(run("check-config", "--lang", "en", "--config", home.toString()))
                .isEqualTo(1);
        assertThat(text(err)).contains("stations.csv", "sections.csv, line 1: column target is missing", "basins.yaml");
    }

    @Test
    void doctor_fails_when_something_must_be_repaired_and_says_what_to_do() {
        assertThat(run("doctor", "--config", home.toString(), "--port", "0")).isEqualTo(1);
        assertThat(text(out))
                .contains("configuration,fix,")
                .contains("check-config --config")
                .contains("java,ok,");
    }

    private int run(String... args) {
        return cli(services()).execute(args);
    }

    private CommandLineInterface cli(Optional<Services> services) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                false);
        return new CommandLineInterface(terminal, Map.of(), home, services);
    }

    /** Remembers what it was asked. */
    private Optional<Services> services() {
        return Optional.of((Services) Proxy.newProxyInstance(
                Services.class.getClassLoader(), new Class<?>[] {Services.class}, (proxy, method, args) -> {
                    asked.add(args[1]);
                    if (outcome == null) {
                        throw new IllegalStateException("the disk is full\n-> make room");
                    }
                    return outcome;
                }));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
