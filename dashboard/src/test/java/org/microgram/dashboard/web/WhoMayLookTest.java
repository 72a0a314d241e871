package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.microgram.access.AccessSettings;
import org.microgram.access.Role;

@DisplayName("Who may look")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class WhoMayLookTest extends AtTheDoor {

    @Test
    void without_users_anybody_may_look_and_nobody_can_log_in() throws Exception {
        serve("0.0.0.0", AccessSettings.DEFAULT);
        assertThat(get("/api/now").statusCode()).isEqualTo(200);
        assertThat(get("/login").statusCode()).isEqualTo(303);
        assertThat(read(get("/api/me")).get("actor").isNull()).isTrue();
    }

    @Test
    void at_this_machine_anybody_may_look_over_the_network_only_who_logged_in() throws Exception {
        users();
        serve(WebServer.LOOPBACK, AccessSettings.DEFAULT);
        assertThat(get("/api/now").statusCode()).isEqualTo(200);
        server.close();
        serve("0.0.0.0", AccessSettings.DEFAULT);
        assertThat(get("/api/now").statusCode()).isEqualTo(401);
        server.close();
        serve(WebServer.LOOPBACK, ALWAYS);
        assertThat(get("/api/now").statusCode()).isEqualTo(401);
    }

    @Test
    void before_a_log_in_nothing_is_shown_but_the_form_and_that_it_lives() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(page.body()).doesNotContain("main.js");
        for (String path : List.of(
                "/api/now",
                "/api/days?year=2020",
                "/api/published",
                "/api/rows",
                "/api/explain?key=x",
                "/metrics",
                "/assets/main.js",
                "/assets/index.html",
                "/api/nothing",
                "/events",
                "/Login",
                "//api/now",
                "/%61pi/now")) {
            assertThat(get(path).statusCode()).as(path).isIn(401, 400);
        }
        assertThat(get("/api/now").headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        for (String path :
                List.of("/health/live", "/health/ready", "/assets/login.css", "/assets/icon.svg", "/login")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void a_person_logs_in_and_looks_until_they_log_out() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        HttpResponse<String> answer = login("li.wei", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(303);
        String session = cookie(answer, Door.COOKIE);
        assertThat(get("/", "Cookie", session).body()).contains("main.js");
        JsonNode me = read(get("/api/me", "Cookie", session));
        assertThat(me.get("actor").asText()).isEqualTo("user:li.wei");
        assertThat(me.get("roles").toString()).isEqualTo("[\"viewer\"]");
        assertThat(post(
                                "/logout",
                                "",
                                "Cookie",
                                session,
                                "X-CSRF-Token",
                                me.get("csrf").asText())
                        .statusCode())
                .isEqualTo(303);
        assertThat(get("/api/now", "Cookie", session).statusCode()).isEqualTo(401);
        assertThat(actions()).endsWith("login", "logout");
    }

    @Test
    void a_power_is_no_right_to_look() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        String session = cookie(login("zhang.min", PASSWORD), Door.COOKIE);
        assertThat(get("/api/now", "Cookie", session).statusCode()).isEqualTo(403);
    }

    @Test
    void a_machine_brings_a_token() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        String token = token("prometheus", Role.VIEWER);
        assertThat(get("/metrics", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
        assertThat(get("/metrics", "Authorization", "Bearer " + token("robot", Role.SYSTEM))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/metrics", "Authorization", "Bearer nonsense").statusCode())
                .isEqualTo(401);
        now = now.plus(Duration.ofDays(2));
        assertThat(get("/metrics", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(401);
        server.close();
        serve(WebServer.LOOPBACK, AccessSettings.DEFAULT);
        // Even where anybody may look, a token that is none is told so.
        assertThat(get("/metrics", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_session_ends_by_time_by_a_new_password_and_with_its_user() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        String first = cookie(login("li.wei", PASSWORD), Door.COOKIE);
        now = now.plus(Duration.ofHours(12)).minusSeconds(1);
        assertThat(get("/api/now", "Cookie", first).statusCode()).isEqualTo(200);
        now = now.plusSeconds(1);
        assertThat(get("/api/now", "Cookie", first).statusCode()).isEqualTo(401);
        String second = cookie(login("li.wei", PASSWORD), Door.COOKIE);
        now = now.plusSeconds(1);
        access.administration().setPassword(security, "li.wei", PASSWORD.toCharArray());
        assertThat(get("/api/now", "Cookie", second).statusCode()).isEqualTo(401);
        now = now.plusSeconds(1);
        String third = cookie(login("li.wei", PASSWORD), Door.COOKIE);
        access.administration().removeUser(security, "li.wei");
        assertThat(get("/api/now", "Cookie", third).statusCode()).isEqualTo(401);
    }
}
