package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.microgram.access.Role;

@DisplayName("Secrets")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class SecretsTest extends AtTheDoor {

    @Test
    void are_in_no_log_no_metric_no_error_page_and_no_file() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        String token = token("prometheus", Role.VIEWER);
        String session = cookie(login("li.wei", PASSWORD), Door.COOKIE);
        String secret = session.substring(session.indexOf('=') + 1);
        String csrf = read(get("/api/me", "Cookie", session)).get("csrf").asText();
        List<String> answers = new ArrayList<>();
        String[] asks = {"/metrics", "/api/nothing", "/api/explain?key=a+b+c+d", "/api/rows", "/assets/none"};
        for (String path : asks) {
            answers.add(get(path, "Cookie", session).body());
            answers.add(get(path, "Authorization", "Bearer " + token).body());
            answers.add(get(path, "Authorization", "Bearer " + token + "x").body());
        }
        answers.add(login("li.wei", "canary wrong password").body());
        answers.add(login("li.wei", PASSWORD + "x".repeat(20_000)).body()); // larger than a request may be
        answers.add(post("/api/now", "password=" + encode(PASSWORD), "Cookie", session)
                .body());
        assertThat(answers.get(6)).contains("could not be made"); // the fault in the middle was met
        for (String text : answers) {
            assertThat(text).doesNotContain("canary", token, secret, csrf, "fault in the middle", "\tat ");
        }
        StringBuilder log = new StringBuilder();
        for (ILoggingEvent event : logged.list) {
            log.append(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                log.append(event.getThrowableProxy().getMessage());
            }
        }
        assertThat(log.toString()).contains("fault in the middle").doesNotContain("canary", token, secret, csrf);
        try (var files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("canary", token, secret, csrf);
            }
        }
    }
}
