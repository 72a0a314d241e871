package org.microgram.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who acts.
 *
 * @param kind how they are known
 * @param name a user's name, a token's id, or the operating system's name of the user
 * @param roles what they are now; not used for {@link Kind#LOCAL}, who owns the data directory and may do all
 */
public record Actor(Kind kind, String name, Set<Role> roles) {

    /** How an actor is known. */
    public enum Kind {
        /** By name and password. */
        USER,
        /** A machine, by its token. */
        TOKEN,
        /** By owning the data directory, as long as there are no users. */
        LOCAL,
        /** Not at all: somebody at this machine's loopback who looks at the page. */
        ANYBODY
    }

    public Actor {
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }

    static Actor local(String name) {
        return new Actor(Kind.LOCAL, name, Set.of());
    }

    /** Looks at the page without a name. */
    public static Actor anybody() {
        return new Actor(Kind.ANYBODY, "anybody", Set.of(Role.VIEWER));
    }

    /** As it stands in the audit log, and beside a review: {@code user:li.wei}. Two persons are two ids. */
    public String id() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + name;
    }

    public boolean may(Permission permission) {
        return kind == Kind.LOCAL || roles.stream().anyMatch(role -> role.allows(permission));
    }
}
