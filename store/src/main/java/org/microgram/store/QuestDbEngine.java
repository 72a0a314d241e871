package org.microgram.store;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.O3PartitionPurgeJob;
import io.questdb.cairo.TableReader;
import io.questdb.cairo.TableToken;
import io.questdb.cairo.TableWriterAPI;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.cairo.sql.RecordCursorFactory;
import io.questdb.cairo.sql.RecordMetadata;
import io.questdb.cairo.wal.ApplyWal2TableJob;
import io.questdb.cairo.wal.CheckWalTransactionsJob;
import io.questdb.cairo.wal.WalPurgeJob;
import io.questdb.cairo.wal.seq.SeqTxnTracker;
import io.questdb.cairo.wal.seq.TableSequencerAPI;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContext;
import io.questdb.griffin.SqlExecutionContextImpl;
import io.questdb.griffin.engine.functions.bind.BindVariableServiceImpl;
import io.questdb.std.Misc;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;

/**
 * QuestDB's engine inside this process: no server, no port, no thread of its own. A commit goes to the write-ahead log; whoever asks for
 * visibility carries the log over into the tables on its own thread.
 *
 * <p>Statements and writes are for one thread at a time; queries are for any.
 */
final class QuestDbEngine implements AutoCloseable {

    private static final int WORKER = 0;
    private static final int PURGE_EVERY = 64;
    private static final long GIVE_UP_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final Path directory;
    private final HalfMadeTable halfMade;
    private final CairoEngine engine;
    private final ApplyWal2TableJob apply;
    private final CheckWalTransactionsJob findUnapplied;
    private final WalPurgeJob purgeLogs;
    private final O3PartitionPurgeJob purgePartitions;
    private final Map<Measurement, QuestDbTable> tables = new EnumMap<>(Measurement.class);

    // Made at the first row: a table of eighty columns costs as many files.
    private final Set<Measurement> existing = ConcurrentHashMap.newKeySet();

    private int appliesUntilPurge = PURGE_EVERY;

    QuestDbEngine(Path directory, QuestDbConfiguration configuration) {
        this.directory = directory;
        this.engine = new CairoEngine(configuration); // locks the directory: what is half made is nobody else's
        this.halfMade = new HalfMadeTable(directory);
        try {
            halfMade.remove();
            engine.load();
        } catch (RuntimeException | Error e) {
            engine.close();
            throw e;
        }
        this.apply = new ApplyWal2TableJob(engine, 1);
        this.findUnapplied = new CheckWalTransactionsJob(engine);
        this.purgeLogs = new WalPurgeJob(engine);
        this.purgePartitions = new O3PartitionPurgeJob(engine, 1);
        for (Measurement measurement : Measurement.stored()) {
            tables.put(measurement, new QuestDbTable(measurement));
        }
    }

    /** Rows as the table's own bookkeeping has them: no query counts them. */
    long size(Measurement measurement) {
        if (!existing.contains(measurement)) {
            return 0;
        }
        try (TableReader reader = engine.getReader(table(measurement).name())) {
            return reader.size();
        }
    }

    QuestDbTable table(Measurement measurement) {
        return tables.get(measurement);
    }

    /** Gives existing tables the columns they lack, and brings in what a killed process had committed. */
    void openTables() throws SqlException {
        for (QuestDbTable table : tables.values()) {
            if (engine.getTableTokenIfExists(table.name()) != null) {
                existing.add(table.measurement());
            }
        }
        applyLogs();
        for (Measurement measurement : existing) {
            QuestDbTable table = table(measurement);
            List<String> statements;
            try (TableWriterAPI writer = writer(table)) {
                statements = table.growStatements(writer.getMetadata());
            }
            for (String statement : statements) {
                execute(statement);
            }
        }
        applyLogs();
        purge();
    }

    void dropTables() throws SqlException {
        for (Measurement measurement : existing) {
            execute("DROP TABLE \"" + table(measurement).name() + "\"");
        }
        existing.clear();
        apply.drain(WORKER);
        purge();
    }

