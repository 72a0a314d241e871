package org.microgram.standalone.endtoend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A table that a command printed: header and rows. Only for what Microgram itself writes. */
record CsvOutput(List<Map<String, String>> rows) {

    static CsvOutput of(String text) {
        List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
        List<String> header = cells(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return new CsvOutput(rows);
    }

    /** The only row with these cells, given as column and content in turn. */
    Map<String, String> row(String... columnsAndContents) {
        List<Map<String, String>> found =
                rows.stream().filter(with(columnsAndContents)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " rows with " + List.of(columnsAndContents) + " of " + rows.size());
        }
        return found.get(0);
    }

    static String toTwoDecimals(String exact) {
        return new BigDecimal(exact).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static Predicate<Map<String, String>> with(String... columnsAndContents) {
        return row -> {
            for (int i = 0; i < columnsAndContents.length; i += 2) {
                if (!columnsAndContents[i + 1].equals(row.get(columnsAndContents[i]))) {
                    return false;
                }
            }
            return true;
        };
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char each : line.toCharArray()) {
            if (each == '"') {
                quoted = !quoted;
            } else if (each == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(each);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
