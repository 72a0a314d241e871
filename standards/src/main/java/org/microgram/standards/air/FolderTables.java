package org.microgram.standards.air;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.Faults;
import org.microgram.standards.Table;
import org.microgram.standards.number.Scaled;

/** The tables of an edition's folder and the cells in them. Every mistake is told with its line; then the folder is not faultless. */
final class FolderTables {

    static final List<String> CONFIDENCES = List.of("high", "medium", "low", "house rule");

    private final String folder;
    private final Map<String, String> texts;
    private final Faults faults;
    private boolean faultless = true;

    /**
     * @param folder where the files are, as messages name it
     * @param texts of the files that are there, by name
     */
    FolderTables(String folder, Map<String, String> texts, Faults faults) {
        this.folder = folder;
        this.texts = texts;
        this.faults = (file, line, found, remedy) -> {
            faultless = false;
            faults.add(file, line, found, remedy);
        };
    }

    /** Whether nothing was wrong so far. */
    boolean isFaultless() {
        return faultless;
    }

    boolean has(String file) {
        return texts.containsKey(file);
    }

    /** The names of the files that are there. */
    Iterable<String> files() {
        return texts.keySet();
    }

    /** The rows of a file of the folder; none when there is no such file. */
    List<Table.Row> rows(String file, List<String> columns, boolean others) {
        String text = texts.get(file);
        if (text == null) {
            return List.of();
        }
        List<Table.Row> rows = Table.parse(at(file), text, faults);
        if (rows.isEmpty()) {
            faults.add(at(file), 0, "has no rows.", "begin it with " + String.join(",", columns) + ", or remove it.");
            return rows;
        }
        List<String> header = rows.get(0).columns();
        for (String column : columns) {
            if (!header.contains(column)) {
                faults.add(at(file), 0, "column " + column + " is missing.", "add it, empty cells included.");
                return List.of();
            }
        }
        for (String column : header) {
            if (!others && !columns.contains(column)) {
                faults.add(at(file), 0, "\"" + column + "\" is no column of it.", "the columns are " + columns + ".");
            }
        }
        if (header.contains("confidence") && !file.equals(EditionReader.MANIFEST)) {
            rows.forEach(row -> oneOf(row, "confidence", CONFIDENCES));
        }
        return rows;
    }

    /** A mistake of a file as a whole. */
    void fault(String file, String found, String remedy) {
        faults.add(at(file), 0, found, remedy);
    }

    /** A mistake of the folder as a whole. */
    void faultOfFolder(String found, String remedy) {
        faults.add(folder, 0, found, remedy);
    }

    Pollutant pollutant(Table.Row row, String column) {
        Optional<Pollutant> found = Pollutant.find(row.get(column));
        if (found.isEmpty()) {
            unknownPollutant(row, row.get(column));
        }
        return found.orElse(null);
    }

    void unknownPollutant(Table.Row row, String code) {
        List<String> codes = Pollutant.ALL.stream().map(Pollutant::code).toList();
        faults.add(
                row.file(), row.line(), "\"" + code + "\" is not a pollutant we know.", "write one of " + codes + ".");
    }

    Long decimal(Table.Row row, String column) {
        try {
            long scaled = Scaled.parse(row.get(column));
            if (scaled > 0) {
                return scaled;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // told below
        }
        faults.add(
                row.file(),
                row.line(),
                column + " = \"" + row.get(column) + "\" is not a concentration over 0 with at most six decimals.",
                "write it as 37.5 (µg/m³; CO mg/m³), or leave it empty for none.");
        return null;
    }

    int integer(Table.Row row, String column, int least, int most) {
        String text = row.get(column);
        if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        faults.add(
                row.file(),
                row.line(),
                column + " = \"" + text + "\" is not a whole number from " + least + " to " + most + ".",
                "write it without blanks or decimals.");
        return least;
    }

    LocalDate date(Table.Row row, String column, LocalDate whenEmpty) {
        if (row == null || (row.get(column).isEmpty() && whenEmpty != null)) {
            return whenEmpty;
        }
        try {
            return LocalDate.parse(row.get(column));
        } catch (DateTimeException e) {
            faults.add(
                    row.file(),
                    row.line(),
                    column + " = \"" + row.get(column) + "\" is not a day.",
                    "write it as 2026-03-01.");
            return null;
        }
    }

    boolean oneOf(Table.Row row, String column, List<String> known) {
        if (known.contains(row.get(column))) {
            return true;
        }
        faults.add(
                row.file(),
                row.line(),
                column + " = \"" + row.get(column) + "\" is not one we know.",
                "write one of " + String.join(", ", known) + ".");
        return false;
    }

    void fault(Table.Row row, String file, String found, String remedy) {
        faults.add(at(file), row == null ? 0 : row.line(), found, remedy);
    }

    private String at(String file) {
        return folder + "/" + file;
    }
}
