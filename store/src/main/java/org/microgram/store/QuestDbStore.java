package org.microgram.store;

import io.questdb.cairo.CairoException;
import io.questdb.cairo.sql.BindVariableService;
import io.questdb.cairo.sql.Record;
import io.questdb.cairo.sql.RecordCursor;
import io.questdb.cairo.sql.RecordCursorFactory;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContextImpl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded store: QuestDB inside this process, without a server and without a port (stop 6).
 *
 * <p><b>Guarantees.</b> What {@link #write} was given survives the death of the process once it has returned, and the loss of power too
 * when opened so. {@link #flush} returns when it can be read. One process at a time owns the directory. Safe for use by many threads;
 * a scan sees every row as it was when the scan began and never holds up a write.
 */
public final class QuestDbStore implements Store {

    private static final Logger LOG = LoggerFactory.getLogger(QuestDbStore.class);

    // A query by subject reads that subject's column only; from some number of them on, one pass over all is less work.
    private static final int FEW_SUBJECTS = 48;

    private static final long LAST_SECOND = 253_402_300_800L; // the year 10000
    private static final long CLOSING_SECONDS = 10;

    private final Path directory;
    private final QuestDbEngine engine;

    // Shared by everything that uses the engine; exclusive for closing it, because its memory is not ours to touch
    // afterwards.
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean closing;

    private QuestDbStore(Path directory, QuestDbEngine engine) {
        this.directory = directory;
        this.engine = engine;
    }

    /** Opens the store in a directory, which is made when missing; a power failure may cost the last seconds. */
    public static QuestDbStore open(Path directory) {
        return open(directory, false);
    }

    /**
     * Opens the store in a directory, which is made when missing.
     *
     * @param survivePowerLoss whether {@link #write} waits for the disk; several times slower
     * @throws StoreFailure when another process owns the directory, or tables there are of another version
     */
    public static QuestDbStore open(Path directory, boolean survivePowerLoss) {
        QuestDbLog.install(); // before any class of QuestDB is loaded
        return open(directory, new QuestDbConfiguration(directory.toAbsolutePath(), survivePowerLoss));
    }

    static QuestDbStore open(Path directory, QuestDbConfiguration configuration) {
        QuestDbEngine engine = null;
        try {
            Files.createDirectories(directory);
            engine = new QuestDbEngine(directory.toAbsolutePath(), configuration);
            engine.openTables();
            return new QuestDbStore(directory, engine);
        } catch (IOException | SqlException | RuntimeException e) {
            if (engine != null) {
                engine.close();
            }
            throw failure("open", directory, e);
        }
    }

    @Override
    public void write(List<Row> rows) {
        Map<Measurement, List<Row>> byTable = new EnumMap<>(Measurement.class);
        for (Row row : rows) {
            byTable.computeIfAbsent(row.measurement(), m -> new ArrayList<>()).add(row);
        }
        using("write to", () -> {
            writing.lock();
            try {
                for (Map.Entry<Measurement, List<Row>> own : byTable.entrySet()) {
                    engine.append(own.getKey(), own.getValue());
                }
            } finally {
                writing.unlock();
            }
        });
    }

    @Override
    public void flush() {
        using("write to", () -> {
            writing.lock();
            try {
                engine.applyLogs();
            } finally {
                writing.unlock();
            }
        });
    }

    @Override
    public void scan(
            Measurement measurement, Collection<Subject> subjects, long fromSecond, long toSecond, Consumer<Row> rows) {
        using("read", () -> {
            if (subjects.isEmpty() || subjects.size() > FEW_SUBJECTS) {
                Set<Subject> wanted = new HashSet<>(subjects);
                query(measurement, null, fromSecond, toSecond, wanted, rows);
            } else {
                for (Subject subject : new TreeSet<>(subjects)) {
                    query(measurement, subject, fromSecond, toSecond, Set.of(), rows);
                }
            }
        });
    }

    @Override
    public Optional<Row> latest(Measurement measurement, Subject subject) {
        List<Row> latest = new ArrayList<>();
        using("read", () -> {
            QuestDbTable table = engine.table(measurement);
            List<Row> newest = new ArrayList<>();
            // "limit 1" after "order by ts desc" reads backwards and stops at the first match.
            String sql = "SELECT " + table.columnList() + " FROM \"" + table.name() + "\" WHERE " + ONE_SUBJECT
                    + " ORDER BY ts DESC LIMIT 1";
            run(table, sql, subject, 0, 0, Set.of(), newest::add);
            for (Row row : newest) {
                long anchor =
                        measurement.anchor(row.key().startSecond(), row.key().endSecond());
                query(measurement, subject, anchor, anchor + 1, Set.of(), latest::add);
            }
        });
        return latest.stream().max(Comparator.comparing(Row::key));
    }

    @Override
    public long count(Measurement measurement) {
        long[] rows = new long[1];
        using("read", () -> rows[0] = engine.size(measurement));
        return rows[0];
    }

    @Override
    public String identity() {
        return new IdentityFile(directory).read();
    }

    @Override
    public void clear() {
        use.writeLock().lock();
        try {
            requireOpen();
            new IdentityFile(directory).renew();
            engine.dropTables();
        } catch (SqlException | RuntimeException e) {
            throw failure("clear", directory, e);
        } finally {
            use.writeLock().unlock();
        }
    }

    /** Ends running scans with a {@link StoreFailure} and releases memory, files and the directory. */
    @Override
    public void close() {
        closing = true;
        boolean alone = false;
        try {
            alone = use.writeLock().tryLock(CLOSING_SECONDS, TimeUnit.SECONDS);
            if (alone) {
                engine.close(); // again does no harm
            } else {
                LOG.warn(
                        "the store in {} is still being read after {} s; it is left to the end of the process, and nothing is lost",
                        directory,
                        CLOSING_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (alone) {
                use.writeLock().unlock();
            }
        }
    }

    boolean isClosing() {
        return closing;
    }

    private static final String ONE_SUBJECT = "subject_kind = :kind AND subject_id = :id";

    private void query(
            Measurement measurement, Subject subject, long from, long to, Set<Subject> wanted, Consumer<Row> rows)
            throws SqlException {
        QuestDbTable table = engine.table(measurement);
        String sql = "SELECT " + table.columnList() + " FROM \"" + table.name() + "\" WHERE ts >= :from AND ts < :to"
                + (subject == null ? "" : " AND " + ONE_SUBJECT)
                + " ORDER BY " + (subject == null ? "subject_kind, subject_id, " : "") + "period_start, period_end";
        Ties ties = new Ties(rows);
        run(table, sql, subject, from, to, wanted, ties);
        ties.handOver();
    }

    private void run(
            QuestDbTable table,
            String sql,
            Subject subject,
            long from,
            long to,
            Set<Subject> wanted,
            Consumer<Row> rows)
            throws SqlException {
        if (!engine.exists(table.measurement())) {
            return;
        }
        SqlExecutionContextImpl context = engine.context();
        BindVariableService variables = context.getBindVariableService();
        if (sql.contains(":from")) {
            variables.setTimestamp("from", micros(from));
            variables.setTimestamp("to", micros(to));
        }
        if (subject != null) {
            variables.setStr("kind", subject.kind());
            variables.setStr("id", subject.id());
        }
        try (RecordCursorFactory factory = engine.select(sql, context);
                RecordCursor cursor = factory.getCursor(context)) {
            QuestDbReader reader =
                    new QuestDbReader(table, cursor, factory.getMetadata().getColumnCount());
            Record record = cursor.getRecord();
            while (cursor.hasNext()) {
                requireOpen();
                if (wanted.isEmpty() || wanted.contains(reader.subject(record))) {
                    rows.accept(reader.row(record));
                }
            }
        }
    }

    private static long micros(long second) {
        return Math.max(0, Math.min(second, LAST_SECOND)) * QuestDbTable.MICROS;
    }

    private void using(String what, Use body) {
        use.readLock().lock();
        try {
            requireOpen();
            body.run();
        } catch (CairoException | SqlException e) {
            throw failure(what, directory, e);
        } finally {
            use.readLock().unlock();
        }
    }

    private void requireOpen() {
        if (closing) {
            throw new StoreFailure("The store in " + directory + " is closed, because the process is ending.");
        }
    }

    // QuestDB reuses its exceptions: the text must be copied now, and the exception itself must not be kept.
    private static StoreFailure failure(String what, Path directory, Exception e) {
        if (e instanceof StoreFailure known) {
            return known;
        }
        String found = e.getMessage();
        String advice = found != null && found.contains("lock")
                ? "Another process owns it: stop that one first, or ask it through its HTTP API."
                : "Look for a full disk or missing rights; writing again later is safe.";
        return new StoreFailure("Could not " + what + " the store in " + directory + ": " + found + ". " + advice);
    }

    @FunctionalInterface
    private interface Use {
        void run() throws SqlException;
    }
}
