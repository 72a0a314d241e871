package org.microgram.store.influx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.microgram.messages.network.InfluxSettings;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.store.Store;

/**
 * The store in an InfluxDB, 1 or 2 (stop 6); {@link Points} says how rows lie there.
 *
 * <p><b>Guarantees.</b> What {@link #write} was given is in InfluxDB's write-ahead log and can be read once it has returned; when it
 * fails, some of it may be there, and writing it again makes it whole. A database belongs to one writer ({@link #owner}). Safe for use by
 * many threads; a scan that goes on while rows are written may see them or not.
 */
public final class InfluxStore implements Store {

    private static final int MOST_LINES = 5_000;
    private static final int MOST_CHARACTERS = 4_000_000; // InfluxDB 1 refuses bodies over 25 MB

    // Statements of one question: enough to forget the way there and back, few enough to be held by the server.
    private static final int MOST_STATEMENTS = 100;

    // What 64 bits of nanoseconds can tell, less a little: 1677 to 2262.
    private static final long FIRST_SECOND = -9_223_372_036L;
    private static final long LAST_SECOND = 9_223_372_036L;

    private static final String OWNER = "microgram";

    private final InfluxConnection influx;
    private final ReentrantLock writing = new ReentrantLock();

    private InfluxStore(InfluxConnection influx) {
        this.influx = influx;
    }

    /**
     * Opens the store, and makes the database of an InfluxDB 1 when it is missing.
     *
     * @throws org.microgram.store.StoreFailure when it does not answer, does not let us in, or would delete what is old
     */
    public static InfluxStore open(InfluxSettings settings) {
        InfluxConnection influx = new InfluxConnection(settings);
        try {
            new InfluxDatabase(influx, settings).prepare();
            return new InfluxStore(influx);
        } catch (RuntimeException | Error e) {
            influx.close();
            throw e;
        }
    }

    /** What the InfluxDB there calls itself; fails when it does not answer. */
    public static String version(InfluxSettings settings) {
        try (InfluxConnection influx = new InfluxConnection(settings)) {
            return influx.version();
        }
    }

    /** Whose figures these are: what {@link #claim} has written; empty in a new database. */
    public Optional<String> owner() {
        String[] owner = new String[1];
        influx.query("SELECT \"owner\" FROM \"" + OWNER + "\"", (statement, values) -> owner[0] = values[1]);
        return Optional.ofNullable(owner[0]);
    }

    /** Says whose figures these are; {@link #clear} does not forget it. */
    public void claim(String owner) {
        influx.write(List.of(com.influxdb.client.write.Point.measurement(OWNER)
                .addField("owner", owner)
                .time(0, com.influxdb.client.domain.WritePrecision.NS)
                .toLineProtocol()));
    }

    /** Kept beside the owner, and gone with the database. */
    @Override
    public String identity() {
        String[] identity = new String[1];
        influx.query("SELECT \"identity\" FROM \"" + OWNER + "\"", (statement, values) -> identity[0] = values[1]);
        return identity[0] == null ? renewIdentity() : identity[0];
    }

    private String renewIdentity() {
        String identity = UUID.randomUUID().toString();
        influx.write(List.of(com.influxdb.client.write.Point.measurement(OWNER)
                .addField("identity", identity)
                .time(0, com.influxdb.client.domain.WritePrecision.NS)
                .toLineProtocol()));
        return identity;
    }

    @Override
    public void write(List<Row> rows) {
        Map<RowKey, Row> last = new LinkedHashMap<>(rows.size() * 2);
        rows.forEach(row -> last.put(row.key(), row));
        writing.lock();
        try {
            Moments moments = momentsOf(last.keySet());
            List<String> lines = new ArrayList<>();
            int characters = 0;
            for (Row row : last.values()) {
                String line = Points.line(row, moments.of(row.key()));
                if (lines.size() == MOST_LINES || characters + line.length() > MOST_CHARACTERS && !lines.isEmpty()) {
                    influx.write(lines);
                    lines.clear();
                    characters = 0;
                }
                lines.add(line);
                characters += line.length();
            }
            if (!lines.isEmpty()) {
                influx.write(lines);
            }
        } finally {
            writing.unlock();
        }
    }

    /** Nothing is left to do: InfluxDB shows what it has accepted. */
    @Override
    public void flush() {}

    @Override
    public void scan(
            Measurement measurement, Collection<Subject> subjects, long fromSecond, long toSecond, Consumer<Row> rows) {
        long from = Math.max(fromSecond, FIRST_SECOND);
        long to = Math.min(toSecond, LAST_SECOND);
        if (from >= to) {
            return;
        }
        List<Subject> asked = new ArrayList<>(subjects.isEmpty() ? subjectsOf(measurement) : new TreeSet<>(subjects));
        InOrder inOrder = new InOrder(rows);
        eachSubject(
                "SELECT " + Points.columns(measurement) + " FROM \"" + measurement.code() + "\"",
                asked,
                subject -> new long[] {from, to},
                (subject, values) -> inOrder.accept(Points.row(measurement, subject, values)));
        inOrder.handOver();
    }

