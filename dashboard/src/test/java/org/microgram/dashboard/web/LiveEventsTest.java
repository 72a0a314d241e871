package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;

@DisplayName("Events to open pages")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(20)
class LiveEventsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LiveEvents events = new LiveEvents(registry, 60_000, () -> Map.of("now", "then"));

    @Test
    void a_page_that_does_not_read_is_let_go_and_counted_and_the_others_hear_everything() throws Exception {
        TestWire stuck = new TestWire(true);
        TestWire reader = new TestWire(false);
        Thread one = serve(stuck);
        Thread two = serve(reader);
        stuck.writing.await();
        assertThat(reader.heard.poll(5, TimeUnit.SECONDS)).isEqualTo("tick");

        for (int i = 0; i <= LiveEvents.QUEUE; i++) {
            events.publish("changed", i);
            assertThat(reader.heard.poll(5, TimeUnit.SECONDS)).isEqualTo("changed");
        }

        one.join();
        assertThat(stuck.closed).isTrue();
        assertThat(events.clients()).isEqualTo(1);
        assertThat(registry.get("microgram.events.dropped")
                        .tag("reason", "slow")
                        .counter()
                        .count())
                .isEqualTo(1);
        events.close();
        two.join();
    }

    @Test
    void a_batch_of_rows_is_one_change_for_each_measurement_and_subject() {
        long start = SampleCity.HOUR_END;
        List<Row> rows = List.of(hour(start), hour(start + Hours.HOUR), hour(start - Hours.HOUR));

        assertThat(Change.of(rows))
                .containsExactly(new Change(
                        "air_hour", SampleCity.CITY, "2020-02-12T15:00:00+08:00", "2020-02-12T18:00:00+08:00", 3));
    }

    private static Row hour(long start) {
        return Row.builder(new RowKey(Measurement.AIR_HOUR, SampleCity.CITY, start, start + Hours.HOUR, ""))
                .build();
    }

    private Thread serve(TestWire wire) {
        Thread thread = new Thread(() -> events.serve(wire));
        thread.start();
        return thread;
    }

    /** A page that reads at once, or never. */
    private static final class TestWire implements LiveEvents.Wire {

        private final boolean stuck;
        private final CountDownLatch writing = new CountDownLatch(1);
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private volatile boolean closed;

        private TestWire(boolean stuck) {
            this.stuck = stuck;
        }

        @Override
        public void send(String event, Object data) {
            writing.countDown();
            if (stuck) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("the write was broken off", e);
                }
            }
            heard.add(event);
        }

        @Override
        public boolean isGone() {
            return closed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
