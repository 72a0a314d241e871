package org.microgram.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;

/**
 * The time-series store: it keeps rows and does no arithmetic.
 *
 * <p>A row written again replaces the one with the same key, field by field: a field that is none in the new row is none afterwards.
 */
public interface Store extends AutoCloseable {

    /** Writes rows of any measurements; of two rows with one key the later in the list stays. */
    void write(List<Row> rows);

    /** Returns when everything written before can be read. */
    void flush();

    /**
     * Hands over the rows of a measurement whose anchor ({@link Measurement#anchor}) lies in {@code [fromSecond, toSecond)}, ordered by
     * {@link org.microgram.messages.rows.RowKey}.
     *
     * @param subjects whose rows; empty for all
     */
    void scan(
            Measurement measurement, Collection<Subject> subjects, long fromSecond, long toSecond, Consumer<Row> rows);

    /** The row with the latest anchor, and of these the greatest key. */
    Optional<Row> latest(Measurement measurement, Subject subject);

    /** How many rows it holds of a measurement. */
    default long count(Measurement measurement) {
        long[] rows = new long[1];
        scan(measurement, List.of(), Long.MIN_VALUE / 2_000_000, Long.MAX_VALUE / 2_000_000, row -> rows[0]++);
        return rows[0];
    }

    /**
     * What this store is told from any other by, made when it was: a store that was lost and made anew has another one, and so has one that was
     * cleared. It says of which store an offset of {@code figures} is true.
     */
    String identity();

    /** Forgets every row: the first step of a rebuild. */
    void clear();

    @Override
    void close();
}
