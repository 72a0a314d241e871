package org.microgram.messages.network;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.microgram.messages.network.ConfigTable.Row;

/** Cells of a row of a table of water, each with the problem that it is told by when it cannot be read. */
final class RowCells {

    /** Ids stand in keys, addresses and column names, so nothing in them may need escaping. */
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** Names stand in line protocol and on pages; what would break a line has no place in them. */
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl},\"|]{1,100}");

    private final Path file;
    private final Row row;
    private final Problems problems;

    RowCells(Path file, Row row, Problems problems) {
        this.file = file;
        this.row = row;
        this.problems = problems;
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    String text(String column) {
        return row.get(column);
    }

    /** A text that may not be empty. */
    String needed(String column, String example) {
        if (row.get(column).isEmpty()) {
            add(column + " is empty.", "write " + example + ".");
        }
        return row.get(column);
    }

    String id(String column) {
        if (!isId(row.get(column))) {
            add(
                    column + " = \"" + row.get(column) + "\" is not made of small letters, digits and hyphens.",
                    "write a stable ASCII id, such as bj-gubeikou.");
        }
        return row.get(column);
    }

    String name(String column) {
        return name(column, row.get(column));
    }

    private String name(String column, String text) {
        if (!isName(text)) {
            add(
                    column + " = \"" + text
                            + "\" is empty, too long, or holds a comma, quote, bar or control character.",
                    "write a name of 1 to 100 letters.");
        }
        return text;
    }

    /** Names joined by a bar; may be empty. */
    List<String> names(String column) {
        return Arrays.stream(row.get(column).split("\\|", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(each -> name(column, each))
                .toList();
    }

    /** One of the known words. */
    Optional<String> oneOf(String column, Collection<String> known, String where) {
        String word = row.get(column);
        if (known.contains(word)) {
            return Optional.of(word);
        }
        add(
                column + " = \"" + word + "\" is not one we know" + Problems.didYouMean(word, known),
                "write " + where + ".");
        return Optional.empty();
    }

    /** First day; a problem when there is none. */
    Optional<LocalDate> from() {
        if (row.get("from").isEmpty()) {
            add("from is empty.", "write the first day, such as 2021-01-01.");
            return Optional.empty();
        }
        return day("from");
    }

    /** Last day; empty while it lasts. */
    Optional<LocalDate> to() {
        return row.get("to").isEmpty() ? Optional.empty() : day("to");
    }

    private Optional<LocalDate> day(String column) {
        try {
            return Optional.of(LocalDate.parse(row.get(column)));
        } catch (DateTimeParseException e) {
            add(
                    column + " = \"" + row.get(column) + "\" is not a day.",
                    "write it as 2021-01-01 (a spreadsheet may have changed it).");
            return Optional.empty();
        }
    }

    /** Degrees, for the map only; NaN when the cell is empty. */
    double degrees(String column, int most) {
        String text = row.get(column);
        if (text.isEmpty()) {
            return Double.NaN;
        }
        if (text.matches("-?\\d{1,3}(\\.\\d{1,8})?") && Math.abs(Double.parseDouble(text)) <= most) {
            return Double.parseDouble(text);
        }
        add(
                column + " = \"" + text + "\" is not a number of degrees from -" + most + " to " + most + ".",
                "write it as 116.4174, or leave it empty.");
        return Double.NaN;
    }

    /** Kilometres with at most three decimals, as metres. */
    Optional<Long> metres(String column) {
        String text = row.get(column);
        if (text.matches("\\d{1,5}(\\.\\d{1,3})?")) {
            long metres = new BigDecimal(text).movePointRight(3).longValueExact();
            if (metres > 0) {
                return Optional.of(metres);
            }
        }
        add(
                column + " = \"" + text + "\" is not a length in kilometres above zero with at most three decimals.",
                "write it as 12.5, without unit.");
        return Optional.empty();
    }

    void periodIsInOrder(LocalDate from, Optional<LocalDate> to) {
        if (to.isPresent() && to.get().isBefore(from)) {
            add("the period " + from + " to " + to.get() + " ends before it begins.", "exchange from and to.");
        }
    }

    void add(String found, String remedy) {
        problems.add(file.toString(), row.line(), found, remedy);
    }
}
