package org.microgram.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.messages.network.NetworkLoader;
import org.microgram.standalone.Commands.Ran;

@DisplayName("A dust event")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventCommandsTest {

    private static final String PASSWORD = "four words beside each other";
    private static final String ID = "dust-beijing-2019-05-12-11";

    @TempDir
    static Path data;

    @TempDir
    Path config;

    private final Deque<String> typed = new ArrayDeque<>();
    private String out = "";
    private String err = "";

    @BeforeEach
    void copy_the_configuration() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, config.resolve(file.getFileName().toString()));
            }
        }
    }

    /** Whose passwords take long to make, once for all tests. */
    @BeforeEach
    void bureau() {
        if (Files.exists(data.resolve("access"))) {
            return;
        }
        typed.addAll(List.of(PASSWORD, PASSWORD));
        run("user", "add", "zhang.min", "--roles", "security");
        for (String[] each : new String[][] {
            {"li.wei", "reviewer"}, {"he.lin", "reviewer,approver"}, {"chen.jie", "audit"}, {"wang.fang", "viewer"}
        }) {
            typed.addAll(List.of(PASSWORD, PASSWORD, PASSWORD));
            assertThat(run("user", "add", each[0], "--roles", each[1], "--user", "zhang.min"))
                    .as(err)
                    .isZero();
        }
    }

    @Test
    void is_proposed_by_one_confirmed_by_another_and_counts_from_the_next_start_on() throws IOException {
        String before = NetworkLoader.load(config).hash();
        assertThat(as("wang.fang", propose())).isEqualTo(1);
        assertThat(err).contains("wang.fang may not review readings");
        assertThat(as("he.lin", propose())).as(err).isZero();
        assertThat(out).contains(ID, "proposed", "PM10", "2019-05-12T10:00+08:00");
        assertThat(NetworkLoader.load(config).hash()).isEqualTo(before);

        assertThat(as("li.wei", "event", "confirm", ID)).isEqualTo(1);
        assertThat(err).contains("li.wei may not approve");
        assertThat(as("he.lin", "event", "confirm", ID, "--document", "bulletin 7"))
                .isEqualTo(1);
        assertThat(err).contains("proposed by the same person, he.lin", "nothing was changed");
        assertThat(NetworkLoader.load(config).hash()).isEqualTo(before);

        assertThat(as("li.wei", propose("2019-05-13T10:00"))).as(err).isZero();
        String other = "dust-beijing-2019-05-13-11";
        assertThat(as("he.lin", "event", "confirm", other)).isEqualTo(1);
        assertThat(err).contains("rests on nothing yet");
        assertThat(as("he.lin", "event", "confirm", other, "--document", "bulletin 7"))
                .as(err)
                .isZero();
        assertThat(err).contains("confirmed by he.lin", "next start", "about a minute");
        assertThat(NetworkLoader.load(config).hash()).isNotEqualTo(before);
        assertThat(as("wang.fang", "event", "list")).isZero();
        assertThat(out).contains(ID + ",proposed", other + ",confirmed", "bulletin 7", "he.lin");

        assertThat(as("he.lin", "event", "reject", other, "--reason", "haze")).isEqualTo(1);
        assertThat(err).contains("is confirmed by he.lin already");
        assertThat(as("chen.jie", "audit", "--action", "event.")).isZero();
        assertThat(out).contains("event.propose", "event.confirm", other, "user:he.lin", "user:li.wei");
    }

    @Test
    void that_is_rejected_says_why_and_touches_no_figure() throws IOException {
        String before = NetworkLoader.load(config).hash();
        as("li.wei", propose());
        assertThat(as("he.lin", "event", "reject", ID)).isEqualTo(2);
        assertThat(err).contains("why it is rejected");
        assertThat(as("he.lin", "event", "reject", ID, "--reason", "building \"site\""))
                .as(err)
                .isZero();
        assertThat(NetworkLoader.load(config).hash()).isEqualTo(before);
        as("li.wei", "event", "list");
        assertThat(out).contains(ID + ",rejected", "building");
    }

    @Test
    void keeps_what_a_person_wrote_in_the_file_and_is_refused_where_it_has_no_place() throws IOException {
        Path file = config.resolve("events.yaml");
        String before = Files.readString(file);
        as("li.wei", propose());
        assertThat(Files.readString(file)).startsWith(before);
        Files.writeString(file, "events: {}\n");
        assertThat(as("li.wei", propose())).isEqualTo(1);
        assertThat(err).contains("not written in lines");
        assertThat(Files.readString(file)).isEqualTo("events: {}\n");
        Files.delete(file);
        assertThat(as("li.wei", propose())).as(err).isZero();
        assertThat(NetworkLoader.load(config).events().all()).hasSize(1);
    }

    @Test
    void needs_hours_a_place_and_a_particulate_that_there_are() {
        assertThat(as("li.wei", "event", "propose", "--from", "2019-05-12", "--to", "2019-05-12"))
                .isEqualTo(2);
        assertThat(err).contains("--area or --station");
        String[] wrong = propose();
        wrong[7] = "2019-05-12T09:00";
        assertThat(as("li.wei", wrong)).isEqualTo(2);
        assertThat(err).contains("--to is before --from");
        wrong = propose();
        wrong[9] = "O3";
        assertThat(as("li.wei", wrong)).isEqualTo(2);
        assertThat(err).contains("O3 is neither PM10 nor PM2.5");
        wrong = propose();
        wrong[3] = "Peking";
        assertThat(as("li.wei", wrong)).isEqualTo(1);
        assertThat(err).contains("there is no area or station Peking");
        assertThat(as("li.wei", "event", "confirm")).isEqualTo(2);
        assertThat(as("he.lin", "event", "confirm", "dust-1")).isEqualTo(1);
        assertThat(err).contains("there is no event dust-1");
        assertThat(as("li.wei", propose("2016-05-12T10:00"))).isEqualTo(1);
        assertThat(err).contains("2017-01-01");
    }

    private static String[] propose() {
        return propose("2019-05-12T10:00");
    }

    private static String[] propose(String from) {
        return new String[] {
            "event",
            "propose",
            "--area",
            "beijing",
            "--from",
            from,
            "--to",
            from.substring(0, 11) + "15:00",
            "--pollutant",
            "PM10",
            "--reason",
            "dust from the north-west"
        };
    }

    private int as(String user, String... words) {
        typed.clear();
        typed.add(PASSWORD);
        List<String> args = new ArrayList<>(Arrays.asList(words));
        args.addAll(List.of("--user", user));
        return run(args.toArray(String[]::new));
    }

    private int run(String... words) {
        List<String> args = new ArrayList<>(Arrays.asList(words));
        args.addAll(List.of("--data", data.toString(), "--config", config.toString()));
        Ran ran = Commands.typing(typed, args.toArray(String[]::new));
        out = ran.out();
        err = ran.err();
        return ran.code();
    }
}
