package org.microgram.messages.network;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table of the folder {@code config/}: UTF-8, comma separated, a header, lines beginning with # are comments. */
public final class ConfigTable {

    /** A configuration is written by hand; a file larger than this is some other file. */
    private static final long MOST_BYTES = 16L << 20;

    /** One row with its place. */
    public static final class Row {

        private final long line;
        private final List<String> columns;
        private final List<String> cells;

        private Row(long line, List<String> columns, List<String> cells) {
            this.line = line;
            this.columns = columns;
            this.cells = cells;
        }

        public long line() {
            return line;
        }

        /** The cell without surrounding blanks; empty when nothing is in it. */
        public String get(String column) {
            return cells.get(columns.indexOf(column));
        }
    }

    private ConfigTable() {}

    /**
     * Reads the rows. What is wrong with the file goes to {@code problems}; rows that can be read are returned all the same, so that their
     * problems are told too.
     *
     * @param columns the columns it must have, in any order, and no others
     */
    public static List<Row> read(Path file, List<String> columns, Problems problems) {
        Optional<String> text = readText(file, problems);
        if (text.isEmpty()) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        List<String> header = null;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text.get())) {
            for (CsvRecord record : csv) {
                List<String> cells =
                        record.getFields().stream().map(String::strip).toList();
                if (header == null) {
                    header = cells;
                    if (!checkHeader(file, record.getStartingLineNumber(), header, columns, problems)) {
                        return List.of();
                    }
                } else if (cells.size() != header.size()) {
                    problems.add(
                            file.toString(),
                            record.getStartingLineNumber(),
                            "the row has " + cells.size() + " cells, the header " + header.size() + ".",
                            "write one cell a column, empty ones too; put a text with a comma in double quotes.");
                } else {
                    rows.add(new Row(record.getStartingLineNumber(), header, cells));
                }
            }
        } catch (CsvParseException e) {
            problems.add(
                    file.toString(),
                    0,
                    "is no CSV: " + e.getMessage() + ".",
                    "look for a double quote without its pair.");
        } catch (IOException e) {
            problems.add(file.toString(), 0, "cannot be read: " + e.getMessage() + ".", "check the file.");
        }
        if (header == null && problems.isEmpty()) {
            problems.add(
                    file.toString(), 0, "has no header.", "begin it with the line " + String.join(",", columns) + ".");
        }
        return rows;
    }

    private static boolean checkHeader(
            Path file, long line, List<String> header, List<String> columns, Problems problems) {
        boolean complete = true;
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!columns.contains(name)) {
                problems.add(
                        file.toString(),
                        line,
                        "\"" + name + "\" is not a column we know" + Problems.didYouMean(name, columns),
                        "the columns are " + String.join(",", columns) + ".");
            } else if (!seen.add(name)) {
                problems.add(file.toString(), line, "column " + name + " stands twice.", "keep one of them.");
            }
        }
        for (String name : columns) {
            if (!seen.contains(name)) {
                complete = false;
                problems.add(file.toString(), line, "column " + name + " is missing.", "add it, empty cells included.");
            }
        }
        return complete;
    }

    /** The text of a configuration file; a problem and nothing when there is none, or it is not UTF-8. */
    static Optional<String> readText(Path file, Problems problems) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                problems.add(file.toString(), 0, "is larger than 16 MB.", "check that it is the right file.");
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (NoSuchFileException e) {
            problems.add(
                    file.toString(),
                    0,
                    "there is no such file.",
                    "create it, or name the folder that holds the configuration.");
        } catch (CharacterCodingException e) {
            problems.add(
                    file.toString(),
                    0,
                    "is not UTF-8.",
                    "save it as UTF-8 (a spreadsheet may have written GBK or UTF-16).");
        } catch (IOException e) {
            problems.add(file.toString(), 0, "cannot be read: " + e.getMessage() + ".", "check the file's rights.");
        }
        return Optional.empty();
    }
}
