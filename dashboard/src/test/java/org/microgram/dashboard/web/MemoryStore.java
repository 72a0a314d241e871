package org.microgram.dashboard.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.store.Store;

/** The contract of {@link Store} in a sorted map: the page's tests are about the page. */
final class MemoryStore implements Store {

    private final ConcurrentSkipListMap<RowKey, Row> rows = new ConcurrentSkipListMap<>();

    @Override
    public void write(List<Row> written) {
        written.forEach(row -> rows.put(row.key(), row));
    }

    @Override
    public void flush() {}

    @Override
    public void scan(
            Measurement measurement,
            Collection<Subject> subjects,
            long fromSecond,
            long toSecond,
            Consumer<Row> consumer) {
        rows.values().stream()
                .filter(row -> row.measurement() == measurement)
                .filter(row -> subjects.isEmpty() || subjects.contains(row.subject()))
                .filter(row -> anchor(row) >= fromSecond && anchor(row) < toSecond)
                .forEach(consumer);
    }

    @Override
    public Optional<Row> latest(Measurement measurement, Subject subject) {
        return rows.values().stream()
                .filter(row -> row.measurement() == measurement && row.subject().equals(subject))
                .max(Comparator.comparingLong(MemoryStore::anchor).thenComparing(Row::key));
    }

    private static long anchor(Row row) {
        return row.measurement().anchor(row.key().startSecond(), row.key().endSecond());
    }

    @Override
    public void clear() {
        rows.clear();
    }

    @Override
    public void close() {}
}
