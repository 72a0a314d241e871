package org.microgram.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microgram.standards.air.Pollutant.PM25;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.access.Access;
import org.microgram.access.AccessSettings;
import org.microgram.dashboard.review.Decision.Action;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;

@DisplayName("The desk of a review")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReviewDeskTest {

    private static final Decision PASS =
            new Decision(Action.PASS, Span.hour("s1", OneStation.FIRST + 7 * 3600, PM25), 0, "", "");

    @TempDir
    Path folder;

    private Store store;
    private OneStation station;
    private Access access;

    @BeforeEach
    void a_station() {
        store = QuestDbStore.open(folder.resolve("store"));
        station = new OneStation(store);
        access = Access.of(folder, AccessSettings.DEFAULT, () -> Instant.ofEpochMilli(station.now));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void lets_nobody_wait_without_end_for_a_decision_of_another() {
        WhileSending log = new WhileSending();
        ReviewDesk desk = new ReviewDesk(store, log, Duration.ofMillis(1));
        log.meanwhile = () -> CompletableFuture.supplyAsync(() -> refusal(desk)).join();
        int before = station.sent.size();
        decide(desk);
        assertThat(log.code).isEqualTo(ReviewRefused.Code.BUSY);
        assertThat(station.sent).hasSize(before + 1);
    }

    private ReviewDesk.Done decide(ReviewDesk desk) {
        return desk.decide(access, access.owner().orElseThrow(), PASS, Optional.empty());
    }

    private ReviewRefused.Code refusal(ReviewDesk desk) {
        try {
            decide(desk);
            return null;
        } catch (ReviewRefused refused) {
            assertThat(refused.isForNow()).isTrue();
            return refused.problems().get(0).code();
        }
    }

    /** Lets somebody else decide while it sends. */
    private final class WhileSending implements ReviewLog {

        private Supplier<ReviewRefused.Code> meanwhile;
        private ReviewRefused.Code code;

        @Override
        public long now() {
            return station.now();
        }

        @Override
        public void send(List<ReadingsMessage> messages) {
            code = meanwhile.get();
            station.send(messages);
        }

        @Override
        public boolean shown(Duration atMost) {
            return true;
        }
    }
}
