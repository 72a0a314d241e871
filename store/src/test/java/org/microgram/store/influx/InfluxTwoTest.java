package org.microgram.store.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.messages.network.InfluxSettings;
import org.microgram.store.Store;
import org.microgram.store.StoreContract;
import org.microgram.store.StoreFailure;

/**
 * The contract with the settings of an InfluxDB 2; at length it is {@link InfluxStoreTest}, which differs in the settings only. What answers is a real InfluxDB 1 behind {@link FaceOfTwo}, which takes what an
 * InfluxDB 2 takes and nothing else; an InfluxDB 2 itself was not to be had here.
 */
@DisplayName("The store with organization, bucket and token")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InfluxTwoTest extends StoreContract {

    private static final String TOKEN = "canary-7f3a";
    private static final AtomicInteger BUCKETS = new AtomicInteger();

    @TempDir
    static Path files;

    private static InfluxServer server;
    private static FaceOfTwo face;

    @BeforeAll
    static void start() throws IOException {
        server = InfluxServer.start(files);
        face = new FaceOfTwo(server.url(), "bureau", TOKEN);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            face.close();
            server.close();
        }
    }

    @Override
    protected Store open(Path directory) {
        String bucket = "air & rivers " + BUCKETS.incrementAndGet();
        try (InfluxConnection one = new InfluxConnection(server.settings("any"))) {
            one.query("CREATE DATABASE \"" + bucket + "\"", (statement, values) -> {});
        }
        return InfluxStore.open(settings(bucket, TOKEN));
    }

    @Test
    void says_how_to_make_a_bucket_that_is_missing() {
        assertThatThrownBy(() -> InfluxStore.open(settings("nowhere", TOKEN)))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("influx bucket create --name nowhere --org bureau --retention 0");
    }

    @Test
    void says_that_a_token_is_wrong_without_saying_the_token_and_does_not_wait_for_it() {
        assertThatThrownBy(() -> InfluxStore.open(settings("air", TOKEN + "x")))
                .isInstanceOfSatisfying(StoreFailure.class, failure -> assertThat(failure.isPassing())
                        .isFalse())
                .hasMessageContaining("token that may read and write air")
                .message()
                .doesNotContain(TOKEN);
    }

    private static InfluxSettings settings(String bucket, String token) {
        return new InfluxSettings(face.url(), bucket, Optional.of("bureau"), Optional.empty(), Optional.of(token));
    }
}
