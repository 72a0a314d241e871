package org.microgram.ingest.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.microgram.messages.network.Problems;

/**
 * Which cell of a row is what.
 *
 * @param index column name to its place
 * @param count how many cells a row has
 * @param fault what is wrong with the header; empty when it can be used
 */
record Columns(Map<String, Integer> index, int count, String fault) {

    static final List<String> NEEDED =
            List.of("station", "parameter", "start", "length", "value", "unit", "rank", "state", "received_at", "seq");

    /** Only a person's decision needs them, so a table without such rows may leave them out. */
    static final List<String> OPTIONAL = List.of("author", "reason");

    static Columns of(List<String> header) {
        List<String> known = new ArrayList<>(NEEDED);
        known.addAll(OPTIONAL);
        Map<String, Integer> index = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            if (!known.contains(name)) {
                faults.add("column \"" + name + "\" is not known" + Problems.didYouMean(name, known));
            } else if (index.put(name, i) != null) {
                faults.add("column " + name + " stands twice");
            }
        }
        for (String name : NEEDED) {
            if (!index.containsKey(name)) {
                faults.add("column " + name + " is missing");
            }
        }
        return new Columns(Map.copyOf(index), header.size(), String.join("; ", faults));
    }

    /** A cell of a row without surrounding blanks; empty when the table has no such column. */
    String get(List<String> row, String column) {
        Integer at = index.get(column);
        return at == null ? "" : row.get(at).strip();
    }
}
