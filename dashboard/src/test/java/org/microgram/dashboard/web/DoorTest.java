package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.access.Access;
import org.microgram.access.AccessSettings;
import org.microgram.access.Actor;
import org.microgram.access.Role;
import org.microgram.access.audit.AuditEntry;
import org.microgram.access.audit.Chain;
import org.microgram.access.audit.HashAlgorithm;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@DisplayName("The page's door")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class DoorTest {

    private static final String PASSWORD = "canary four words beside each other";
    private static final AccessSettings ALWAYS =
            new AccessSettings(HashAlgorithm.SHA_256, true, Duration.ofHours(12), false);

    @TempDir
    private static Path directory;

    private static Store store;

    @TempDir
    Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private Instant now = Instant.parse("2026-11-25T08:00:00Z");
    private Access access;
    private Actor security;
    private WebServer server;

    @BeforeAll
    static void fill() {
        store = QuestDbStore.open(directory);
        SampleCity.fill(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void open() {
        access = Access.of(data, ALWAYS, () -> now);
        logged.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        logged.start();
        root().addAppender(logged);
    }

    @AfterEach
    void stop() {
        root().detachAppender(logged);
        if (server != null) {
            server.close();
        }
    }

    private static ch.qos.logback.classic.Logger root() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
    }

    private void users() {
        access.administration()
                .addUser(access.owner().orElseThrow(), "zhang.min", Set.of(Role.SECURITY), PASSWORD.toCharArray());
        security = access.find("user:zhang.min").orElseThrow();
        access.administration().addUser(security, "li.wei", Set.of(Role.VIEWER), PASSWORD.toCharArray());
    }

    private void serve(String host, AccessSettings settings) {
        WebServer.Sources sources = new WebServer.Sources(
                store,
                SampleCity.network(),
                (key, asOf) -> {
                    throw new IllegalStateException("a fault in the middle");
                },
                SampleCity::comparisons,
                SampleCity::state);
        server = new WebServer(
                sources,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                host,
                0,
                Optional.of(new Entrance(access, settings, () -> now)));
    }

    // ---- who may look

    @Test
    void without_users_anybody_may_look_and_nobody_can_log_in() throws Exception {
        serve("0.0.0.0", AccessSettings.DEFAULT);
        assertThat(get("/api/now").statusCode()).isEqualTo(200);
        assertThat(get("/login").statusCode()).isEqualTo(303);
        assertThat(read(get("/api/me")).get("actor").isNull()).isTrue();
    }

    @Test
    void at_this_machine_anybody_may_look_over_the_network_only_who_logged_in() throws Exception {
        users();
        serve(WebServer.LOOPBACK, AccessSettings.DEFAULT);
        assertThat(get("/api/now").statusCode()).isEqualTo(200);
        server.close();
        serve("0.0.0.0", AccessSettings.DEFAULT);
        assertThat(get("/api/now").statusCode()).isEqualTo(401);
        server.close();
        serve(WebServer.LOOPBACK, ALWAYS);
        assertThat(get("/api/now").statusCode()).isEqualTo(401);
    }

    @Test
    void before_a_log_in_nothing_is_shown_but_the_form_and_that_it_lives() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(page.body()).doesNotContain("main.js");
        for (String path : List.of(
                "/api/now",
                "/api/days?year=2020",
                "/api/published",
                "/api/rows",
                "/api/explain?key=x",
                "/metrics",
                "/assets/main.js",
                "/assets/index.html",
                "/api/nothing",
                "/events",
                "/Login",
                "//api/now",
                "/%61pi/now")) {
            assertThat(get(path).statusCode()).as(path).isIn(401, 400);
        }
        assertThat(get("/api/now").headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        for (String path :
                List.of("/health/live", "/health/ready", "/assets/login.css", "/assets/icon.svg", "/login")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void a_person_logs_in_and_looks_until_they_log_out() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        HttpResponse<String> answer = login("li.wei", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(303);
        String session = cookie(answer, Door.COOKIE);
        assertThat(get("/", "Cookie", session).body()).contains("main.js");
        JsonNode me = read(get("/api/me", "Cookie", session));
        assertThat(me.get("actor").asText()).isEqualTo("user:li.wei");
        assertThat(me.get("roles").toString()).isEqualTo("[\"viewer\"]");
        assertThat(post(
                                "/logout",
                                "",
                                "Cookie",
                                session,
                                "X-CSRF-Token",
                                me.get("csrf").asText())
                        .statusCode())
                .isEqualTo(303);
        assertThat(get("/api/now", "Cookie", session).statusCode()).isEqualTo(401);
        assertThat(actions()).endsWith("login", "logout");
    }

    @Test
    void a_power_is_no_right_to_look() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        String session = cookie(login("zhang.min", PASSWORD), Door.COOKIE);
        assertThat(get("/api/now", "Cookie", session).statusCode()).isEqualTo(403);
    }

    @Test
    void a_machine_brings_a_token() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        String token = token("prometheus", Role.VIEWER);
        assertThat(get("/metrics", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
        assertThat(get("/metrics", "Authorization", "Bearer " + token("robot", Role.SYSTEM))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/metrics", "Authorization", "Bearer nonsense").statusCode())
                .isEqualTo(401);
        now = now.plus(Duration.ofDays(2));
        assertThat(get("/metrics", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(401);
        server.close();
        serve(WebServer.LOOPBACK, AccessSettings.DEFAULT);
        // Even where anybody may look, a token that is none is told so.
        assertThat(get("/metrics", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_session_ends_by_time_by_a_new_password_and_with_its_user() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        String first = cookie(login("li.wei", PASSWORD), Door.COOKIE);
        now = now.plus(Duration.ofHours(12)).minusSeconds(1);
        assertThat(get("/api/now", "Cookie", first).statusCode()).isEqualTo(200);
        now = now.plusSeconds(1);
        assertThat(get("/api/now", "Cookie", first).statusCode()).isEqualTo(401);
        String second = cookie(login("li.wei", PASSWORD), Door.COOKIE);
        now = now.plusSeconds(1);
        access.administration().setPassword(security, "li.wei", PASSWORD.toCharArray());
        assertThat(get("/api/now", "Cookie", second).statusCode()).isEqualTo(401);
        now = now.plusSeconds(1);
        String third = cookie(login("li.wei", PASSWORD), Door.COOKIE);
        access.administration().removeUser(security, "li.wei");
        assertThat(get("/api/now", "Cookie", third).statusCode()).isEqualTo(401);
    }

    // ---- the attacks of a web user, one by one

    @Test
    void a_script_cannot_read_the_session_nor_another_site_use_it() throws Exception {
        users();
        serve(WebServer.LOOPBACK, new AccessSettings(HashAlgorithm.SM3, true, Duration.ofHours(1), true));
        for (HttpResponse<String> answer : List.of(get("/login"), login("li.wei", PASSWORD))) {
            assertThat(answer.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                    .contains("HttpOnly", "SameSite=Strict", "Secure"));
        }
    }

    @Test
    void the_form_has_no_script_and_may_be_sent_here_only() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        HttpResponse<String> form = get("/login");
        assertThat(form.body()).doesNotContainPattern("<script|\\son\\w+=|style=|javascript:|https?://");
        String policy = form.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("form-action 'self'", "default-src 'self'").doesNotContain("unsafe");
        assertThat(get("/health/live")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("form-action 'none'");
    }

    @Test
    void csrf_no_other_site_can_log_somebody_in() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        String fields = "name=li.wei&password=" + encode(PASSWORD);
        assertThat(post("/login", fields).statusCode()).isEqualTo(403);
        assertThat(post("/login", fields + "&token=").statusCode()).isEqualTo(403);
        HttpResponse<String> form = get("/login");
        String other =
                post("/login", fields + "&token=" + token(get("/login")), "Cookie", cookie(form, LoginPage.FORM_COOKIE))
                                .statusCode()
                        + "";
        assertThat(other).isEqualTo("403");
        HttpResponse<String> fromElsewhere = post(
                "/login",
                fields + "&token=" + token(form),
                "Cookie",
                cookie(form, LoginPage.FORM_COOKIE),
                "Sec-Fetch-Site",
                "cross-site");
        assertThat(fromElsewhere.statusCode()).isEqualTo(403);
        assertThat(fromElsewhere.headers().allValues("Set-Cookie")).noneMatch(each -> each.startsWith(Door.COOKIE));
        assertThat(actions()).doesNotContain("login");
    }

    @Test
    void csrf_nothing_changes_by_the_cookie_alone() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        String session = cookie(login("li.wei", PASSWORD), Door.COOKIE);
        String other = cookie(login("li.wei", PASSWORD), Door.COOKIE);
        String csrf = read(get("/api/me", "Cookie", session)).get("csrf").asText();
        String others = read(get("/api/me", "Cookie", other)).get("csrf").asText();
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            for (String path : List.of("/logout", "/api/now", "/api/review")) {
                assertThat(send(method, path, "", "Cookie", session).statusCode())
                        .as(method + path)
                        .isEqualTo(403);
                assertThat(send(method, path, "", "Cookie", session, "Authorization", "Basic eA==")
                                .statusCode())
                        .isEqualTo(403);
                assertThat(send(method, path, "", "Cookie", session, "X-CSRF-Token", others)
                                .statusCode())
                        .isEqualTo(403);
                assertThat(send(
                                        method,
                                        path,
                                        "",
                                        "Cookie",
                                        session,
                                        "X-CSRF-Token",
                                        csrf,
                                        "Sec-Fetch-Site",
                                        "same-site")
                                .statusCode())
                        .isEqualTo(403);
            }
        }
        assertThat(get("/api/now", "Cookie", session).statusCode()).isEqualTo(200);
    }

    @Test
    void brute_force_is_locked_out_counted_and_written_down() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        for (int i = 0; i < 5; i++) {
            assertThat(login("li.wei", "wrong wrong wrong " + i).statusCode()).isEqualTo(401);
        }
        assertThat(login("li.wei", PASSWORD).statusCode()).isEqualTo(429);
        assertThat(actions()).endsWith("login.failed", "login.failed", "login.locked");
        String metrics = get("/metrics", "Authorization", "Bearer " + token("prometheus", Role.VIEWER))
                .body();
        assertThat(metrics)
                .contains("microgram_logins_total{outcome=\"failed\"} 5.0")
                .contains("microgram_logins_total{outcome=\"locked\"} 1.0");
        now = now.plus(Duration.ofMinutes(15));
        assertThat(login("li.wei", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void a_session_from_before_the_log_in_is_worth_nothing_after_it() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        String planted = Door.COOKIE + "=planted";
        HttpResponse<String> answer = loginWith("li.wei", PASSWORD, planted);
        assertThat(cookie(answer, Door.COOKIE)).isNotEqualTo(planted);
        assertThat(get("/api/now", "Cookie", planted).statusCode()).isEqualTo(401);
        String old = cookie(answer, Door.COOKIE);
        loginWith("li.wei", PASSWORD, old);
        assertThat(get("/api/now", "Cookie", old).statusCode()).isEqualTo(401);
    }

    @Test
    void xss_a_name_is_never_given_back_and_stays_in_its_entry() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        String evil = "<script>alert(1)</script>\"\n{\"number\":9}";
        HttpResponse<String> answer = login(evil, PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("alert(1)");
        assertThat(Chain.verify(Access.auditFolder(data), Optional.empty()).broken())
                .isEmpty();
        assertThat(access.audit().head().orElseThrow().subject()).isEqualTo(evil);
    }

    @Test
    void secrets_are_in_no_log_no_metric_no_error_page_and_no_file() throws Exception {
        users();
        serve(WebServer.LOOPBACK, ALWAYS);
        String token = token("prometheus", Role.VIEWER);
        String session = cookie(login("li.wei", PASSWORD), Door.COOKIE);
        String secret = session.substring(session.indexOf('=') + 1);
        String csrf = read(get("/api/me", "Cookie", session)).get("csrf").asText();
        List<String> answers = new ArrayList<>();
        String[] asks = {"/metrics", "/api/nothing", "/api/explain?key=a+b+c+d", "/api/rows", "/assets/none"};
        for (String path : asks) {
            answers.add(get(path, "Cookie", session).body());
            answers.add(get(path, "Authorization", "Bearer " + token).body());
            answers.add(get(path, "Authorization", "Bearer " + token + "x").body());
        }
        answers.add(login("li.wei", "canary wrong password").body());
        answers.add(login("li.wei", PASSWORD + "x".repeat(20_000)).body()); // larger than a request may be
        answers.add(post("/api/now", "password=" + encode(PASSWORD), "Cookie", session)
                .body());
        assertThat(answers.get(6)).contains("could not be made"); // the fault in the middle was met
        for (String text : answers) {
            assertThat(text).doesNotContain("canary", token, secret, csrf, "fault in the middle", "\tat ");
        }
        StringBuilder log = new StringBuilder();
        for (ILoggingEvent event : logged.list) {
            log.append(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                log.append(event.getThrowableProxy().getMessage());
            }
        }
        assertThat(log.toString()).contains("fault in the middle").doesNotContain("canary", token, secret, csrf);
        try (var files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("canary", token, secret, csrf);
            }
        }
    }

    // ---- how it is asked

    private HttpResponse<String> login(String name, String password) throws Exception {
        return loginWith(name, password, null);
    }

    private HttpResponse<String> loginWith(String name, String password, String cookie) throws Exception {
        HttpResponse<String> form = get("/login");
        String both = cookie(form, LoginPage.FORM_COOKIE) + (cookie == null ? "" : "; " + cookie);
        return post(
                "/login",
                "name=" + encode(name) + "&password=" + encode(password) + "&token=" + token(form),
                "Cookie",
                both,
                "Sec-Fetch-Site",
                "same-origin");
    }

    private String token(String name, Role role) {
        return access.administration()
                .addToken(security, name, Set.of(role), Duration.ofDays(1))
                .reveal();
    }

    private static String token(HttpResponse<String> form) {
        Matcher field = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(form.body());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(0, each.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no cookie " + name + " in " + answer.headers().map()));
    }

    private List<String> actions() throws Exception {
        List<String> actions = new ArrayList<>();
        Chain.read(Access.auditFolder(data), Optional.empty(), (AuditEntry entry) -> actions.add(entry.action()));
        return actions;
    }

    private JsonNode read(HttpResponse<String> answer) throws Exception {
        return json.readTree(answer.body());
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, "", headers);
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return send("POST", path, body, headers);
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
