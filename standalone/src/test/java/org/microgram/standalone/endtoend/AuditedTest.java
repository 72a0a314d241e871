package org.microgram.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.access.Access;
import org.microgram.access.audit.AuditEntry;
import org.microgram.access.audit.Chain;
import org.microgram.standalone.Commands;
import org.microgram.standalone.Commands.Ran;

@DisplayName("A running Microgram")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AuditedTest {

    @TempDir
    Path dir;

    @Test
    void knows_who_acts_from_the_first_user_on_and_writes_down_what_they_do() throws Exception {
        Path files = Piece.write(dir.resolve("files"), LocalDate.of(2019, 3, 1), LocalDate.of(2019, 3, 2));
        Path config = copyOfConfig();
        Path password = Files.writeString(dir.resolve("password"), "four words beside each other\n");
        Process owner = Commands.start(
                dir.resolve("run.out").toFile(), "run", "--data", data(), "--port", "0", "--config", config.toString());
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> Files.exists(dir.resolve("data").resolve("control")));
            String[] backfill = {"backfill", "--data", data(), "--format", Piece.ARCHIVE, files.toString()};
            done(Commands.run(backfill));

            done(Commands.run(
                    "user",
                    "add",
                    "zhang.min",
                    "--roles",
                    "security",
                    "--data",
                    data(),
                    "--password-file",
                    password.toString()));
            Ran unnamed = Commands.run(backfill);
            assertThat(unnamed.code()).isEqualTo(1);
            assertThat(unnamed.err()).contains("say who acts");
            // At this machine the page stays open to look at.
            assertThat(page("/api/now").statusCode()).isEqualTo(200);
        } finally {
            owner.destroy();
            assertThat(owner.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        String local = "local:" + System.getProperty("user.name");
        assertThat(entries())
                .extracting(entry -> entry.actor() + " " + entry.action())
                .containsExactly(local + " run", local + " backfill", local + " backfill.done", local + " user.add");
        assertThat(entries().get(1).details().get("paths")).isEqualTo(files.toString());

        Files.writeString(config.resolve("evaluation.yaml"), "daily_profile: strict\n");
        Ran refused = Commands.run("rebuild", "--data", data(), "--config", config.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(entries()).hasSize(4);
        Files.delete(dir.resolve("data/access/users.json")); // as somebody at the machine could
        Ran verified = Commands.run("verify-chain", "--data", data());
        assertThat(verified.code()).isEqualTo(1);
        assertThat(verified.err()).contains("the users file is not what the audit log says");
        done(Commands.run(
                Map.of("LANG", "en"),
                "run",
                "--until-done",
                "--data",
                data(),
                "--port",
                "0",
                "--config",
                config.toString()));
        assertThat(entries())
                .extracting(AuditEntry::action)
                .containsSubsequence("user.add", "configuration.changed", "run");
    }

    private HttpResponse<String> page(String path) throws Exception {
        String url = Files.readString(dir.resolve("data").resolve("lock"))
                .lines()
                .toList()
                .get(1);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url).resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private Path copyOfConfig() throws Exception {
        Path config = Files.createDirectory(dir.resolve("config"));
        try (Stream<Path> all = Files.list(Piece.CONFIG)) {
            for (Path each : all.toList()) {
                Files.copy(each, config.resolve(each.getFileName()));
            }
        }
        return config;
    }

    private List<AuditEntry> entries() throws Exception {
        List<AuditEntry> entries = new ArrayList<>();
        assertThat(Chain.read(Access.auditFolder(dir.resolve("data")), Optional.empty(), entries::add)
                        .broken())
                .isEmpty();
        return entries;
    }

    private String data() {
        return dir.resolve("data").toString();
    }

    private static void done(Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
    }
}
