package org.microgram.standalone;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.platform.Platform;
import org.microgram.standalone.terminal.Progress;

/** Shows, from when it is made until it is closed, how many rows the store-writer has written: progress while the job computes. */
final class Computing implements AutoCloseable {

    private static final long EVERY_MILLIS = 250;

    private final Progress progress;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "progress");
        made.setDaemon(true);
        return made;
    });
    private final ScheduledFuture<?> showing;

    Computing(Session session, Platform platform) {
        progress = session.progress("计算并入库，行", "computing, rows in the store", 0);
        long before = platform.writer().rowsWritten();
        showing = clock.scheduleWithFixedDelay(
                () -> progress.update(platform.writer().rowsWritten() - before),
                EVERY_MILLIS,
                EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        showing.cancel(false);
        clock.shutdown();
        progress.close();
    }
}