    @Override
    public Optional<Row> latest(Measurement measurement, Subject subject) {
        List<Row> latest = new ArrayList<>();
        long[] anchor = {Long.MAX_VALUE};
        influx.query(
                "SELECT LAST(\"" + Points.PRESENT + "\") FROM \"" + measurement.code() + "\" WHERE " + is(subject),
                (statement, values) -> anchor[0] = Math.floorDiv(Long.parseLong(values[0]), Points.NANOS));
        if (anchor[0] != Long.MAX_VALUE) {
            scan(measurement, List.of(subject), anchor[0], anchor[0] + 1, latest::add);
        }
        return latest.stream().max(Comparator.comparing(Row::key));
    }

    @Override
    public long count(Measurement measurement) {
        long[] rows = new long[1];
        influx.query(
                "SELECT COUNT(\"" + Points.PRESENT + "\") FROM \"" + measurement.code() + "\"",
                (statement, values) -> rows[0] = Long.parseLong(values[1]));
        return rows[0];
    }

    @Override
    public void clear() {
        writing.lock();
        try {
            renewIdentity();
            for (Measurement measurement : Measurement.stored()) {
                influx.query("DROP MEASUREMENT \"" + measurement.code() + "\"", (statement, values) -> {});
            }
        } finally {
            writing.unlock();
        }
    }

    /** Ends running scans with a {@link org.microgram.store.StoreFailure}. */
    @Override
    public void close() {
        influx.close();
    }

    /** Reads where rows are that differ in their variant only from some that are to be written. */
    private Moments momentsOf(Collection<RowKey> keys) {
        Moments moments = new Moments();
        Map<Measurement, Map<Subject, long[]>> ranges = new EnumMap<>(Measurement.class);
        for (RowKey key : keys) {
            if (!key.variant().isEmpty()) {
                moments.expect(key);
                long anchor = Points.anchor(key);
                ranges.computeIfAbsent(key.measurement(), measurement -> new TreeMap<>())
                        .merge(key.subject(), new long[] {anchor, anchor + 1}, (a, b) ->
                                new long[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
            }
        }
        ranges.forEach((measurement, bySubject) -> eachSubject(
                "SELECT \"" + Points.PERIOD + "\",\"" + Points.VARIANT + "\" FROM \"" + measurement.code() + "\"",
                List.copyOf(bySubject.keySet()),
                bySubject::get,
                (subject, values) ->
                        moments.isAt(measurement, subject, values[1], Long.parseLong(values[0]), values[2])));
        return moments;
    }

    private interface Ranges {
        /** First second, and the one after the last. */
        long[] of(Subject subject);
    }

    private interface OfSubject {
        void accept(Subject subject, String[] values);
    }

    /** Asks the same of subjects one by one: their order is kept, and the server looks at their series alone. */
    private void eachSubject(String select, List<Subject> subjects, Ranges ranges, OfSubject records) {
        for (int first = 0; first < subjects.size(); first += MOST_STATEMENTS) {
            List<Subject> some = subjects.subList(first, Math.min(subjects.size(), first + MOST_STATEMENTS));
            StringBuilder statements = new StringBuilder();
            for (Subject subject : some) {
                long[] range = ranges.of(subject);
                statements
                        .append(select)
                        .append(" WHERE time >= ")
                        .append(Math.multiplyExact(range[0], Points.NANOS))
                        .append(" AND time < ")
                        .append(Math.multiplyExact(range[1], Points.NANOS))
                        .append(" AND ")
                        .append(is(subject))
                        .append(";");
            }
            influx.query(statements.toString(), (statement, values) -> records.accept(some.get(statement), values));
        }
    }

    private TreeSet<Subject> subjectsOf(Measurement measurement) {
        List<String> kinds = new ArrayList<>();
        String tags = "SHOW TAG VALUES FROM \"" + measurement.code() + "\" WITH KEY = ";
        influx.query(tags + "\"" + Points.KIND + "\"", (statement, values) -> kinds.add(values[1]));
        TreeSet<Subject> subjects = new TreeSet<>();
        for (String kind : kinds) {
            influx.query(
                    tags + "\"" + Points.ID + "\" WHERE \"" + Points.KIND + "\" = '" + kind + "'",
                    (statement, values) -> subjects.add(new Subject(Names.fromTag(kind), Names.fromTag(values[1]))));
        }
        return subjects;
    }

    // A tag value holds neither quote nor backslash, so it can stand in quotes as it is.
    private static String is(Subject subject) {
        return "\"" + Points.KIND + "\" = '" + Names.toTag(subject.kind()) + "' AND \"" + Points.ID + "\" = '"
                + Names.toTag(subject.id()) + "'";
    }
}
