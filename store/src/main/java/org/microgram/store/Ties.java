package org.microgram.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.microgram.messages.rows.Row;

/** Puts rows that differ in their variant only into order: the tables compare texts by bytes, keys by characters. */
final class Ties implements Consumer<Row> {

    private final Consumer<Row> next;
    private final List<Row> tied = new ArrayList<>();

    Ties(Consumer<Row> next) {
        this.next = next;
    }

    @Override
    public void accept(Row row) {
        if (!tied.isEmpty() && !sameButVariant(tied.get(0), row)) {
            handOver();
        }
        tied.add(row);
    }

    void handOver() {
        if (tied.size() > 1) {
            tied.sort(Comparator.comparing(Row::key));
        }
        tied.forEach(next);
        tied.clear();
    }

    private static boolean sameButVariant(Row a, Row b) {
        return a.key().startSecond() == b.key().startSecond()
                && a.key().endSecond() == b.key().endSecond()
                && a.subject().equals(b.subject());
    }
}
