package org.microgram.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.access.Denied.Reason;
import org.microgram.access.audit.AuditEntry;
import org.microgram.access.audit.Chain;
import org.microgram.access.audit.ChainReport;
import org.microgram.access.secrets.PasswordHash;
import org.microgram.access.secrets.TokenText;

@DisplayName("Who acts")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessTest {

    private static final char[] PASSWORD = "four words beside each other".toCharArray();
    private static final char[] OTHER = "quite another thing to say".toCharArray();

    @TempDir
    Path data;

    private Instant now = Instant.parse("2026-11-25T08:00:00Z");
    private Access access;

    @BeforeEach
    void open() {
        access = Access.of(data, AccessSettings.DEFAULT, () -> now);
    }

    /** Defines a person who manages users, and gives her. */
    private Actor security() {
        access.administration().addUser(access.owner().orElseThrow(), "zhang.min", Set.of(Role.SECURITY), PASSWORD);
        return access.find("user:zhang.min").orElseThrow();
    }

    private Actor user(Actor by, String name, Role... roles) {
        access.administration().addUser(by, name, Set.of(roles), PASSWORD);
        return access.find("user:" + name).orElseThrow();
    }

    // ---- without users

    @Test
    void without_users_the_operating_system_s_user_owns_the_directory_and_may_do_all() {
        Actor owner = access.owner().orElseThrow();
        assertThat(owner.id()).isEqualTo("local:" + System.getProperty("user.name"));
        for (Permission permission : Permission.values()) {
            access.require(owner, permission);
        }
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void with_the_first_user_the_owner_s_time_ends() throws Exception {
        Actor owner = access.owner().orElseThrow();
        security();
        assertThat(access.owner()).isEmpty();
        assertThat(access.find(owner.id())).isEmpty();
        assertThat(entries())
                .extracting(AuditEntry::actor, AuditEntry::action)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(owner.id(), "user.add"));
    }

    @Test
    void the_first_user_must_be_able_to_manage_users_and_the_last_such_one_stays() {
        Actor owner = access.owner().orElseThrow();
        refuses(Reason.RULE, () -> access.administration().addUser(owner, "li.wei", Set.of(Role.VIEWER), PASSWORD));
        assertThat(access.users().isEmpty()).isTrue();
        Actor security = security();
        refuses(Reason.RULE, () -> access.administration().removeUser(security, "zhang.min"));
        user(security, "li.wei", Role.VIEWER);
        refuses(Reason.RULE, () -> access.administration().removeUser(security, "zhang.min"));
    }

    // ---- roles and powers

    @Test
    void no_power_can_do_what_another_can() {
        Set<Role> powers = EnumSet.of(Role.SYSTEM, Role.SECURITY, Role.AUDIT);
        for (Permission permission : Permission.values()) {
            assertThat(powers.stream().filter(power -> power.allows(permission)).count())
                    .as(permission.name())
                    .isLessThanOrEqualTo(1);
        }
        for (Role power : powers) {
            assertThat(power.isPower()).isTrue();
            assertThat(List.of(Permission.values()).stream().filter(power::allows))
                    .hasSize(1);
            for (Permission work : List.of(Permission.VIEW, Permission.REVIEW, Permission.APPROVE)) {
                assertThat(power.allows(work)).as(power + " " + work).isFalse();
            }
        }
        for (Role role : EnumSet.complementOf(EnumSet.copyOf(powers))) {
            assertThat(role.allows(Permission.VIEW)).isTrue();
            for (Permission power : List.of(Permission.OPERATE, Permission.MANAGE_USERS, Permission.READ_AUDIT)) {
                assertThat(role.allows(power)).as(role + " " + power).isFalse();
            }
        }
    }

    @Test
    void nobody_holds_two_powers_person_or_machine() {
        Actor security = security();
        for (Set<Role> two : List.of(
                Set.of(Role.SYSTEM, Role.SECURITY),
                Set.of(Role.AUDIT, Role.SYSTEM),
                Set.of(Role.SECURITY, Role.AUDIT))) {
            refuses(Reason.RULE, () -> access.administration().addUser(security, "li.wei", two, PASSWORD));
            refuses(Reason.RULE, () -> access.administration()
                    .addToken(security, "robot", two, Optional.empty(), Duration.ofDays(1)));
        }
        user(security, "li.wei", Role.SYSTEM, Role.VIEWER);
        refuses(Reason.RULE, () -> access.administration()
                .setRoles(security, "li.wei", Set.of(Role.SYSTEM, Role.AUDIT)));
        refuses(Reason.RULE, () -> access.administration().setRoles(security, "zhang.min", Set.of(Role.AUDIT)));
    }

    @Test
    void who_may_not_is_refused_and_that_is_written_down() throws Exception {
        Actor viewer = user(security(), "li.wei", Role.VIEWER);
        for (Permission permission : EnumSet.complementOf(EnumSet.of(Permission.VIEW))) {
            refuses(Reason.PERMISSION, () -> access.require(viewer, permission));
            assertThat(last().action()).isEqualTo("denied");
            assertThat(last().subject()).isEqualTo(permission.name().toLowerCase(java.util.Locale.ROOT));
        }
        refuses(Reason.PERMISSION, () -> access.administration().addUser(viewer, "x", Set.of(Role.SYSTEM), OTHER));
        refuses(Reason.PERMISSION, () -> access.administration().setPassword(viewer, "zhang.min", OTHER));
        refuses(Reason.PERMISSION, () -> access.administration().revokeToken(viewer, "x"));
        access.administration().setPassword(viewer, "li.wei", OTHER);
        access.login("li.wei", OTHER, Access.TERMINAL);
    }

    @Test
    void another_process_s_change_counts_at_once() {
        Actor security = security();
        user(security, "li.wei", Role.REVIEWER);
        Access second = Access.of(data, AccessSettings.DEFAULT, () -> now);
        Actor before = second.find("user:li.wei").orElseThrow();
        access.administration().setRoles(security, "li.wei", Set.of(Role.VIEWER));
        assertThat(before.may(Permission.REVIEW)).isTrue();
        assertThat(second.find("user:li.wei").orElseThrow().may(Permission.REVIEW))
                .isFalse();
        access.administration().removeUser(security, "li.wei");
        assertThat(second.find("user:li.wei")).isEmpty();
    }

    @Test
    void a_new_password_ends_the_sessions_from_before() {
        Actor actor = user(security(), "li.wei", Role.VIEWER);
        Instant since = now;
        assertThat(access.find(actor.id(), since)).hasValue(actor);
        now = now.plusSeconds(60);
        access.administration().setPassword(actor, "li.wei", OTHER);
        assertThat(access.find(actor.id(), since)).isEmpty();
    }

    // ---- passwords

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

    // ---- log-ins

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

    // ---- tokens

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

    // ---- the file

    @Test
    void the_users_are_a_file_of_this_user_alone_and_else_nobody_is_let_in() throws Exception {
        security();
        Path file = data.resolve("access/users.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Access anew = Access.of(data, AccessSettings.DEFAULT, () -> now);
        assertThatThrownBy(anew::owner).hasMessageContaining("chmod 600");
    }

    @Test
    void a_users_file_that_was_edited_shows_in_the_chain() throws Exception {
        Actor security = security();
        user(security, "li.wei", Role.VIEWER);
        assertThat(access.usersDigest()).isEqualTo(verify().lastUsers());
        Path file = data.resolve("access/users.json");
        Files.writeString(file, Files.readString(file).replace("viewer", "system"));
        assertThat(access.usersDigest()).isNotEqualTo(verify().lastUsers());
        Files.writeString(file, Files.readString(file).replace("system", "king"));
        assertThatThrownBy(access::users).hasMessageContaining("no role king");
    }

    @Test
    void no_password_is_ever_written() throws Exception {
        Actor security = security();
        user(security, "li.wei", Role.VIEWER);
        access.login("li.wei", PASSWORD, Access.TERMINAL);
        refuses(Reason.CREDENTIALS, () -> access.login("li.wei", OTHER, Access.TERMINAL));
        access.administration().setPassword(security, "li.wei", OTHER);
        assertThat(everythingOnDisk()).doesNotContain(new String(PASSWORD), new String(OTHER));
    }

    private static Denied refuses(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Denied denied = org.assertj.core.api.Assertions.catchThrowableOfType(Denied.class, call);
        assertThat(denied).as("refused").isNotNull();
        assertThat(denied.reason()).isEqualTo(reason);
        assertThat(denied.chinese()).contains("\n-> ");
        assertThat(denied.english()).contains("\n-> ");
        return denied;
    }

    private ChainReport verify() throws IOException {
        return Chain.verify(Access.auditFolder(data), Optional.empty());
    }

    private List<AuditEntry> entries() throws IOException {
        List<AuditEntry> entries = new ArrayList<>();
        Chain.read(Access.auditFolder(data), Optional.empty(), entries::add);
        return entries;
    }

    private AuditEntry last() {
        return access.audit().head().orElseThrow();
    }

    private String everythingOnDisk() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        assertThat(Map.of("read", all.length())).doesNotContainValue(0);
        return all.toString();
    }
}