    /** Whether a row of this measurement was ever written; there is nothing to query before. */
    boolean exists(Measurement measurement) {
        return existing.contains(measurement);
    }

    /** Commits rows of one table to its write-ahead log: all of them or none. */
    void append(Measurement measurement, List<Row> rows) throws SqlException {
        QuestDbTable table = table(measurement);
        if (!exists(measurement)) {
            halfMade.begin(table.name());
            execute(table.createStatement());
            halfMade.end();
            existing.add(measurement);
        }
        try (TableWriterAPI writer = writer(table)) {
            RecordMetadata metadata = writer.getMetadata();
            int[] positions = table.positions(metadata);
            try {
                for (Row row : rows) {
                    table.put(row, writer, positions);
                }
                writer.commit();
            } catch (RuntimeException | Error e) {
                writer.rollback(); // or the pool would hand the half batch to the next writer
                throw e;
            }
        }
    }

    /** Returns when everything committed before is in the tables. */
    void applyLogs() {
        long giveUp = System.nanoTime() + GIVE_UP_NANOS;
        for (Measurement measurement : existing) {
            QuestDbTable table = table(measurement);
            TableToken token = engine.verifyTableName(table.name());
            long wanted = sequencer().lastTxn(token);
            SeqTxnTracker tracker = sequencer().getTxnTracker(token);
            apply.drain(WORKER);
            while (!tracker.isInitialised() || tracker.getWriterTxn() < wanted) {
                if (tracker.isSuspended()) {
                    resume(token, tracker);
                }
                if (System.nanoTime() - giveUp > 0) {
                    throw new StoreFailure("Found table " + table.name() + " in " + directory
                            + " at transaction " + tracker.getWriterTxn() + " for a minute. Expected " + wanted
                            + ". Look for a full or failing disk, then start again; nothing is lost.");
                }
                findUnapplied.checkMissingWalTransactions(); // the queue of notifications may have been full, or never
                // filled
                apply.drain(WORKER);
                if (tracker.getWriterTxn() < wanted) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
        if (--appliesUntilPurge == 0) {
            purge();
        }
    }

    /** Deletes logs that have been carried over and versions of partitions that nobody reads any more. */
    private void purge() {
        appliesUntilPurge = PURGE_EVERY;
        purgePartitions.drain(WORKER);
        purgeLogs.run(WORKER);
    }

    // A table is suspended when carrying over failed, say for a full disk. The next attempt has to begin with this.
    private void resume(TableToken token, SeqTxnTracker tracker) {
        String found = String.valueOf(tracker.getErrorMessage());
        sequencer().resumeTable(token, 0);
        throw new StoreFailure("Found table " + token.getTableName() + " in " + directory + " suspended: " + found
                + ". Free disk space or repair the disk; the rows are kept and the next attempt goes on with them.");
    }

    RecordCursorFactory select(String sql, SqlExecutionContext context) throws SqlException {
        return engine.select(sql, context);
    }

    /** A context for one query, with its own bind variables. */
    SqlExecutionContextImpl context() {
        SqlExecutionContextImpl context = new SqlExecutionContextImpl(engine, 1);
        context.with(
                AllowAllSecurityContext.INSTANCE,
                new BindVariableServiceImpl(engine.getConfiguration()),
                null,
                -1,
                null);
        context.setParallelFilterEnabled(false); // there are no workers
        return context;
    }

    private void execute(String sql) throws SqlException {
        engine.execute(sql, context());
    }

    private TableWriterAPI writer(QuestDbTable table) {
        return engine.getTableWriterAPI(table.name(), "rows");
    }

    private TableSequencerAPI sequencer() {
        return engine.getTableSequencerAPI();
    }

    @Override
    public void close() {
        Misc.free(apply);
        Misc.free(purgeLogs);
        Misc.free(purgePartitions);
        Misc.free(engine);
    }
}
