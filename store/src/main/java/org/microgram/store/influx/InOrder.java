package org.microgram.store.influx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.microgram.messages.rows.Row;

/**
 * Hands rows on in the order of their keys. They come subject by subject, each subject's in the order of their anchors, so only those of
 * one anchor wait for each other; where the anchor is not the start (year to date), all of a subject.
 */
final class InOrder implements Consumer<Row> {

    private final Consumer<Row> next;
    private final List<Row> waiting = new ArrayList<>();

    InOrder(Consumer<Row> next) {
        this.next = next;
    }

    @Override
    public void accept(Row row) {
        if (!waiting.isEmpty() && !belongsTo(waiting.get(0), row)) {
            handOver();
        }
        waiting.add(row);
    }

    /** To be called after the last. */
    void handOver() {
        if (waiting.size() > 1) {
            waiting.sort(Comparator.comparing(Row::key));
        }
        waiting.forEach(next);
        waiting.clear();
    }

    private static boolean belongsTo(Row a, Row b) {
        return a.measurement() == b.measurement()
                && a.subject().equals(b.subject())
                && (a.measurement().anchoredAtEnd()
                        || a.key().startSecond() == b.key().startSecond());
    }
}
