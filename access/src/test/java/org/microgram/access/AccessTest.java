package org.microgram.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.access.Denied.Reason;
import org.microgram.access.audit.AuditEntry;

@DisplayName("Who acts")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessTest extends WithUsers {

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
}
