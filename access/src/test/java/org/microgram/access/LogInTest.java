package org.microgram.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.access.Denied.Reason;
import org.microgram.access.secrets.PasswordHash;

@DisplayName("A log-in")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogInTest extends WithUsers {

    @Test
    void a_password_is_argon2id_as_everybody_computes_it() {
        // phc-winner-argon2, src/test.c (CC0): version 0x13, t=2, m=2^16, p=1.
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        PasswordHash hash = PasswordHash.parse(reference).orElseThrow();
        assertThat(hash.matches("password".toCharArray())).isTrue();
        assertThat(hash.matches("passwore".toCharArray())).isFalse();
        assertThat(hash.print()).isEqualTo(reference);
        assertThat(PasswordHash.parse(reference.replace("m=65536", "m=999999"))).isEmpty();
        assertThat(PasswordHash.parse(reference.replace("argon2id", "argon2i"))).isEmpty();
        assertThat(hash.toString()).doesNotContain("CTFh");
    }

    @Test
    void the_work_of_a_password_grows_at_the_next_log_in() throws Exception {
        user(security(), "li.wei", Role.VIEWER);
        PasswordHash old = PasswordHash.of(PASSWORD, new PasswordHash.Parameters(1024, 1, 1));
        Path file = data.resolve("access/users.json");
        String text = Files.readString(file);
        String current = access.users().user("li.wei").orElseThrow().password().print();
        Files.writeString(file, text.replace(current, old.print()));
        assertThat(access.users().user("li.wei").orElseThrow().password().isOutdated())
                .isTrue();
        access.login("li.wei", PASSWORD, Access.TERMINAL);
        PasswordHash now = access.users().user("li.wei").orElseThrow().password();
        assertThat(now.parameters()).isEqualTo(PasswordHash.Parameters.CURRENT);
        assertThat(now.matches(PASSWORD)).isTrue();
        assertThat(last().action()).isEqualTo("user.password.rehashed");
        long entries = verify().entries();
        access.login("li.wei", PASSWORD, Access.TERMINAL);
        assertThat(verify().entries()).isEqualTo(entries + 1);
    }

    @Test
    void a_short_password_or_one_with_the_name_in_it_is_refused() {
        Actor owner = access.owner().orElseThrow();
        for (String weak : List.of("elevenchars", "xx zhang.min xx", "", "x".repeat(257))) {
            refuses(Reason.RULE, () -> access.administration()
                    .addUser(owner, "zhang.min", Set.of(Role.SECURITY), weak.toCharArray()));
        }
    }

    @Test
    void a_name_is_letters_of_any_script_and_cannot_hide_anything() {
        Actor security = security();
        user(security, "李伟", Role.VIEWER);
        for (String name : List.of("", "a b", "a\nb", "a\"b", "../x", ".a", "a\u202eb", "a:b", "x".repeat(65))) {
            refuses(Reason.RULE, () -> access.administration().addUser(security, name, Set.of(Role.VIEWER), OTHER));
        }
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_told_alike_and_written_down() throws Exception {
        security();
        Denied wrong = refuses(Reason.CREDENTIALS, () -> access.login("zhang.min", OTHER, "10.0.0.9"));
        assertThat(last().action()).isEqualTo("login.failed");
        assertThat(last().subject()).isEqualTo("zhang.min");
        assertThat(last().details()).containsEntry("from", "10.0.0.9");
        Denied unknown = refuses(Reason.CREDENTIALS, () -> access.login("nobody\n\"x", OTHER, "10.0.0.9"));
        assertThat(unknown.english()).isEqualTo(wrong.english());
        assertThat(last().subject()).isEqualTo("nobody\n\"x");
        access.login("zhang.min", PASSWORD, "10.0.0.9");
        assertThat(last().action()).isEqualTo("login");
        assertThat(last().actor()).isEqualTo("user:zhang.min");
        assertThat(verify().broken()).isEmpty();
    }

    @Test
    void five_failures_lock_the_name_for_a_quarter_of_an_hour_whether_it_exists_or_not() throws Exception {
        security();
        for (String name : List.of("zhang.min", "nobody")) {
            for (int i = 0; i < LoginGuard.PER_NAME; i++) {
                String from = "10.0.0." + i;
                refuses(Reason.CREDENTIALS, () -> access.login(name, OTHER, from));
            }
            assertThat(last().action()).isEqualTo("login.locked");
            long entries = verify().entries();
            refuses(Reason.LOCKED, () -> access.login(name, PASSWORD, "10.0.1.1"));
            assertThat(verify().entries()).isEqualTo(entries); // counted, not written down again and again
        }
        now = now.plus(LoginGuard.WITHIN).minusSeconds(1);
        refuses(Reason.LOCKED, () -> access.login("zhang.min", PASSWORD, "10.0.1.1"));
        now = now.plusSeconds(1);
        access.login("zhang.min", PASSWORD, "10.0.1.1");
    }

    @Test
    void a_right_password_forgives_the_failures_before_it() {
        security();
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < LoginGuard.PER_NAME - 1; i++) {
                refuses(Reason.CREDENTIALS, () -> access.login("zhang.min", OTHER, Access.TERMINAL));
            }
            access.login("zhang.min", PASSWORD, Access.TERMINAL);
        }
    }

    @Test
    void twenty_failures_lock_the_address_for_every_name() {
        LoginGuard guard = new LoginGuard();
        for (int i = 0; i < LoginGuard.PER_ADDRESS; i++) {
            assertThat(guard.begin("name" + i, "10.0.0.9", now)).isEmpty();
        }
        assertThat(guard.begin("somebody", "10.0.0.9", now)).hasValue(LoginGuard.WITHIN);
        assertThat(guard.begin("somebody", "10.0.0.10", now)).isEmpty();
    }
}
