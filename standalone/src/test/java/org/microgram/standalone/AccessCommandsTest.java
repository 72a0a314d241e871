package org.microgram.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.access.Access;
import org.microgram.access.audit.AuditEntry;
import org.microgram.access.audit.Chain;
import org.microgram.standalone.cli.CommandLineInterface;
import org.microgram.standalone.cli.Who;
import org.microgram.standalone.terminal.Terminal;

@DisplayName("Commands and who acts")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessCommandsTest {

    private static final String PASSWORD = "four words beside each other";

    @TempDir
    Path folder;

    private Path data;
    private final Map<String, String> environment = new HashMap<>(Map.of("LANG", "en"));
    private final Deque<String> typed = new ArrayDeque<>();
    private String out = "";
    private String err = "";

    @BeforeEach
    void place() {
        data = folder.resolve("data");
    }

    /** Runs a command line on the data directory; {@code password} is what the terminal gets typed. */
    private int run(String... words) {
        return run(
                Who.of(environment, prompt -> Optional.ofNullable(typed.poll()).map(String::toCharArray)), words);
    }

    private int run(Who who, String... words) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8),
                false,
                false,
                false);
        List<String> args = new ArrayList<>(Arrays.asList(words));
        args.addAll(List.of("--data", data.toString()));
        int code = new CommandLineInterface(terminal, environment, Path.of(".."), Wiring.services(), who)
                .execute(args.toArray(String[]::new));
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    private void type(String... passwords) {
        typed.addAll(List.of(passwords));
    }

    /** A bureau: who manages users, who runs the system, who reads the audit log, and a viewer. */
    private void bureau() {
        type(PASSWORD, PASSWORD);
        assertThat(run("user", "add", "zhang.min", "--roles", "security"))
                .as(err)
                .isZero();
        for (String[] each : new String[][] {{"wang.fang", "system"}, {"chen.jie", "audit"}, {"li.wei", "viewer"}}) {
            type(PASSWORD, PASSWORD, PASSWORD);
            assertThat(run("user", "add", each[0], "--roles", each[1], "--user", "zhang.min"))
                    .as(err)
                    .isZero();
        }
    }

    @Test
    void without_users_the_owner_acts_and_that_is_said_once() throws Exception {
        type(PASSWORD, PASSWORD);
        assertThat(run("token", "list")).isEqualTo(1);
        assertThat(err).contains("no data directory");
        assertThat(data).doesNotExist();
        assertThat(run("user", "add", "zhang.min", "--roles", "viewer")).isEqualTo(1);
        assertThat(err).contains("must hold the role security", "\n-> ");
        type(PASSWORD, PASSWORD);
        assertThat(run("user", "add", "zhang.min", "--roles", "security")).isZero();
        AuditEntry first = entries().get(0);
        assertThat(first.actor()).isEqualTo("local:" + System.getProperty("user.name"));
        assertThat(first.action()).isEqualTo("user.add");
        assertThat(first.subject()).isEqualTo("user:zhang.min");
    }

    @Test
    void once_there_are_users_every_command_asks_who_acts() {
        bureau();
        String[][] commands = {
            {"query", "--measurement", "air_day"},
            {"compare", "--year", "2020"},
            {"review", "list", "--station", "东四", "--from", "2020-02-12"},
            {"rank", "--by", "PM2.5", "--period", "2020-02"},
            {"account", "--year", "2020", "--target", "42"},
            {"reconcile", "--day", "2020-02-12"},
            {"export", "--month", "2020-01", "--out", folder.toString()},
            {"explain", "beijing air_day PM2.5 2020-02-12"},
            {"history", "beijing air_day PM2.5 2020-02-12"},
            {"screening"},
            {"event", "list"},
            {"backfill", "--format", "readings-csv", "../config/README.md"},
            {"rebuild"},
            {"run", "--until-done"},
            {"demo", "--until-done"},
            {"backup", "--out", folder.resolve("b.zip").toString()},
            {"upgrade"},
            {"user", "list"},
            {"token", "list"},
            {"audit"}
        };
        for (String[] command : commands) {
            assertThat(run(command)).as(String.join(" ", command)).isEqualTo(1);
            assertThat(err).as(String.join(" ", command)).contains("say who acts", "--user", "MICROGRAM_TOKEN");
        }
        assertThat(run("verify-chain")).as(err).isZero();
        // A new command joins the list above, or one of these two: whose result tells nothing, and who fills an empty
        // directory.
        Set<String> asked = Arrays.stream(commands).map(command -> command[0]).collect(Collectors.toSet());
        asked.addAll(List.of("verifyChain", "restore"));
        assertThat(Services.class.getDeclaredMethods())
                .extracting(Method::getName)
                .filteredOn(name -> !name.contains("$"))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void each_does_what_their_role_may_and_no_more() throws Exception {
        bureau();
        assertThat(as("chen.jie", "audit", "--action", "user.add")).isZero();
        assertThat(out.lines()).hasSize(5);
        assertThat(as("chen.jie", "user", "list")).isEqualTo(1);
        assertThat(as("zhang.min", "audit")).isEqualTo(1);
        assertThat(err).contains("zhang.min may not read the audit log");
        assertThat(as("wang.fang", "token", "list")).isEqualTo(1);
        assertThat(as("wang.fang", "query", "--measurement", "air_day")).isEqualTo(1);
        assertThat(as("li.wei", "rebuild")).isEqualTo(1);
        assertThat(err).contains("li.wei may not operate the system");
        assertThat(entries())
                .extracting(AuditEntry::action)
                .filteredOn("denied"::equals)
                .hasSize(5);
        assertThat(as("zhang.min", "user", "list")).isZero();
        assertThat(out).contains("li.wei,viewer,");
        assertThat(as("zhang.min", "user", "roles", "wang.fang", "--roles", "system,audit"))
                .isEqualTo(1);
        assertThat(err).contains("kept apart");
    }

    @Test
    void a_wrong_password_lets_nobody_in_and_is_written_down() throws Exception {
        bureau();
        type("quite another thing");
        assertThat(run("user", "list", "--user", "zhang.min")).isEqualTo(1);
        assertThat(err).contains("not right").doesNotContain("quite another");
        assertThat(last().action()).isEqualTo("login.failed");
        assertThat(last().details()).containsEntry("from", "terminal");
        assertThat(run("user", "list", "--user", "zhang.min")).isEqualTo(1);
        assertThat(err).contains("no terminal to type a password at");
    }

    @Test
    void a_machine_acts_by_its_token_from_the_environment() throws Exception {
        bureau();
        assertThat(as("zhang.min", "token", "add", "nightly", "--roles", "audit", "--days", "1"))
                .isZero();
        String token = out.strip();
        assertThat(token).matches("mg_[0-9a-f]{12}_[\\w-]{43}");
        environment.put(Who.TOKEN, token);
        assertThat(run("audit")).isZero();
        assertThat(last().action()).isEqualTo("audit.read");
        assertThat(last().actor()).isEqualTo("token:" + token.substring(3, 15));
        assertThat(out).doesNotContain(token.substring(16));
        assertThat(run("user", "list")).isEqualTo(1);
        environment.remove(Who.TOKEN);
        assertThat(as("zhang.min", "token", "revoke", "nightly")).isZero();
        environment.put(Who.TOKEN, token);
        assertThat(run("audit")).isEqualTo(1);
        assertThat(run("token", "add", "x", "--roles", "king")).isEqualTo(2);
        assertThat(err).contains("the roles are viewer, duty-officer");
    }

    @Test
    void a_token_that_reviews_names_its_owner_and_ends_with_the_role() {
        bureau();
        assertThat(as("zhang.min", "token", "add", "desk", "--roles", "approver"))
                .isEqualTo(1);
        assertThat(err).contains("says whom it belongs to", "-> --owner USER");
        assertThat(as("zhang.min", "token", "add", "desk", "--roles", "approver", "--owner", "li.wei"))
                .isEqualTo(1);
        assertThat(err).contains("li.wei does not hold approver");
        assertThat(as("zhang.min", "user", "roles", "li.wei", "--roles", "approver"))
                .isZero();
        assertThat(as("zhang.min", "token", "add", "desk", "--roles", "approver", "--owner", "li.wei"))
                .as(err)
                .isZero();
        assertThat(as("zhang.min", "token", "list")).isZero();
        assertThat(out).contains("id,name,roles,owner,made,expires", ",desk,approver,li.wei,");
        assertThat(as("zhang.min", "user", "roles", "li.wei", "--roles", "viewer"))
                .isZero();
        assertThat(err).contains("tokens that ended with it: desk");
        assertThat(as("zhang.min", "token", "list")).isZero();
        assertThat(out).doesNotContain("desk");
    }

    @Test
    void a_command_handed_over_carries_who_acts_and_never_more_than_they_may() throws Exception {
        bureau();
        assertThat(run(Who.handed("user:chen.jie"), "audit")).isZero();
        assertThat(last().actor()).isEqualTo("user:chen.jie");
        for (String nobody : List.of("", "local:" + System.getProperty("user.name"), "user:nobody", "token:0")) {
            assertThat(run(Who.handed(nobody), "audit")).as(nobody).isEqualTo(1);
        }
        assertThat(run(Who.handed("user:li.wei"), "audit")).isEqualTo(1);
    }

    @Test
    void everybody_sets_their_own_password() {
        bureau();
        type(PASSWORD, "another sentence to remember", "another sentence to remember");
        assertThat(run("user", "password", "li.wei", "--user", "li.wei"))
                .as(err)
                .isZero();
        type("another sentence to remember", PASSWORD, PASSWORD);
        assertThat(run("user", "password", "chen.jie", "--user", "li.wei")).isEqualTo(1);
        type(PASSWORD, "one thing or the other", "one thing and the other");
        assertThat(run("user", "password", "chen.jie", "--user", "chen.jie")).isEqualTo(1);
        assertThat(err).contains("not the same");
    }

    @Test
    void one_byte_changed_in_the_audit_log_is_named() throws Exception {
        bureau();
        assertThat(run("verify-chain")).isZero();
        assertThat(err).contains("sound: 7 entries", "7:" + last().hash());
        String head = "7:" + last().hash();
        assertThat(run("verify-chain", "--head", head)).isZero();
        Path file;
        try (var files = Files.list(Access.auditFolder(data))) {
            file = files.filter(each -> each.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("user:wang.fang", "user:wang.fanh"));
        assertThat(run("verify-chain")).isEqualTo(1);
        assertThat(err).contains("entry 3 of the audit log", "line 3", "was changed");
        assertThat(run("verify-chain", "--json")).isEqualTo(1);
        assertThat(out).contains("\"sound\":false", "\"number\":3", "\"fault\":\"hash\"");
        Files.writeString(file, text.substring(0, text.lastIndexOf("\n", text.length() - 2) + 1));
        assertThat(run("verify-chain", "--head", head)).isEqualTo(1);
        assertThat(err).contains("entry 7", "the end was cut off");
        assertThat(run("verify-chain", "--head", "x")).isEqualTo(2);
    }

    @Test
    void a_role_given_by_an_editor_shows() throws Exception {
        bureau();
        Path users = data.resolve("access/users.json");
        Files.writeString(users, Files.readString(users).replace("viewer", "approver"));
        assertThat(run("verify-chain")).isEqualTo(1);
        assertThat(err).contains("the users file is not what the audit log says");
    }

    private int as(String user, String... words) {
        type(PASSWORD);
        List<String> args = new ArrayList<>(Arrays.asList(words));
        args.addAll(List.of("--user", user));
        return run(args.toArray(String[]::new));
    }

    private List<AuditEntry> entries() throws Exception {
        List<AuditEntry> entries = new ArrayList<>();
        assertThat(Chain.read(Access.auditFolder(data), Optional.empty(), entries::add)
                        .broken())
                .isEmpty();
        return entries;
    }

    private AuditEntry last() throws Exception {
        List<AuditEntry> entries = entries();
        return entries.get(entries.size() - 1);
    }
}
