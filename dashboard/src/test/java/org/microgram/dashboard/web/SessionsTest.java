package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.microgram.access.AccessSettings;
import org.microgram.access.audit.HashAlgorithm;

@DisplayName("A session of the page")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class SessionsTest extends AtTheDoor {

    @Test
    void a_script_cannot_read_the_session_nor_another_site_use_it() throws Exception {
        users();
        serve(WebServer.LOOPBACK, new AccessSettings(HashAlgorithm.SM3, true, Duration.ofHours(1), true));
        for (HttpResponse<String> answer : List.of(get("/login"), login("li.wei", PASSWORD))) {
            assertThat(answer.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                    .contains("HttpOnly", "SameSite=Strict", "Secure"));
        }
    }

    @Test
    void a_session_from_before_the_log_in_is_worth_nothing_after_it() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        String planted = Door.COOKIE + "=planted";
        HttpResponse<String> answer = loginWith("li.wei", PASSWORD, planted);
        assertThat(cookie(answer, Door.COOKIE)).isNotEqualTo(planted);
        assertThat(get("/api/now", "Cookie", planted).statusCode()).isEqualTo(401);
        String old = cookie(answer, Door.COOKIE);
        loginWith("li.wei", PASSWORD, old);
        assertThat(get("/api/now", "Cookie", old).statusCode()).isEqualTo(401);
    }
}
