package org.microgram.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.messages.oracle.NaiveOracle;
import org.microgram.messages.oracle.RowsDiffer;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Subject;
import org.microgram.standalone.DataDirectory;
import org.microgram.standalone.platform.BackfillRun;
import org.microgram.standalone.platform.Platform;
import org.microgram.standalone.platform.StorePlace;
import org.microgram.standards.ChinaTime;
import org.microgram.store.influx.InfluxServer;

/** The InfluxDB goes away while a backfill is under way, and comes back. */
@DisplayName("An InfluxDB that stops during a backfill")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoreOutageTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What the store-writer gathers at most, and a poll more. */
    private static final int MOST_WAITING = 105_000;

    private static final String WAITING = "microgram_store_rows_waiting";
    private static final String FAILURES = "microgram_store_write_failures_total";

    @TempDir
    Path dir;

    private InfluxServer server;

    @BeforeEach
    void start() throws Exception {
        server = InfluxServer.start(dir.resolve("influx"));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void that_is_killed_loses_nothing_and_the_backfill_says_that_it_waits() throws Exception {
        during(LocalDate.of(2019, 2, 1), LocalDate.of(2019, 2, 10), Outage.KILLED, 0, Duration.ZERO);
    }

    @Test
    @Tag("proof")
    void that_is_killed_for_a_minute_loses_nothing_with_flat_memory() throws Exception {
        during(LocalDate.of(2019, 1, 1), LocalDate.of(2019, 12, 31), Outage.KILLED, 150_000, Duration.ofMinutes(1));
    }

    @Test
    @Tag("proof")
    void that_is_frozen_for_a_minute_loses_nothing_with_flat_memory() throws Exception {
        during(LocalDate.of(2019, 1, 1), LocalDate.of(2019, 12, 31), Outage.FROZEN, 150_000, Duration.ofMinutes(1));
    }

    @Test
    void that_is_away_at_the_start_is_waited_for() throws Exception {
        server.kill();
        List<Platform.Step> said = new CopyOnWriteArrayList<>();
        try (DataDirectory data = DataDirectory.open(dir.resolve("data"))) {
            CompletableFuture<Platform> starting = CompletableFuture.supplyAsync(() -> {
                try {
                    return Platform.start(
                            data,
                            Piece.BEIJING,
                            new SimpleMeterRegistry(),
                            said::add,
                            Optional.empty(),
                            StorePlace.influx(data, server.settings("microgram")));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            await().atMost(PATIENCE).until(() -> said.contains(Platform.Step.STORE_AWAITED));
            assertThat(starting).isNotDone();
            server.start();

            try (Platform platform = starting.get(5, TimeUnit.MINUTES)) {
                assertThat(platform.store().count(Measurement.AIR_DAY)).isZero();
            }
        }
    }

    private enum Outage {
        /** Nobody answers at all. */
        KILLED,
        /** Whoever asks waits. */
        FROZEN
    }

    /**
     * @param rows written of the backfill before it goes away
     * @param away how long it stays away at least, from the first attempt that failed on
     */
    private void during(LocalDate from, LocalDate to, Outage outage, long rows, Duration away) throws Exception {
        Path first = Piece.write(dir.resolve("first"), from, from);
        Path others = Piece.write(dir.resolve("others"), from.plusDays(1), to);
        try (Running running = running()) {
            running.keepNothingWritten();
            running.backfill(Piece.ARCHIVE, first);
            long before = running.platform().writer().rowsWritten();
            if (rows == 0) {
                take(outage);
            }
            CompletableFuture<BackfillRun.Report> backfill = CompletableFuture.supplyAsync(() -> {
                try {
                    return running.backfill(Piece.ARCHIVE, others);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            if (rows > 0) {
                await().atMost(PATIENCE).until(() -> running.platform().writer().rowsWritten() - before >= rows);
                take(outage);
            }
            await().atMost(PATIENCE).until(() -> running.metric(FAILURES) >= 1);
            long began = System.nanoTime();
            long heapThen = heapInUse();
            await().atMost(PATIENCE)
                    .until(() -> System.nanoTime() - began >= away.toNanos()
                            && running.said().contains(Platform.Step.STORE_AWAITED));
            long heapAtLast = heapInUse();
            double waiting = running.metric(WAITING);
            assertThat(backfill).isNotDone();
            if (rows == 0) {
                // Whoever reads figures themselves, as alerts will, gets all of them without the store.
                await().atMost(PATIENCE).until(() -> hasDayOfTheCity(running, to));
                assertThat(backfill).isNotDone();
            }
            assertThat(waiting).as("rows in memory").isBetween(1.0, (double) MOST_WAITING);
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
            bringBack(outage);
            long back = System.nanoTime();

            BackfillRun.Report report = backfill.get(10, TimeUnit.MINUTES);
            System.out.printf(
                    "InfluxDB %s for %d s: %,.0f rows waited in memory; heap in use %d MB at first, %d MB at last;"
                            + " caught up in %d s; %s%n",
                    outage,
                    seconds,
                    waiting,
                    heapThen,
                    heapAtLast,
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - back),
                    report.law());
            assertThat(report.holds()).as(report.law()).isTrue();
            assertThat(running.metric(WAITING)).isZero();
            RowsDiffer.assertEqual(
                    running.stored(), NaiveOracle.rows(Piece.records(Piece.ARCHIVE, first, others), Piece.BEIJING));
        }
    }

    private static boolean hasDayOfTheCity(Running running, LocalDate day) {
        return TopicReader.figures(running.platform().bootstrap()).stream()
                .anyMatch(row -> row.measurement() == Measurement.AIR_DAY
                        && row.subject().equals(Subject.area("beijing"))
                        && row.key().startSecond() == ChinaTime.startOf(day));
    }

    private Running running() throws Exception {
        return Running.at(
                dir.resolve("data"), Piece.BEIJING, data -> StorePlace.influx(data, server.settings("microgram")));
    }

    private void take(Outage outage) throws Exception {
        if (outage == Outage.KILLED) {
            server.kill();
        } else {
            server.freeze();
        }
    }

    private void bringBack(Outage outage) throws Exception {
        if (outage == Outage.KILLED) {
            server.start();
        } else {
            server.resume();
        }
    }

    /** In megabytes, of what is still needed. */
    private static long heapInUse() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
