package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.microgram.access.Access;
import org.microgram.access.Role;
import org.microgram.access.audit.Chain;

@DisplayName("The log-in")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class LoginFormTest extends AtTheDoor {

    @Test
    void the_form_has_no_script_and_may_be_sent_here_only() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        HttpResponse<String> form = get("/login");
        assertThat(form.body()).doesNotContainPattern("<script|\\son\\w+=|style=|javascript:|https?://");
        String policy = form.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("form-action 'self'", "default-src 'self'").doesNotContain("unsafe");
        assertThat(get("/health/live")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("form-action 'none'");
    }

    @Test
    void brute_force_is_locked_out_counted_and_written_down() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        for (int i = 0; i < 5; i++) {
            assertThat(login("li.wei", "wrong wrong wrong " + i).statusCode()).isEqualTo(401);
        }
        assertThat(login("li.wei", PASSWORD).statusCode()).isEqualTo(429);
        assertThat(actions()).endsWith("login.failed", "login.failed", "login.locked");
        String metrics = get("/metrics", "Authorization", "Bearer " + token("prometheus", Role.VIEWER))
                .body();
        assertThat(metrics)
                .contains("microgram_logins_total{outcome=\"failed\"} 5.0")
                .contains("microgram_logins_total{outcome=\"locked\"} 1.0");
        now = now.plus(Duration.ofMinutes(15));
        assertThat(login("li.wei", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void xss_a_name_is_never_given_back_and_stays_in_its_entry() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        String evil = "<script>alert(1)</script>\"\n{\"number\":9}";
        HttpResponse<String> answer = login(evil, PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("alert(1)");
        assertThat(Chain.verify(Access.auditFolder(data), Optional.empty()).broken())
                .isEmpty();
        assertThat(access.audit().head().orElseThrow().subject()).isEqualTo(evil);
    }
}
