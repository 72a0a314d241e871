package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.access.Access;
import org.microgram.access.AccessSettings;
import org.microgram.access.Actor;
import org.microgram.access.Administration;
import org.microgram.access.Role;
import org.microgram.dashboard.explain.ReadingExplainer;
import org.microgram.dashboard.review.OneStation;
import org.microgram.dashboard.review.ReviewDesk;
import org.microgram.dashboard.review.ReviewLog;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.network.ReviewDeadlines;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.store.MemoryStore;
import org.microgram.store.Store;

/** A server with a station that is reviewed, by real users, into a store that a job without its engine writes. */
abstract class AtTheReview extends AtTheDoor {

    @TempDir
    private static Path people;

    Store stationStore;
    OneStation station;
    ReviewDesk desk;
    int failures;
    boolean behind;
    boolean lost;
    int part = Integer.MAX_VALUE;
    private int keys;

    // A password is meant to cost a tenth of a second; once for all tests is enough.
    @BeforeAll
    static void makePeople() {
        Access access = Access.of(people, ALWAYS, () -> NOW);
        Administration users = access.administration();
        users.addUser(access.owner().orElseThrow(), "zhang.min", Set.of(Role.SECURITY), PASSWORD.toCharArray());
        Actor security = access.find("user:zhang.min").orElseThrow();
        for (String reviewer : List.of("zhao.owner", "other.owner", "third.owner")) {
            users.addUser(security, reviewer, Set.of(Role.REVIEWER), PASSWORD.toCharArray());
        }
        for (String approver : List.of("he.owner", "sun.owner")) {
            users.addUser(security, approver, Set.of(Role.APPROVER), PASSWORD.toCharArray());
        }
    }

    @Override
    void bringUsers() {
        try (Stream<Path> all = Files.walk(people)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path copy = data.resolve(people.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void a_reviewed_station_and_its_people() {
        stationStore = stationStore();
        station = new OneStation(stationStore);
        desk = new ReviewDesk(stationStore, new FailingAtFirst());
        security = access.find("user:zhang.min").orElseThrow();
        serve(WebServer.LOOPBACK, AccessSettings.DEFAULT);
    }

    /** The plain one, which the contract of stores holds every other equal to: most of a test's time would be the making of tables. */
    Store stationStore() {
        return new MemoryStore();
    }

    @AfterEach
    void close_the_store() {
        server.close();
        stationStore.close();
    }

    /** Does not acknowledge the first {@code failures} times, although the messages arrive; loses what comes next when it is {@code lost}, or what goes beyond {@code part}; shows nothing while it is {@code behind}. */
    final class FailingAtFirst implements ReviewLog {

        @Override
        public long now() {
            return station.now();
        }

        @Override
        public void send(List<ReadingsMessage> messages) {
            if (lost) {
                lost = false;
                throw new NotKept(new IllegalStateException("the broker is away"));
            }
            if (part < messages.size()) {
                station.send(messages.subList(0, part));
                part = Integer.MAX_VALUE;
                throw new NotKept(new IllegalStateException("the broker went away"));
            }
            station.send(messages);
            if (failures-- > 0) {
                throw new NotKept(new IllegalStateException("the disk is full"));
            }
        }

        @Override
        public boolean shown(Duration atMost) {
            return !behind;
        }
    }

    @Override
    Sources sources() {
        return new Sources(
                stationStore,
                OneStation.network(),
                new ReadingExplainer(stationStore, OneStation.network(), "0"),
                List::of,
                () -> new PlatformState(
                        false,
                        java.time.Instant.ofEpochMilli(station.now),
                        Optional.empty(),
                        true,
                        "",
                        PlatformState.Conservation.NOTHING),
                PublishedBases.NONE,
                new Reviewing(new ReviewDeadlines(24, 72, 240), Optional.of(desk)));
    }

    /** Another desk and server on what is kept. */
    void restart() {
        desk = new ReviewDesk(stationStore, new FailingAtFirst());
        server.close();
        serve(WebServer.LOOPBACK, AccessSettings.DEFAULT);
    }

    void person(String name, Role role) {
        access.administration().addUser(security, name, Set.of(role), PASSWORD.toCharArray());
    }

    String key() {
        return "key-of-test-" + keys++;
    }

    HttpResponse<String> act(String token, String body) throws Exception {
        return act(token, body, key());
    }

    HttpResponse<String> act(String token, String body, String key) throws Exception {
        return post("/api/review", body, "Authorization", "Bearer " + token, "Idempotency-Key", key);
    }

    JsonNode done(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return read(answer);
    }

    String code(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 409);
        return read(answer).get("code").asText();
    }

    String explained() throws Exception {
        return read(get("/api/explain?key=s1+air_hour+PM2.5+2019-02-12T08"))
                .get("value")
                .asText();
    }

    JsonNode queued(String hour) throws Exception {
        return task(read(get("/api/review?subject=s1&from=2019-02-12")), hour, "PM2.5");
    }

    static JsonNode task(JsonNode queue, String hour, String parameter) {
        for (JsonNode each : queue.get("tasks")) {
            if (each.get("hour").asText().equals(hour)
                    && each.get("parameter").asText().equals(parameter)) {
                return each;
            }
        }
        throw new AssertionError("no task of " + hour + " " + parameter + " in " + queue.get("tasks"));
    }
}
