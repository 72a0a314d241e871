package org.microgram.dashboard.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.microgram.access.Actor;
import org.microgram.access.audit.HashAlgorithm;
import org.microgram.access.secrets.TokenText;

/** Who is logged in at the page. In memory only, under the hash of what the browser holds: a dump of the memory lets nobody in. */
final class Sessions {

    private static final int MOST = 10_000;

    private final Duration lasts;
    private final InstantSource clock;
    private final Map<String, Session> open = new LinkedHashMap<>();

    /**
     * One log-in.
     *
     * @param actor id of who
     * @param csrf what a request that changes something must carry beside the cookie
     */
    record Session(String actor, Instant since, String csrf) {}

    Sessions(Duration lasts, InstantSource clock) {
        this.lasts = lasts;
        this.clock = clock;
    }

    /** A new one, never one that was there before the log-in. Gives what the browser is to hold. */
    synchronized String open(Actor actor) {
        String secret = TokenText.random();
        open.put(key(secret), new Session(actor.id(), clock.instant(), TokenText.random()));
        if (open.size() > MOST) {
            open.remove(open.keySet().iterator().next());
        }
        return secret;
    }

    /** Empty when it never was, is over, or was ended. */
    synchronized Optional<Session> find(String secret) {
        Session session = open.get(key(secret));
        if (session != null && !clock.instant().isBefore(session.since().plus(lasts))) {
            end(secret);
            return Optional.empty();
        }
        return Optional.ofNullable(session);
    }

    synchronized void end(String secret) {
        open.remove(key(secret));
    }

    private static String key(String secret) {
        return HashAlgorithm.SHA_256.hex(secret.getBytes(StandardCharsets.UTF_8));
    }
}
