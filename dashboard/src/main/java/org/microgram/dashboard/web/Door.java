package org.microgram.dashboard.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.microgram.access.Access;
import org.microgram.access.Actor;
import org.microgram.access.Permission;
import org.microgram.access.secrets.TokenText;

/**
 * Who comes in at the page, and what they may do there.
 *
 * <p>Without users anybody may look, as may anybody at this machine unless the settings ask for a log-in. Whoever comes over the network
 * once there are users brings a session (a person) or a token (a machine).
 */
final class Door {

    static final String COOKIE = "microgram_session";
    static final String CSRF_HEADER = "X-CSRF-Token";

    private static final String BEARER = "Bearer ";
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final Optional<Entrance> entrance;
    private final boolean atLoopback;
    private final Sessions sessions;

    Door(Optional<Entrance> entrance, String host) {
        this.entrance = entrance;
        this.atLoopback = isLoopback(host);
        this.sessions = entrance.map(each -> new Sessions(each.settings().session(), each.clock()))
                .orElse(null);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // it will not start to listen either
        }
    }

    /** Whether somebody must say who they are before they see anything. */
    boolean isClosed() {
        return entrance.filter(each -> each.settings().loginAlways()
                        || !atLoopback && !each.access().users().isEmpty())
                .isPresent();
    }

    Optional<Access> access() {
        return entrance.map(Entrance::access);
    }

    Optional<Entrance> entrance() {
        return entrance;
    }

    Sessions sessions() {
        return sessions;
    }

    /**
     * Who asks; empty when that must be said first.
     *
     * @throws org.microgram.access.Denied when a token was given that is none
     */
    Optional<Actor> who(HttpServletRequest request) {
        if (entrance.isEmpty()) {
            return Optional.of(Actor.anybody());
        }
        Optional<String> token = token(request);
        if (token.isPresent()) {
            return Optional.of(entrance.get().access().withToken(token.get(), request.getRemoteAddr()));
        }
        Optional<Actor> person = cookie(request, COOKIE).flatMap(this::person);
        return person.isPresent() || isClosed() ? person : Optional.of(Actor.anybody());
    }

    /** Who a browser's cookie stands for now. */
    private Optional<Actor> person(String secret) {
        return sessions.find(secret)
                .flatMap(session -> entrance.orElseThrow().access().find(session.actor(), session.since()));
    }

    /** Whether whoever asks now may go on looking; asked again and again, for a stream outlives its request. */
    BooleanSupplier watch(HttpServletRequest request) {
        Actor actor = requireViewer(request);
        Optional<String> secret = cookie(request, COOKIE);
        return switch (actor.kind()) {
            case USER ->
                () -> secret.flatMap(this::person)
                        .filter(now -> now.may(Permission.VIEW))
                        .isPresent();
            case TOKEN ->
                () -> access().flatMap(access -> access.find(actor.id()))
                        .filter(now -> now.may(Permission.VIEW))
                        .isPresent();
            case LOCAL, ANYBODY -> () -> !isClosed();
        };
    }

    /** The log-in that a request's cookie stands for. */
    Optional<Sessions.Session> session(HttpServletRequest request) {
        return sessions == null ? Optional.empty() : cookie(request, COOKIE).flatMap(sessions::find);
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** Ends here unless the asker may look at figures. */
    Actor requireViewer(HttpServletRequest request) {
        Actor actor = who(request).orElseThrow(Door::unknown);
        if (!actor.may(Permission.VIEW)) {
            throw new Problem(
                    403,
                    actor.name() + " may not look at figures",
                    "a role that may: viewer, duty-officer, reviewer, approver",
                    "ask whoever holds security for one of these roles");
        }
        return actor;
    }

    /**
     * Ends here when a request that changes something may come from another site: it rides on the cookie alone. A token is never sent by a
     * browser unasked, so it needs no more.
     */
    void requireSameSite(HttpServletRequest request) {
        if (HARMLESS.contains(request.getMethod()) || token(request).isPresent()) {
            return;
        }
        Optional<Sessions.Session> session = session(request);
        Optional<String> given = Optional.ofNullable(request.getHeader(CSRF_HEADER));
        boolean proven = session.isPresent()
                && given.isPresent()
                && TokenText.same(session.get().csrf(), given.get());
        if (!proven || comesFromElsewhere(request)) {
            throw new Problem(
                    403,
                    "the request does not come from a page of this server",
                    "a session, and its token in the header " + CSRF_HEADER,
                    "load the page again; a program sends a token of its own: Authorization: Bearer …");
        }
    }

    /** What a browser says by itself of where a request comes from. */
    static boolean comesFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    static Problem unknown() {
        return new Problem(
                401,
                "nobody said who asks",
                "a log-in, or a token",
                "log in at /login; a program sends Authorization: Bearer …");
    }
}
