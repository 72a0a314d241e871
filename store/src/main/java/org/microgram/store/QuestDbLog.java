package org.microgram.store;

import io.questdb.log.LogFactory;
import io.questdb.log.LogLevel;
import io.questdb.log.LogRecordUtf8Sink;
import io.questdb.log.LogWriter;
import io.questdb.mp.QueueConsumer;
import io.questdb.mp.RingQueue;
import io.questdb.mp.SCSequence;
import io.questdb.mp.SynchronizedJob;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands QuestDB's errors to our log; named in {@code questdb-log.properties}, made by QuestDB. */
public final class QuestDbLog extends SynchronizedJob implements LogWriter {

    private static final Logger LOG = LoggerFactory.getLogger("questdb");

    private final RingQueue<LogRecordUtf8Sink> ring;
    private final SCSequence sequence;
    private final QueueConsumer<LogRecordUtf8Sink> consumer;

    public QuestDbLog(RingQueue<LogRecordUtf8Sink> ring, SCSequence sequence, int level) {
        this.ring = ring;
        this.sequence = sequence;
        this.consumer = record -> {
            if ((record.getLevel() & level) != 0) {
                write(record.getLevel(), record.toString().strip());
            }
        };
    }

    /** Makes QuestDB's log use this class; must come before any other use of QuestDB. */
    static synchronized void install() {
        if (System.getProperty(LogFactory.CONFIG_SYSTEM_PROPERTY) != null) {
            return; // done, or the operator has given a configuration
        }
        System.setProperty(LogFactory.CONFIG_SYSTEM_PROPERTY, "/org/microgram/store/questdb-log.properties");
        // It announces where its configuration comes from, on standard output or error; that tells nobody anything.
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        try {
            LogFactory.getInstance();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Override
    public void bindProperties(LogFactory factory) {}

    @Override
    protected boolean runSerially() {
        return sequence.consumeAll(ring, consumer);
    }

    private static void write(int level, String text) {
        if ((level & LogLevel.CRITICAL) != 0) {
            LOG.error("{}", text);
        } else if ((level & LogLevel.ERROR) != 0) {
            LOG.warn("{}", text);
        } else {
            LOG.debug("{}", text); // advice comes through whatever level is asked for
        }
    }
}
