package org.microgram.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.access.Denied.Reason;
import org.microgram.access.audit.AuditEntry;
import org.microgram.access.audit.Chain;
import org.microgram.access.audit.ChainReport;

/** A directory with users, whom a test defines, and a clock that it sets. */
abstract class WithUsers {

    static final char[] PASSWORD = "four words beside each other".toCharArray();
    static final char[] OTHER = "quite another thing to say".toCharArray();

    @TempDir
    Path data;

    Instant now = Instant.parse("2026-11-25T08:00:00Z");
    Access access;

    @BeforeEach
    void open() {
        access = Access.of(data, AccessSettings.DEFAULT, () -> now);
    }

    /** Defines a person who manages users, and gives her. */
    Actor security() {
        access.administration().addUser(access.owner().orElseThrow(), "zhang.min", Set.of(Role.SECURITY), PASSWORD);
        return access.find("user:zhang.min").orElseThrow();
    }

    Actor user(Actor by, String name, Role... roles) {
        access.administration().addUser(by, name, Set.of(roles), PASSWORD);
        return access.find("user:" + name).orElseThrow();
    }

    static Denied refuses(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Denied denied = org.assertj.core.api.Assertions.catchThrowableOfType(Denied.class, call);
        assertThat(denied).as("refused").isNotNull();
        assertThat(denied.reason()).isEqualTo(reason);
        assertThat(denied.chinese()).contains("\n-> ");
        assertThat(denied.english()).contains("\n-> ");
        return denied;
    }

    ChainReport verify() throws IOException {
        return Chain.verify(Access.auditFolder(data), Optional.empty());
    }

    List<AuditEntry> entries() throws IOException {
        List<AuditEntry> entries = new ArrayList<>();
        Chain.read(Access.auditFolder(data), Optional.empty(), entries::add);
        return entries;
    }

    AuditEntry last() {
        return access.audit().head().orElseThrow();
    }

    String everythingOnDisk() throws IOException {
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
