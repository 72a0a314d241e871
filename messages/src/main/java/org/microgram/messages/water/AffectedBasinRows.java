package org.microgram.messages.water;

import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.microgram.messages.rows.Row;

/** The rows that depend on some years of the sections of one river, basin, lake or area: all those of these years that there are. */
public final class AffectedBasinRows {

    private final BasinRows rows;

    public AffectedBasinRows(BasinRows rows) {
        this.rows = rows;
    }

    /**
     * @param years what it knows of a year; null for one of which nothing was received
     * @param changed the years that changed
     */
    public void of(IntFunction<BasinYear> years, SortedSet<Integer> changed, Consumer<Row> out) {
        for (int year : changed) {
            BasinYear of = years.apply(year);
            if (of != null) {
                BasinSpan.of(year).forEach(span -> rows.row(span, of).ifPresent(out));
            }
        }
    }
}
