package org.microgram.messages.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;

/** Tells two sets of rows apart so that a person sees which figure differs. */
public final class RowsDiffer {

    private static final int SHOWN = 10;

    private RowsDiffer() {}

    /** Fails with the first differences by key and field; passes when both are equal. */
    public static void assertEqual(SortedMap<RowKey, Row> actual, SortedMap<RowKey, Row> expected) {
        if (actual.equals(expected)) {
            return;
        }
        List<String> problems = new ArrayList<>();
        expected.forEach((key, row) -> {
            Row found = actual.get(key);
            if (found == null) {
                problems.add("missing: " + row);
            } else if (!found.equals(row)) {
                problems.add(key + fields(found, row));
            }
        });
        actual.forEach((key, row) -> {
            if (!expected.containsKey(key)) {
                problems.add("not expected: " + row);
            }
        });
        throw new AssertionError(problems.size() + " of " + expected.size() + " rows differ:\n"
                + String.join("\n", problems.subList(0, Math.min(SHOWN, problems.size()))));
    }

    /** The rows that a change wrote or altered: those of {@code after} that {@code before} lacks or has otherwise. */
    public static SortedMap<RowKey, Row> difference(Map<RowKey, Row> before, Map<RowKey, Row> after) {
        SortedMap<RowKey, Row> difference = new TreeMap<>();
        after.forEach((key, row) -> {
            if (!row.equals(before.get(key))) {
                difference.put(key, row);
            }
        });
        return difference;
    }

    private static String fields(Row found, Row expected) {
        StringBuilder text = new StringBuilder();
        for (Field field : found.measurement().fields()) {
            String is = cell(found, field);
            String shall = cell(expected, field);
            if (!is.equals(shall)) {
                text.append("\n    ")
                        .append(field.name())
                        .append(" is ")
                        .append(is)
                        .append(", shall be ")
                        .append(shall);
            }
        }
        return text.toString();
    }

    private static String cell(Row row, Field field) {
        return !row.has(field.name())
                ? "none"
                : field.isText() ? row.text(field.name()) : Long.toString(row.number(field.name()));
    }
}
