package org.microgram.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who acts.
 *
 * @param kind how they are known
 * @param name a user's name, a token's id, or the operating system's name of the user
 * @param roles what they are now; not used for {@link Kind#LOCAL}, who owns the data directory and may do all
 * @param owner of a token the user whom it belongs to; else empty
 */
public record Actor(Kind kind, String name, Set<Role> roles, Optional<String> owner) {

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
        return new Actor(Kind.LOCAL, name, Set.of(), Optional.empty());
    }

    /** Looks at the page without a name. */
    public static Actor anybody() {
        return new Actor(Kind.ANYBODY, "anybody", Set.of(Role.VIEWER), Optional.empty());
    }

    /** How they came in, and what {@link Access#find(String)} finds them by: {@code user:li.wei}, {@code token:1f…}. */
    public String id() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
    }

    /** The name beside what they decided: a token's owner, so that nobody is a second person by a machine of theirs. */
    public String person() {
        return owner.orElse(name);
    }

    /** Who answers for what they do, as it stands in the audit log: {@code user:li.wei}, also when a token of theirs did it. */
    public String personId() {
        return owner.map(user -> "user:" + user).orElse(id());
    }

    public boolean may(Permission permission) {
        return kind == Kind.LOCAL || holds(permission) && !lacksOwnerFor(permission);
    }

    /** Whether it is a token that may not decide on data for the one reason that it is nobody's. */
    boolean lacksOwnerFor(Permission permission) {
        return kind == Kind.TOKEN && owner.isEmpty() && permission.isPersonal() && holds(permission);
    }

    private boolean holds(Permission permission) {
        return roles.stream().anyMatch(role -> role.allows(permission));
    }
}
