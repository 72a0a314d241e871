package org.microgram.dashboard.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.microgram.access.Denied;
import org.microgram.dashboard.review.ReviewLog;
import org.microgram.dashboard.review.ReviewRefused;
import org.microgram.dashboard.review.Written;
import org.microgram.messages.rows.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stop 7 of a reading's way, where it is seen: the page, the answers it is made of, and what tells it to look again.
 *
 * <pre>
 *   /  /assets/*                    the page            /api/now  /api/days  /api/published  /api/account  /api/account/day
 *   /events                         what changed        /api/explain  /api/rows  /api/rank
 *   /api/rivers  /api/section       surface water: all sections of a month, one section over a year
 *   /api/section/days  /samples     its days in a month or a year, its samples on a day
 *   GET, POST /api/review           what waits for a person, and what a person decides
 *   /api/review/beside              what lies beside a sample's value      /api/sections
 *   /health/live|ready|fresh        for watchers        /metrics
 *   /login  /logout  /api/me        who looks
 * </pre>
 *
 * <p>Who may look or act is the {@link Door}'s to say. It reads; only a review sends something. Whoever writes rows to the store calls
 * {@link #publish} when they can be read.
 */
public final class WebServer implements AutoCloseable {

    /** Where it listens unless told otherwise: only this machine. */
    public static final String LOOPBACK = "127.0.0.1";

    /** Nothing from elsewhere, nothing inline: a name with a script in it stays a name. */
    static final String POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'; require-trusted-types-for 'script'";

