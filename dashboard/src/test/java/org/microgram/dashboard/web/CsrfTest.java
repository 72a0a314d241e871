package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("No other site")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class CsrfTest extends AtTheDoor {

    @Test
    void logs_somebody_in() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        String fields = "name=li.wei&password=" + encode(PASSWORD);
        assertThat(post("/login", fields).statusCode()).isEqualTo(403);
        assertThat(post("/login", fields + "&token=").statusCode()).isEqualTo(403);
        HttpResponse<String> form = get("/login");
        String other =
                post("/login", fields + "&token=" + token(get("/login")), "Cookie", cookie(form, LoginPage.FORM_COOKIE))
                                .statusCode()
                        + "";
        assertThat(other).isEqualTo("403");
        HttpResponse<String> fromElsewhere = post(
                "/login",
                fields + "&token=" + token(form),
                "Cookie",
                cookie(form, LoginPage.FORM_COOKIE),
                "Sec-Fetch-Site",
                "cross-site");
        assertThat(fromElsewhere.statusCode()).isEqualTo(403);
        assertThat(fromElsewhere.headers().allValues("Set-Cookie")).noneMatch(each -> each.startsWith(Door.COOKIE));
        assertThat(actions()).doesNotContain("login");
    }

    @Test
    void changes_anything_by_the_cookie_alone() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        String session = cookie(login("li.wei", PASSWORD), Door.COOKIE);
        String other = cookie(login("li.wei", PASSWORD), Door.COOKIE);
        String csrf = read(get("/api/me", "Cookie", session)).get("csrf").asText();
        String others = read(get("/api/me", "Cookie", other)).get("csrf").asText();
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            for (String path : List.of("/logout", "/api/now", "/api/review")) {
                assertThat(send(method, path, "", "Cookie", session).statusCode())
                        .as(method + path)
                        .isEqualTo(403);
                assertThat(send(method, path, "", "Cookie", session, "Authorization", "Basic eA==")
                                .statusCode())
                        .isEqualTo(403);
                assertThat(send(method, path, "", "Cookie", session, "X-CSRF-Token", others)
                                .statusCode())
                        .isEqualTo(403);
                assertThat(send(
                                        method,
                                        path,
                                        "",
                                        "Cookie",
                                        session,
                                        "X-CSRF-Token",
                                        csrf,
                                        "Sec-Fetch-Site",
                                        "same-site")
                                .statusCode())
                        .isEqualTo(403);
            }
        }
        assertThat(get("/api/now", "Cookie", session).statusCode()).isEqualTo(200);
    }
}
