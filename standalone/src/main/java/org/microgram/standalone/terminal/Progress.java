package org.microgram.standalone.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a long piece of work is, on {@code stderr}: one line that is overwritten on a terminal, a new line every five seconds when the
 * output is kept in a file. Safe for use by many threads.
 */
public final class Progress implements AutoCloseable {

    private static final long TERMINAL_EVERY = Duration.ofMillis(200).toNanos();
    private static final long FILE_EVERY = Duration.ofSeconds(5).toNanos();

    /** Before this much time an estimate says more about the start than about the work. */
    private static final long ESTIMATE_AFTER = Duration.ofSeconds(1).toNanos();

    private static final String OVERWRITE = "\r\u001b[K";

    private final PrintStream err;
    private final boolean terminal;
    private final boolean quiet;
    private final Lang lang;
    private final LongSupplier nanos;
    private final String label;
    private final long total;
    private final long begun;
    private long lastShown;
    private long done;
    private boolean lineOpen;
    private boolean closed;

    /**
     * @param label what is being done, in the user's language
     * @param total how much there is to do, or 0 when that is not known
     */
    public Progress(Terminal terminal, Lang lang, boolean quiet, String label, long total) {
        this(terminal.err(), terminal.errIsTerminal(), quiet, lang, System::nanoTime, label, total);
    }

    Progress(
            PrintStream err, boolean terminal, boolean quiet, Lang lang, LongSupplier nanos, String label, long total) {
        this.err = err;
        this.terminal = terminal;
        this.quiet = quiet;
        this.lang = lang;
        this.nanos = nanos;
        this.label = label;
        this.total = total;
        this.begun = nanos.getAsLong();
        this.lastShown = begun - FILE_EVERY;
    }

    /** Tells how much is done by now, from the beginning; shown when it is time to. */
    public synchronized void update(long doneByNow) {
        done = doneByNow;
        long now = nanos.getAsLong();
        if (!quiet && !closed && now - lastShown >= (terminal ? TERMINAL_EVERY : FILE_EVERY)) {
            lastShown = now;
            show(line(now, false));
        }
    }

    /** Shows the last state with the time it took, and ends the line; a second time does nothing. */
    @Override
    public synchronized void close() {
        if (quiet || closed) {
            return;
        }
        closed = true;
        show(line(nanos.getAsLong(), true));
        if (lineOpen) {
            err.println();
            lineOpen = false;
        }
        err.flush();
    }

    private void show(String line) {
        if (terminal) {
            err.print(OVERWRITE + line);
            lineOpen = true;
        } else {
            err.println(line);
        }
        err.flush();
    }

    private String line(long now, boolean ended) {
        long elapsed = Math.max(1, now - begun);
        StringBuilder text = new StringBuilder(label).append(' ').append(number(done));
        if (total > 0) {
            text.append(" / ")
                    .append(number(total))
                    .append(" (")
                    .append(done * 100 / total)
                    .append(" %)");
        }
        // Milliseconds, so that the product stays within a long for any count that occurs.
        long perSecond = done * 1000 / Math.max(1, elapsed / 1_000_000);
        if (perSecond > 0) {
            text.append(", ").append(number(perSecond)).append("/s");
        }
        if (ended) {
            text.append(", ").append(seconds(elapsed));
        } else if (total > done && perSecond > 0 && elapsed > ESTIMATE_AFTER) {
            String left = seconds((total - done) * 1_000_000_000L / perSecond);
            text.append(", ").append(lang.pick("还需 " + left, left + " left"));
        }
        return text.toString();
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static String seconds(long nanos) {
        long s = Math.round(nanos / 1e9);
        return s < 60 ? s + " s" : s / 60 + " min " + s % 60 + " s";
    }
}
