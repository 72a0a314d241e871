package org.microgram.dashboard.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.microgram.access.Access;
import org.microgram.access.Actor;
import org.microgram.access.Denied;
import org.microgram.access.Denied.Reason;
import org.microgram.access.secrets.TokenText;

/**
 * {@code /login}, {@code /logout} and {@code /api/me}. The form is plain HTML without a script; it carries a token that also stands in a
 * cookie of its own, so that no other site can log somebody in.
 */
final class LoginPage {

    static final String FORM_COOKIE = "microgram_login";

    private static final int FORM_SECONDS = 900;
    private static final String TEMPLATE = "login.html";

    private final Door door;
    private final MeterRegistry registry;
    private final String template;

    LoginPage(Door door, MeterRegistry registry) {
        this.door = door;
        this.registry = registry;
        this.template = read();
    }

    void routes(RoutesConfig routes) {
        routes.get("/login", ctx -> show(ctx, ""));
        routes.post("/login", this::login);
        routes.post("/logout", this::logout);
    }

    /** Who the page is shown to, and what it needs to send something that changes. */
    Map<String, Object> me(Context ctx) {
        Map<String, Object> answer = new LinkedHashMap<>();
        Optional<Actor> who = door.who(ctx.req()).filter(actor -> actor.kind() != Actor.Kind.ANYBODY);
        answer.put("actor", who.map(Actor::id).orElse(null));
        answer.put("name", who.map(Actor::name).orElse(null));
        answer.put(
                "roles",
                who.map(actor -> actor.roles().stream()
                                .map(role -> role.label())
                                .sorted()
                                .toList())
                        .orElse(null));
        answer.put(
                "csrf",
                who.flatMap(actor -> door.session(ctx.req()))
                        .map(Sessions.Session::csrf)
                        .orElse(null));
        return answer;
    }

    private void show(Context ctx, String message) {
        if (door.access().map(access -> access.users().isEmpty()).orElse(true) && !door.isClosed()) {
            ctx.redirect("/", HttpStatus.SEE_OTHER); // nobody could log in
            return;
        }
        String token = TokenText.random();
        ctx.cookie(cookie(FORM_COOKIE, token, "/login", FORM_SECONDS));
        ctx.header("Content-Security-Policy", WebServer.POLICY.replace("form-action 'none'", "form-action 'self'"))
                .contentType("text/html; charset=utf-8")
                .result(template.replace("{{token}}", token)
                        .replace("{{message}}", escape(message))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void login(Context ctx) {
        Access access = door.access().orElseThrow(() -> new Problem(404, "nobody can log in here", "users", "GET /"));
        Optional<String> expected = Door.cookie(ctx.req(), FORM_COOKIE);
        String given = field(ctx, "token");
        if (expected.isEmpty() || !TokenText.same(expected.get(), given) || Door.comesFromElsewhere(ctx.req())) {
            ctx.status(403);
            count("refused");
            show(ctx, "页面已过期，请再试一次。 The form was too old; please try again.");
            return;
        }
        try {
            Actor actor =
                    access.login(field(ctx, "name"), field(ctx, "password").toCharArray(), ctx.ip());
            Door.cookie(ctx.req(), Door.COOKIE).ifPresent(door.sessions()::end);
            ctx.cookie(cookie(Door.COOKIE, door.sessions().open(actor), "/", -1));
            count("ok");
            ctx.redirect("/", HttpStatus.SEE_OTHER);
        } catch (Denied e) {
            boolean locked = e.reason() == Reason.LOCKED;
            count(locked ? "locked" : "failed");
            ctx.status(locked ? 429 : 401);
            show(ctx, first(e.chinese()) + " " + first(e.english()));
        }
    }

    private void logout(Context ctx) {
        Optional<Actor> who = door.who(ctx.req());
        Door.cookie(ctx.req(), Door.COOKIE).ifPresent(door.sessions()::end);
        who.filter(actor -> actor.kind() == Actor.Kind.USER)
                .ifPresent(actor ->
                        door.access().orElseThrow().record(actor, "logout", actor.id(), Map.of("from", ctx.ip())));
        ctx.cookie(cookie(Door.COOKIE, "", "/", 0));
        ctx.redirect("/login", HttpStatus.SEE_OTHER);
    }

    private void count(String outcome) {
        registry.counter("microgram.logins", "outcome", outcome).increment();
    }

    private Cookie cookie(String name, String value, String path, int seconds) {
        boolean secure = door.entrance().orElseThrow().settings().secureCookies();
        Cookie cookie = new Cookie(name, value, path, seconds, secure, true);
        cookie.setSameSite(SameSite.STRICT);
        return cookie;
    }

    /** Both languages stand on the one page. */
    private static String first(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static String field(Context ctx, String name) {
        String value = ctx.formParam(name);
        return value == null ? "" : value;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String read() {
        try (InputStream in = LoginPage.class.getResourceAsStream(TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
