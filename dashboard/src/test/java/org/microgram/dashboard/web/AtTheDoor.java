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
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
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

/** A server with users in front of a sample city, and the ways to ask it something. A clause of the security rules has a class of its own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
abstract class AtTheDoor {

    static final String PASSWORD = "canary four words beside each other";
    static final AccessSettings ALWAYS = new AccessSettings(HashAlgorithm.SHA_256, true, Duration.ofHours(12), false);

    @TempDir
    private static Path directory;

    static Store store;

    @TempDir
    Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    Instant now = NOW;
    Access access;
    Actor security;
    WebServer server;

    @BeforeAll
    static void fill() {
        store = QuestDbStore.open(directory);
        SampleCity.fill(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    /** Where a class has users made for all its tests, it puts them here. */
    void bringUsers() {}

    @BeforeEach
    void open() {
        bringUsers();
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

    void users() {
        access.administration()
                .addUser(access.owner().orElseThrow(), "zhang.min", Set.of(Role.SECURITY), PASSWORD.toCharArray());
        security = access.find("user:zhang.min").orElseThrow();
        access.administration().addUser(security, "li.wei", Set.of(Role.VIEWER), PASSWORD.toCharArray());
    }

    void serve(String host, AccessSettings settings) {
        server = new WebServer(
                sources(),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                host,
                0,
                Optional.of(new Entrance(access, settings, () -> now)));
    }

    /** What is shown; a receipt fails, so that what is said of a fault can be looked at. */
    Sources sources() {
        return new Sources(
                store,
                SampleCity.network(),
                (key, asOf) -> {
                    throw new IllegalStateException("a fault in the middle");
                },
                SampleCity::comparisons,
                SampleCity::state);
    }

    HttpResponse<String> login(String name, String password) throws Exception {
        return loginWith(name, password, null);
    }

    HttpResponse<String> loginWith(String name, String password, String cookie) throws Exception {
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

    /** A machine's; one that reviews is that of a person, {@code name.owner}, who holds the role. */
    String token(String name, Role role) {
        if (role != Role.REVIEWER && role != Role.APPROVER) {
            return token(name, role, Optional.empty());
        }
        String owner = name + ".owner";
        if (access.users().user(owner).isEmpty()) {
            access.administration().addUser(security, owner, Set.of(role), PASSWORD.toCharArray());
        }
        return token(name, role, Optional.of(owner));
    }

    String token(String name, Role role, Optional<String> owner) {
        return access.administration()
                .addToken(security, name, Set.of(role), owner, Duration.ofDays(1))
                .reveal();
    }

    static String token(HttpResponse<String> form) {
        Matcher field = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(form.body());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(0, each.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no cookie " + name + " in " + answer.headers().map()));
    }

    List<String> actions() throws Exception {
        List<String> actions = new ArrayList<>();
        Chain.read(Access.auditFolder(data), Optional.empty(), (AuditEntry entry) -> actions.add(entry.action()));
        return actions;
    }

    JsonNode read(HttpResponse<String> answer) throws Exception {
        return json.readTree(answer.body());
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return send("POST", path, body, headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header(
                    "Content-Type", body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
