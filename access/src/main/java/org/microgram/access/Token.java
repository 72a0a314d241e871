package org.microgram.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A machine's key.
 *
 * @param id its public half
 * @param name what it is for
 * @param sha256 of the whole text
 * @param expires from then on it is worth nothing
 * @param owner the user who answers for what it does; empty where it decides on no data, and in files from before tokens had owners
 */
public record Token(
        String id, String name, Set<Role> roles, String sha256, Instant made, Instant expires, Optional<String> owner) {

    /** Its roles that decide on data: it has them only as long as its owner has. */
    Set<Role> personalRoles() {
        return roles.stream().filter(Role::isPersonal).collect(Collectors.toUnmodifiableSet());
    }
}
