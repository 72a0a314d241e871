package org.microgram.dashboard.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.microgram.dashboard.query.Views;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;

/** Rows as they stand in the store or are computed from it, every field by its declared name. */
final class RowList {

    /** More than a year of hours of one subject; whoever wants more asks again. */
    static final int MOST = 10_000;

    private final Views views;

    RowList(Views views) {
        this.views = views;
    }

    List<Map<String, String>> read(Measurement measurement, Subject subject, long fromSecond, long toSecond) {
        // The span bounds the work before the store is asked; the count bounds it where one hour has many versions.
        if (fromSecond >= toSecond || (toSecond - fromSecond) / Hours.HOUR > MOST) {
            throw new Problem(
                    400,
                    "the span from " + Hours.iso(fromSecond) + " to " + Hours.iso(toSecond),
                    "a span that is not empty and has at most " + MOST + " hours",
                    "ask for a year at a time, or use ./microgram query");
        }
        List<Map<String, String>> rows = new ArrayList<>();
        views.scan(measurement, List.of(subject), fromSecond, toSecond, row -> {
            if (rows.size() < MOST) {
                rows.add(fields(row));
            }
        });
        return rows;
    }

    static Map<String, String> fields(Row row) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("subject_kind", row.subject().kind());
        fields.put("subject_id", row.subject().id());
        fields.put("period_start", Hours.iso(row.key().startSecond()));
        fields.put("period_end", Hours.iso(row.key().endSecond()));
        List<Field> declared = row.measurement().fields();
        for (int i = 0; i < declared.size(); i++) {
            fields.put(declared.get(i).name(), Figures.text(row, i));
        }
        return fields;
    }
}
