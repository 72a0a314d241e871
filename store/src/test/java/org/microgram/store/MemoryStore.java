package org.microgram.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;

/** The plainest thing that keeps the contract: what a real store is compared with. */
public final class MemoryStore implements Store {

    private final Map<RowKey, Row> rows = new TreeMap<>();
    private String identity = UUID.randomUUID().toString();

    @Override
    public synchronized void write(List<Row> written) {
        written.forEach(row -> rows.put(row.key(), row));
    }

    @Override
    public void flush() {}

    @Override
    public synchronized void scan(
            Measurement measurement, Collection<Subject> subjects, long from, long to, Consumer<Row> consumer) {
        Set<Subject> wanted = new HashSet<>(subjects);
        rows.values().stream()
                .filter(row -> row.measurement() == measurement)
                .filter(row -> wanted.isEmpty() || wanted.contains(row.subject()))
                .filter(row -> anchor(row) >= from && anchor(row) < to)
                .forEach(consumer);
    }

    @Override
    public synchronized Optional<Row> latest(Measurement measurement, Subject subject) {
        return rows.values().stream()
                .filter(row -> row.measurement() == measurement && row.subject().equals(subject))
                .max(Comparator.comparingLong(MemoryStore::anchor).thenComparing(Row::key));
    }

    @Override
    public synchronized String identity() {
        return identity;
    }

    @Override
    public synchronized void clear() {
        identity = UUID.randomUUID().toString();
        rows.clear();
    }

    @Override
    public void close() {}

    private static long anchor(Row row) {
        return row.measurement().anchor(row.key().startSecond(), row.key().endSecond());
    }
}