    private static final Map<String, String> GUARDS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
            "Cache-Control", "no-store");

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    /** What is shown to whoever has not logged in yet, and to watchers. */
    private static final Set<String> OPEN = Set.of(
            "/login",
            "/logout",
            "/api/me",
            "/assets/login.css",
            "/assets/icon.svg",
            "/health/live",
            "/health/ready",
            "/health/fresh");

    private static final Duration TICK = Duration.ofSeconds(10);

    private final Api api;
    private final ReviewApi review;
    private final WaterApi water;
    private final AccountApi account;
    private final Assets assets = new Assets();
    private final Door door;
    private final LoginPage login;
    private final PrometheusMeterRegistry registry;
    private final Supplier<PlatformState> state;
    private final ObjectMapper json = JsonMapper.builder().build();
    private final LiveEvents events;
    private final Javalin javalin;

    /** Starts to listen; anybody who comes may look. */
    public WebServer(Sources sources, PrometheusMeterRegistry registry, String host, int port) {
        this(sources, registry, host, port, Optional.empty());
    }

    /**
     * Starts to listen.
     *
     * @param entrance who may look; anybody when it is empty
     * @param host {@link #LOOPBACK}, or the address of an interface
     * @param port 0 for a free one
     */
    public WebServer(
            Sources sources, PrometheusMeterRegistry registry, String host, int port, Optional<Entrance> entrance) {
        this.door = new Door(entrance, host);
        this.login = new LoginPage(door, registry);
        this.api = new Api(sources);
        this.review = new ReviewApi(sources, door);
        this.water = new WaterApi(sources.store(), sources.network().water());
        this.account = new AccountApi(sources);
        this.registry = registry;
        this.state = sources.state();
        this.events = new LiveEvents(registry, TICK.toMillis(), this::tick);
        ConservationMeters.bind(registry, state);
        this.javalin = Javalin.create(config -> {
                    jetty(config);
                    routes(config);
                })
                .start(host, port);
    }

    /** The port it listens at. */
    public int port() {
        return javalin.port();
    }

    /** Tells the open pages that these rows can be read. Never waits for a page. */
    public void publish(List<Row> rows) {
        if (!rows.isEmpty()) {
            events.publish("changed", Map.of("changes", Change.of(rows)));
        }
    }

    @Override
    public void close() {
        events.close();
        javalin.stop();
    }

    private void jetty(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = 16_384;
        config.jetty.threadPool = new QueuedThreadPool(32, 4, 60_000);
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServletContextHandler(servlets -> {
            ServletHolder stream = new ServletHolder(new EventStream(events, this::text, GUARDS, door));
            stream.setAsyncSupported(true);
            servlets.addServlet(stream, "/events");
        });
        config.jetty.modifyServer(server -> {
            ErrorHandler quiet = new ErrorHandler();
            quiet.setShowStacks(false);
            server.setErrorHandler(quiet);
        });
    }

    private void routes(JavalinConfig config) {
        var routes = config.routes;
        routes.before(WebServer::guard);
        routes.before(this::letIn);
        login.routes(routes);
        routes.get("/api/me", ctx -> send(ctx, login.me(ctx)));
        routes.get("/", ctx -> asset(ctx, "index.html"));
        routes.get("/assets/{name}", ctx -> asset(ctx, ctx.pathParam("name")));
        routes.get("/api/now", ctx -> send(ctx, withState(api.now(ctx.queryParam("at")))));
        routes.get(
                "/api/account",
                ctx -> send(
                        ctx,
                        account.account(
                                ctx.queryParam("subject"),
                                ctx.queryParam("target"),
                                ctx.queryParam("as-of"),
                                ctx.queryParam("what-if"))));
        routes.get("/api/account/day", ctx -> send(ctx, account.day(ctx.queryParam("subject"), ctx.queryParam("day"))));
        routes.get("/api/days", ctx -> send(ctx, api.days(ctx.queryParam("subject"), ctx.queryParam("year"))));
        routes.get("/api/published", ctx -> send(ctx, Map.of("comparisons", api.published())));
        routes.get("/api/explain", ctx -> send(ctx, api.explain(ctx.queryParam("key"), ctx.queryParam("as-of"))));
        routes.get(
                "/api/rows",
                ctx -> send(
                        ctx,
                        Map.of(
                                "rows",
                                api.rows(
                                        ctx.queryParam("measurement"),
                                        ctx.queryParam("subject"),
                                        ctx.queryParam("from"),
                                        ctx.queryParam("to")))));
        routes.get(
                "/api/rank",
                ctx -> send(
                        ctx,
                        Map.of(
                                "rows",
                                api.rank(ctx.queryParam("level"), ctx.queryParam("by"), ctx.queryParam("period")))));
        routes.get("/api/rivers", ctx -> send(ctx, water.rivers(ctx.queryParam("month"))));
        routes.get(
                "/api/section",
                ctx -> send(ctx, water.section(ctx.queryParam("id"), ctx.queryParam("year"), ctx.queryParam("until"))));
        routes.get(
                "/api/section/days",
                ctx -> send(ctx, water.days(ctx.queryParam("id"), ctx.queryParam("month"), ctx.queryParam("year"))));
        routes.get(
                "/api/section/samples", ctx -> send(ctx, water.samples(ctx.queryParam("id"), ctx.queryParam("day"))));
        routes.get("/api/sections", ctx -> send(ctx, water.names()));
        routes.get("/api/review", ctx -> send(ctx, queue(ctx)));
        routes.get(
                "/api/review/beside",
                ctx -> send(
                        ctx,
                        water.beside(ctx.queryParam("section"), ctx.queryParam("parameter"), ctx.queryParam("at"))));
        routes.post("/api/review", ctx -> send(ctx, review.act(ctx)));
        routes.get("/metrics", this::metrics);
        routes.get("/health/live", ctx -> send(ctx, Map.of("status", "live")));
        routes.get("/health/ready", this::ready);
        routes.get("/health/fresh", this::fresh);

        routes.exception(Problem.class, (problem, ctx) -> sendProblem(ctx, problem));
        routes.exception(Denied.class, (denied, ctx) -> sendProblem(ctx, ReviewApi.problem(denied, status(denied))));
        routes.exception(ReviewRefused.class, (refused, ctx) -> sendProblem(ctx, ReviewApi.problem(refused)));
        routes.exception(ReviewLog.NotKept.class, (e, ctx) -> {
            LOG.error("a decision of a review was not kept", e);
            sendProblem(ctx, ReviewApi.problem(e));
        });
        routes.exception(
                HttpResponseException.class,
                (e, ctx) -> sendProblem(
                        ctx,
                        new Problem(
                                e.getStatus(),
                                ctx.method() + " " + ctx.path() + ": " + e.getMessage(),
                                "GET of the page / or of /api/now, /api/account, /api/account/day, /api/days, /api/published, /api/explain, /api/rows, /api/rank, /api/rivers, /api/section, /api/section/days, /api/section/samples, /api/sections, /api/review, /api/review/beside",
                                "start at /")));
        routes.exception(Exception.class, this::unexpected);
    }

    /** On every answer, whatever it is. */
    private static void guard(Context ctx) {
        GUARDS.forEach(ctx::header);
    }

    private void letIn(Context ctx) {
        boolean isLogin = ctx.path().equals("/login");
        if (!isLogin) {
            door.requireSameSite(ctx.req());
        }
        if (OPEN.contains(ctx.path())) {
            return;
        }
        if (ctx.path().equals("/") && door.who(ctx.req()).isEmpty()) {
            ctx.redirect("/login", HttpStatus.SEE_OTHER);
            ctx.skipRemainingHandlers();
            return;
        }
        door.requireViewer(ctx.req());
    }

    static int status(Denied denied) {
        return switch (denied.reason()) {
            case UNKNOWN, CREDENTIALS -> 401;
            case LOCKED -> 429;
            case PERMISSION -> 403;
            case RULE -> 409;
        };
    }

    private Map<String, Object> queue(Context ctx) {
        String from = ctx.queryParam("from");
        String to = ctx.queryParam("to");
        String section = ctx.queryParam("section");
        boolean byHand = "true".equals(ctx.queryParam("byHand"));
        if (ctx.queryParam("waters") != null) {
            return review.queue(ctx, Waters.of(water.network(), ctx.queryParam("waters")), byHand, from, to);
        }
        if (section == null) {
            return review.queue(ctx, api.subject(ctx.queryParam("subject")), from, to);
        }
        return review.queue(
                ctx,
                new Written(
                        "list",
                        "",
                        section,
                        byHand,
                        ctx.queryParams("parameter"),
                        from == null ? "" : from,
                        to == null ? "" : to,
                        "",
                        "",
                        ""));
    }

    private Object tick() {
        PlatformState now = state.get();
        return Map.of("now", now.now().toString(), "replay", now.replay(), "freshness", now.freshness());
    }

    private Map<String, Object> withState(Optional<CityNow.View> view) {
        PlatformState now = state.get();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("now", view.orElse(null));
        answer.put("platform", platform(now));
        return answer;
    }

    private static Map<String, Object> platform(PlatformState now) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("replay", now.replay());
        answer.put("now", Hours.iso(now.now().getEpochSecond()));
        answer.put(
                "newest",
                now.newest().map(Instant::getEpochSecond).map(Hours::iso).orElse(null));
        answer.put("ageMinutes", now.age().map(Duration::toMinutes).orElse(null));
        answer.put("freshness", now.freshness());
        answer.put("ready", now.ready());
        answer.put("doing", now.doing());
        answer.put("conservation", now.conservation());
        answer.put("conserved", now.conservation().holds());
        return answer;
    }

    private void asset(Context ctx, String name) {
        assets.send(ctx, name);
        count(ctx);
    }

    private void metrics(Context ctx) {
        count(ctx);
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    private void ready(Context ctx) {
        PlatformState now = state.get();
        ctx.status(now.ready() ? 200 : 503);
        send(ctx, Map.of("status", now.ready() ? "ready" : "not ready", "doing", now.doing()));
    }

    private void fresh(Context ctx) {
        PlatformState now = state.get();
        ctx.status(now.freshness().equals("fresh") ? 200 : 503);
        send(ctx, platform(now));
    }

    /** Counted where an answer is given. */
    private void count(Context ctx) {
        registry.counter(
                        "microgram.http.requests",
                        "status",
                        Integer.toString(ctx.status().getCode()))
                .increment();
    }

    /** The details go to the log, never to whoever asked. */
    private void unexpected(Exception e, Context ctx) {
        // Without the path: of somebody who has gone the server has none any more, and asking for it fails again.
        LOG.error("a request failed", e);
        try {
            sendProblem(
                    ctx,
                    new Problem(
                            500,
                            "the answer could not be made",
                            "a store that answers",
                            "see the log of this moment; /health/ready tells when it works again"));
        } catch (RuntimeException gone) {
            // Thrown on, it would come back here as the next request that failed, without end.
            LOG.debug("whoever asked has gone", gone);
        }
    }

    private void sendProblem(Context ctx, Problem problem) {
        if (problem.status() == 401) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        ctx.status(problem.status())
                .contentType("application/problem+json")
                .result(text(problem.body()).getBytes(StandardCharsets.UTF_8));
        count(ctx);
    }

    private void send(Context ctx, Object answer) {
        ctx.contentType("application/json").result(text(answer).getBytes(StandardCharsets.UTF_8));
        count(ctx);
    }

    private String text(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is made of records, lists and strings only", e);
        }
    }
}
