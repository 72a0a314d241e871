package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.access.AccessSettings;
import org.microgram.access.Role;
import org.microgram.dashboard.explain.ReadingExplainer;
import org.microgram.dashboard.review.OneStation;
import org.microgram.dashboard.review.ReviewDesk;
import org.microgram.dashboard.review.ReviewLog;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.network.ReviewDeadlines;
import org.microgram.messages.readings.StationMessage;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

/** A server with a station that is reviewed, by real users, into a store that a job without its engine writes. */
abstract class AtTheReview extends AtTheDoor {

    @TempDir
    Path folder;

    Store stationStore;
    OneStation station;
    ReviewDesk desk;
    int failures;
    boolean behind;
    boolean lost;
    int part = Integer.MAX_VALUE;
    private int keys;

    @BeforeEach
    void a_reviewed_station_and_its_people() {
        stationStore = QuestDbStore.open(folder);
        station = new OneStation(stationStore);
        desk = new ReviewDesk(stationStore, new FailingAtFirst());
        users();
        serve(WebServer.LOOPBACK, AccessSettings.DEFAULT);
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
        public void send(List<StationMessage> messages) {
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
    WebServer.Sources sources() {
        return new WebServer.Sources(
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
