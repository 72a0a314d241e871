package org.microgram.standards;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of the law: a CSV resource beside this package, without quotes; lines that begin with {@code #} are its notes.
 */
public final class Table {

    private Table() {}

    /** One row; cells by column name. */
    public static final class Row {

        private final String where;
        private final Map<String, String> cells;

        Row(String where, Map<String, String> cells) {
            this.where = where;
            this.cells = cells;
        }

        /** The cell, trimmed; empty when it is empty. */
        public String get(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException(
                        where + " has no column " + column + "; it has " + cells.keySet() + ". Check its header line.");
            }
            return cell;
        }

        public int integer(String column) {
            return Integer.parseInt(get(column));
        }

        public LocalDate date(String column) {
            return LocalDate.parse(get(column));
        }

        /** A last day; far in the future when the cell is empty. */
        public LocalDate lastDay(String column) {
            return get(column).isEmpty() ? LocalDate.of(9999, 12, 31) : date(column);
        }
    }

    /** Reads a table of this package by its file name. */
    public static List<Row> read(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("the table " + name + " is not among the resources of standards");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<Row> rows = new ArrayList<>();
            List<String> header = null;
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                List<String> cells = List.of(line.split(",", -1));
                if (header == null) {
                    header = cells;
                    continue;
                }
                if (cells.size() != header.size()) {
                    throw new IllegalArgumentException(name + " line " + number + " has " + cells.size()
                            + " cells, its header " + header.size() + ". Cells hold no commas.");
                }
                Map<String, String> byName = new HashMap<>();
                for (int i = 0; i < cells.size(); i++) {
                    byName.put(header.get(i), cells.get(i).trim());
                }
                rows.add(new Row(name + " line " + number, byName));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
