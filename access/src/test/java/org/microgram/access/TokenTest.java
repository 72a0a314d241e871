package org.microgram.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.access.Denied.Reason;
import org.microgram.access.secrets.TokenText;

@DisplayName("A token")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TokenTest extends WithUsers {

    @Test
    void a_token_is_shown_once_kept_as_a_hash_and_does_what_its_roles_may() throws Exception {
        Actor security = security();
        TokenText token = access.administration()
                .addToken(security, "prometheus", Set.of(Role.VIEWER), Optional.empty(), Duration.ofDays(90));
        assertThat(everythingOnDisk())
                .doesNotContain(token.reveal(), token.reveal().substring(17));
        Actor machine = access.withToken(token.reveal(), "10.0.0.9");
        assertThat(machine.id()).isEqualTo("token:" + token.id());
        access.require(machine, Permission.VIEW);
        refuses(Reason.PERMISSION, () -> access.require(machine, Permission.OPERATE));
        access.administration().revokeToken(security, "prometheus");
        refuses(Reason.CREDENTIALS, () -> access.withToken(token.reveal(), "10.0.0.9"));
        assertThat(access.find(machine.id())).isEmpty();
    }

    @Test
    void a_token_ends_at_its_time() throws Exception {
        TokenText token = access.administration()
                .addToken(security(), "x", Set.of(Role.VIEWER), Optional.empty(), Duration.ofDays(1));
        now = now.plus(Duration.ofDays(1)).minusMillis(1);
        Actor machine = access.withToken(token.reveal(), "10.0.0.9");
        now = now.plusMillis(1);
        assertThat(refuses(Reason.CREDENTIALS, () -> access.withToken(token.reveal(), "10.0.0.9"))
                        .english())
                .contains("expired");
        assertThat(last().action()).isEqualTo("login.failed");
        assertThat(access.find(machine.id())).isEmpty();
    }

    @Test
    void a_token_that_is_not_one_is_refused_and_guessing_is_stopped() throws Exception {
        TokenText token = access.administration()
                .addToken(security(), "x", Set.of(Role.VIEWER), Optional.empty(), Duration.ofDays(1));
        String guess = "mg_" + token.id() + "_" + "A".repeat(43);
        for (int i = 0; i < LoginGuard.PER_NAME; i++) {
            refuses(Reason.CREDENTIALS, () -> access.withToken(guess, "10.0.0.9"));
        }
        refuses(Reason.LOCKED, () -> access.withToken(guess, "10.0.0.9"));
        refuses(Reason.CREDENTIALS, () -> access.withToken("' or 1=1", "10.0.0.8"));
        assertThat(everythingOnDisk()).doesNotContain(guess, "or 1=1");
        access.withToken(token.reveal(), "10.0.0.9");
    }
}
