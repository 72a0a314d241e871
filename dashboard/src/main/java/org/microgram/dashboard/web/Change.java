package org.microgram.dashboard.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;

/**
 * What an open page is told: rows of this measurement and subject changed between these moments.
 *
 * @param from start of the earliest interval, ISO 8601
 * @param to end of the latest
 * @param rows how many
 */
record Change(String measurement, Subject subject, String from, String to, int rows) {

    /** One change for each measurement and subject, so that a backfill does not shout each hour. */
    static List<Change> of(List<Row> rows) {
        Map<Slot, long[]> spans = new LinkedHashMap<>();
        for (Row row : rows) {
            long start = row.key().startSecond();
            long end = row.key().endSecond();
            long[] span = spans.computeIfAbsent(
                    new Slot(row.measurement(), row.subject()), slot -> new long[] {start, end, 0});
            span[0] = Math.min(span[0], start);
            span[1] = Math.max(span[1], end);
            span[2]++;
        }
        List<Change> changes = new ArrayList<>();
        spans.forEach((slot, span) -> changes.add(new Change(
                slot.measurement().code(), slot.subject(), Hours.iso(span[0]), Hours.iso(span[1]), (int) span[2])));
        return changes;
    }

    private record Slot(Measurement measurement, Subject subject) {}
}
