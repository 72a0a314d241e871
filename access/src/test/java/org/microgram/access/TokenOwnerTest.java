package org.microgram.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.access.Denied.Reason;
import org.microgram.access.audit.AuditEntry;
import org.microgram.access.audit.Chain;
import org.microgram.access.secrets.TokenText;

@DisplayName("Whose a token is")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TokenOwnerTest {

    private static final char[] PASSWORD = "four words beside each other".toCharArray();

    @TempDir
    Path data;

    private Access access;
    private Actor security;

    @BeforeEach
    void who_manages_users() {
        Instant now = Instant.parse("2026-11-25T08:00:00Z");
        access = Access.of(data, AccessSettings.DEFAULT, () -> now);
        access.administration().addUser(access.owner().orElseThrow(), "zhang.min", Set.of(Role.SECURITY), PASSWORD);
        security = access.find("user:zhang.min").orElseThrow();
    }

    private Actor user(String name, Role... roles) {
        access.administration().addUser(security, name, Set.of(roles), PASSWORD);
        return access.find("user:" + name).orElseThrow();
    }

    private TokenText token(String name, String owner, Role... roles) {
        return access.administration()
                .addToken(security, name, Set.of(roles), Optional.ofNullable(owner), Duration.ofDays(1));
    }

    @Test
    void a_token_that_decides_on_data_belongs_to_a_user_who_holds_its_role() {
        user("li.wei", Role.REVIEWER);
        assertThat(refuses(Reason.RULE, () -> token("desk", null, Role.REVIEWER))
                        .english())
                .contains("\n-> --owner USER");
        assertThat(refuses(Reason.RULE, () -> token("desk", "wang.fang", Role.REVIEWER))
                        .english())
                .contains("no user wang.fang", "user add wang.fang --roles reviewer");
        assertThat(refuses(Reason.RULE, () -> token("desk", "li.wei", Role.APPROVER, Role.REVIEWER))
                        .english())
                .contains("li.wei does not hold reviewer,approver", "li.wei holds reviewer");
        refuses(Reason.RULE, () -> token("prometheus", "nobody", Role.VIEWER));
        assertThat(access.users().tokens()).isEmpty();
        token("prometheus", null, Role.VIEWER);
        // The power is the machine's, the review is its owner's.
        token("nightly", "li.wei", Role.SYSTEM, Role.REVIEWER);
        assertThat(last().details()).containsEntry("owner", "li.wei");
    }

    @Test
    void what_a_token_does_its_owner_did() throws Exception {
        Actor person = user("li.wei", Role.REVIEWER, Role.VIEWER);
        Actor machine = access.withToken(token("desk", "li.wei", Role.REVIEWER).reveal(), "10.0.0.9");
        access.require(machine, Permission.REVIEW);
        assertThat(machine.person()).isEqualTo(person.person()).isEqualTo("li.wei");
        assertThat(machine.personId()).isEqualTo(person.personId()).isEqualTo("user:li.wei");
        // By its id it is found as a token, with no more than a token's roles.
        assertThat(access.find(machine.id())).hasValue(machine);
        access.record(machine, "review.set", "s1", Map.of("value", "40"));
        assertThat(last().actor()).isEqualTo("user:li.wei");
        assertThat(last().details()).isEqualTo(Map.of("value", "40", "by", machine.id()));
        assertThat(Chain.verify(Access.auditFolder(data), Optional.empty()).broken())
                .isEmpty();
    }

    @Test
    void a_token_ends_with_its_owner_and_with_the_role_and_does_not_come_back() throws Exception {
        user("li.wei", Role.REVIEWER, Role.VIEWER);
        TokenText desk = token("desk", "li.wei", Role.REVIEWER);
        TokenText look = token("look", "li.wei", Role.VIEWER);
        Actor reviewing = access.withToken(desk.reveal(), "10.0.0.9");
        Actor looking = access.withToken(look.reveal(), "10.0.0.9");
        access.administration().setRoles(security, "li.wei", Set.of(Role.DUTY_OFFICER));
        assertThat(last().details()).containsEntry("tokens_ended", desk.id());
        assertThat(access.find(reviewing.id())).isEmpty();
        assertThat(access.find(looking.id())).hasValue(looking);
        access.administration().setRoles(security, "li.wei", Set.of(Role.REVIEWER));
        refuses(Reason.CREDENTIALS, () -> access.withToken(desk.reveal(), "10.0.0.9"));
        access.administration().removeUser(security, "li.wei");
        assertThat(last().details()).containsEntry("tokens_ended", look.id());
        user("li.wei", Role.REVIEWER, Role.VIEWER);
        refuses(Reason.CREDENTIALS, () -> access.withToken(look.reveal(), "10.0.0.9"));
        assertThat(access.users().tokens()).isEmpty();
    }

    @Test
    void a_role_taken_from_its_owner_by_an_editor_ends_a_token_too() throws Exception {
        user("li.wei", Role.APPROVER);
        TokenText desk = token("desk", "li.wei", Role.APPROVER);
        Path file = data.resolve("access/users.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\"approver\"", "\"duty-officer\""));
        Denied denied = refuses(Reason.CREDENTIALS, () -> access.withToken(desk.reveal(), "10.0.0.9"));
        assertThat(denied.english()).contains("belongs to li.wei", "token add desk --roles approver --owner USER");
        assertThat(access.find("token:" + desk.id())).isEmpty();
    }

    @Test
    void a_token_from_before_tokens_had_owners_is_read_and_reviews_no_longer() throws Exception {
        user("li.wei", Role.APPROVER);
        TokenText desk = token("desk", "li.wei", Role.APPROVER);
        Path file = data.resolve("access/users.json");
        String old = Files.readString(file).replaceFirst(",\\s*\"owner\" : \"li.wei\"", "");
        assertThat(old).doesNotContain("owner");
        Files.writeString(file, old);
        Actor machine = access.withToken(desk.reveal(), "10.0.0.9");
        access.require(machine, Permission.VIEW);
        for (Permission permission : List.of(Permission.REVIEW, Permission.APPROVE)) {
            Denied denied = refuses(Reason.PERMISSION, () -> access.require(machine, permission));
            String anew = "token revoke desk; token add desk --roles approver --owner USER";
            assertThat(denied.english()).contains("does not say whom it belongs to", anew);
            assertThat(denied.chinese()).contains("未写明归谁所有", anew);
            assertThat(last().action()).isEqualTo("denied");
            assertThat(last().actor()).isEqualTo(machine.id());
        }
        // A change of something else neither ends it nor adds anything to it.
        user("wang.fang", Role.VIEWER);
        assertThat(access.find(machine.id())).hasValue(machine);
        assertThat(Files.readString(file)).doesNotContain("owner");
    }

    private static Denied refuses(Reason reason, ThrowingCallable call) {
        Denied denied = catchThrowableOfType(Denied.class, call);
        assertThat(denied).as("refused").isNotNull();
        assertThat(denied.reason()).isEqualTo(reason);
        assertThat(denied.chinese()).contains("\n-> ");
        assertThat(denied.english()).contains("\n-> ");
        return denied;
    }

    private AuditEntry last() {
        return access.audit().head().orElseThrow();
    }
}
