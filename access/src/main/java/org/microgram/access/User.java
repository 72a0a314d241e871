package org.microgram.access;

import java.time.Instant;
import java.util.Set;
import org.microgram.access.secrets.PasswordHash;

/**
 * A person.
 *
 * @param password never leaves the file
 * @param passwordSet when the person got it; sessions from before are over
 */
public record User(String name, Set<Role> roles, PasswordHash password, Instant passwordSet) {

    User with(Set<Role> others) {
        return new User(name, others, password, passwordSet);
    }

    User with(PasswordHash hash, Instant since) {
        return new User(name, roles, hash, since);
    }
}
