package org.microgram.standalone.keep;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.microgram.standalone.platform.Platform;
import org.microgram.standards.ChinaTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reconciles yesterday each night, while nobody waits for the machine; what it found is in the log and in {@code /metrics}. */
public final class Nightly implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);

    /** The last hour of a day has long arrived, and the bureau's morning has not begun. */
    private static final LocalTime AT = LocalTime.of(3, 10);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long NOT_YET = -1;
    private static final long FAILED = -2;

    private final Platform platform;
    private final AtomicLong differences = new AtomicLong(NOT_YET);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "nightly");
        made.setDaemon(true);
        return made;
    });

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the thread, and no night throws
    public Nightly(Platform platform, MeterRegistry metrics) {
        this.platform = platform;
        Gauge.builder("microgram.reconcile.differences", differences, AtomicLong::get)
                .description("Rows of yesterday that differ from a recount: -1 not counted yet, -2 the recount failed")
                .register(metrics);
        ZonedDateTime now = ZonedDateTime.now(ChinaTime.OFFSET);
        ZonedDateTime next = now.with(AT);
        Duration first = Duration.between(now, next.isAfter(now) ? next : next.plusDays(1));
        clock.scheduleAtFixedRate(
                this::night, first.toSeconds(), Duration.ofDays(1).toSeconds(), TimeUnit.SECONDS);
    }

    private void night() {
        try (LogReader log = new LogReader(platform.bootstrap())) {
            platform.settle(PATIENCE);
            Reconcile.Result result = new Reconcile(
                            platform.store(),
                            platform.network(),
                            ZonedDateTime.now(ChinaTime.OFFSET).toLocalDate().minusDays(1))
                    .count(log, messages -> {});
            differences.set(result.findings().size());
            if (result.findings().isEmpty()) {
                LOG.info("{} recounted: {} rows, all equal", result.day(), result.rows());
            } else {
                LOG.error(
                        "{} recounted: {} of {} rows differ; ./microgram reconcile --day {} names them",
                        result.day(),
                        result.findings().size(),
                        result.rows(),
                        result.day());
            }
        } catch (Exception e) {
            differences.set(FAILED);
            LOG.error("yesterday could not be recounted; it is tried again tomorrow", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
