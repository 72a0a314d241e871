package org.microgram.standards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table of the law: CSV without quotes, UTF-8; lines that begin with {@code #} are its notes. Those that come with the program are
 * resources beside this package; those of a local edition are handed in as text.
 */
public final class Table {

    /** The last day of what still holds. */
    public static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    private Table() {}

    /** One row; cells by column name. */
    public static final class Row {

        private final String file;
        private final long line;
        private final Map<String, String> cells;

        Row(String file, long line, Map<String, String> cells) {
            this.file = file;
            this.line = line;
            this.cells = cells;
        }

        public String file() {
            return file;
        }

        public long line() {
            return line;
        }

        /** The columns of the table, in its order. */
        public List<String> columns() {
            return List.copyOf(cells.keySet());
        }

        /** The cell, trimmed; empty when it is empty. */
        public String get(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException(file + " line " + line + " has no column " + column + "; it has "
                        + cells.keySet() + ". Check its header line.");
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
            return get(column).isEmpty() ? NO_END : date(column);
        }
    }

    /** Reads a table of this package by its file name. */
    public static List<Row> read(String name) {
        return parse(name, text(name), Faults.FATAL);
    }

    /** The text of a resource of this package. */
    public static String text(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("the table " + name + " is not among the resources of standards");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a resource of this package. */
    public static boolean exists(String name) {
        return Table.class.getResource(name) != null;
    }

    /** The rows of a table; one whose cells do not fit the header is told and left out. */
    public static List<Row> parse(String file, String text, Faults faults) {
        List<Row> rows = new ArrayList<>();
        List<String> header = null;
        long number = 0;
        for (String line : text.lines().collect(Collectors.toList())) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split(",", -1));
            if (header == null) {
                header = cells.stream().map(String::trim).toList();
                continue;
            }
            if (cells.size() != header.size()) {
                faults.add(
                        file,
                        number,
                        "the row has " + cells.size() + " cells, its header " + header.size() + ".",
                        "write one cell a column, empty ones too; cells of these tables hold no commas.");
                continue;
            }
            Map<String, String> byName = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                byName.put(header.get(i), cells.get(i).trim());
            }
            rows.add(new Row(file, number, byName));
        }
        return rows;
    }
}
