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
public record Columns(Map<String, Integer> index, int count, String fault) {

    /** Of a table of ours: all needed columns, optional ones, and no others, so that a misspelt one is told. */
    public static Columns closed(List<String> header, List<String> needed, List<String> optional) {
        List<String> known = new ArrayList<>(needed);
        known.addAll(optional);
        List<String> faults = new ArrayList<>();
        Map<String, Integer> index = index(header, faults);
        for (String name : header) {
            if (!known.contains(name.strip())) {
                faults.add("column \"" + name.strip() + "\" is not known" + Problems.didYouMean(name.strip(), known));
            }
        }
        return finished(header, index, needed, faults);
    }

    /** Of somebody else's table: what is needed of it, whatever else there is. */
    public static Columns open(List<String> header, List<String> needed) {
        List<String> faults = new ArrayList<>();
        return finished(header, index(header, faults), needed, faults);
    }

    /** A cell of a row without surrounding blanks; empty when the table has no such column. */
    public String get(List<String> row, String column) {
        Integer at = index.get(column);
        return at == null ? "" : row.get(at).strip();
    }

    private static Map<String, Integer> index(List<String> header, List<String> faults) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            if (index.putIfAbsent(name, i) != null) {
                faults.add("column " + name + " stands twice");
            }
        }
        return index;
    }

    private static Columns finished(
            List<String> header, Map<String, Integer> index, List<String> needed, List<String> faults) {
        for (String name : needed) {
            if (!index.containsKey(name)) {
                faults.add("column " + name + " is missing");
            }
        }
        return new Columns(Map.copyOf(index), header.size(), String.join("; ", faults));
    }
}
