package org.microgram.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.microgram.standalone.terminal.Lang;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process in order: closes what was opened, the last first, on an ordinary end as on Ctrl-C, and says what was kept.
 *
 * <p>Ctrl-C takes at most five seconds. What has not closed by then is left as {@code kill -9} would leave it; the way back is the same
 * (rule K5), so nothing acknowledged is lost.
 */
public final class Shutdown implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    /** Leaves half a second of the five for the words and the JVM. */
    private static final Duration WITHIN = Duration.ofMillis(4500);

    private static final int ENDED_BY_SIGNAL = 130;

    private final Deque<Open> open = new ArrayDeque<>();
    private final PrintStream err;
    private final Lang lang;
    private final Supplier<String> kept;
    private final Thread hook = new Thread(this::onSignal, "shutdown");
    private boolean closed;

    private record Open(String name, AutoCloseable resource) {}

    private Shutdown(PrintStream err, Lang lang, Supplier<String> kept) {
        this.err = err;
        this.lang = lang;
        this.kept = kept;
    }

    /** From now on Ctrl-C ends in order. {@code kept} says, in the user's language, what is on disk and how to go on. */
    public static Shutdown install(PrintStream err, Lang lang, Supplier<String> kept) {
        Shutdown shutdown = new Shutdown(err, lang, kept);
        Runtime.getRuntime().addShutdownHook(shutdown.hook);
        return shutdown;
    }

    /** Closes {@code resource} at the end, before everything named earlier. */
    public synchronized <T extends AutoCloseable> T closing(String name, T resource) {
        if (closed) {
            closeQuietly(new Open(name, resource)); // the end came while it was being made
        } else {
            open.push(new Open(name, resource));
        }
        return resource;
    }

    /** The ordinary end. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the hook is at work already
        }
        closeAll();
    }

    private void onSignal() {
        err.println();
        err.println(lang.pick("正在停止……", "stopping …"));
        Thread closer = new Thread(this::closeAll, "closer");
        closer.setDaemon(true);
        closer.start();
        try {
            closer.join(WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        err.println(kept.get());
        err.flush();
        if (closer.isAlive()) {
            Runtime.getRuntime().halt(ENDED_BY_SIGNAL);
        }
    }

    private void closeAll() {
        Open next = next();
        while (next != null) {
            closeQuietly(next);
            next = next();
        }
    }

    private synchronized Open next() {
        closed = open.isEmpty() || closed;
        return open.poll();
    }

    private static void closeQuietly(Open each) {
        try {
            each.resource().close();
        } catch (Exception e) {
            LOG.warn("{} did not close in order: {}", each.name(), e.getMessage(), e); // the others must still close
        }
    }
}
