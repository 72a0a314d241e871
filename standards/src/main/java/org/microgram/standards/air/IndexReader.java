package org.microgram.standards.air;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.Table;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/** Reads the index of an edition: {@code breakpoints.csv}, {@code indicators.csv} and its rules of {@code rules.csv}. */
final class IndexReader {

    private static final String EXEMPT = "exempt";

    private final FolderTables tables;
    private final String name;
    private final Map<String, Table.Row> rules;

    IndexReader(FolderTables tables, String name, Map<String, Table.Row> rules) {
        this.tables = tables;
        this.name = name;
        this.rules = rules;
    }

    /** Null when the folder has none. */
    SubIndex read() {
        if (!tables.has(EditionReader.BREAKPOINTS)) {
            rules.values()
                    .forEach(row -> tables.fault(
                            row,
                            EditionReader.RULES,
                            row.get("rule") + " is a rule of an index, but there is" + " no breakpoints.csv.",
                            "remove it, or add the table."));
            return null;
        }
        Map<String, SubIndex.Scale> scales = new HashMap<>();
        for (Table.Row row : tables.rows(
                EditionReader.BREAKPOINTS,
                List.of("indicator", "points", "above", "clause", "confidence", "above_confidence"),
                false)) {
            scale(row).ifPresent(scale -> scales.put(row.get("indicator"), scale));
        }
        Map<Pollutant, String> daily = new EnumMap<>(Pollutant.class);
        Map<Pollutant, String> hourly = new EnumMap<>(Pollutant.class);
        for (Table.Row row : tables.rows(
                EditionReader.INDICATORS, List.of("pollutant", "use", "breakpoints", "clause", "confidence"), false)) {
            Pollutant pollutant = tables.pollutant(row, "pollutant");
            if (pollutant != null
                    & tables.oneOf(row, "use", List.of("day", "hour"))
                    & tables.oneOf(
                            row,
                            "breakpoints",
                            scales.keySet().stream().sorted().toList())) {
                (row.get("use").equals("day") ? daily : hourly).put(pollutant, row.get("breakpoints"));
            }
        }
        for (Pollutant p : Pollutant.ALL) {
            if (!daily.containsKey(p) || !hourly.containsKey(p)) {
                tables.fault(
                        EditionReader.INDICATORS,
                        p.code() + " lacks a row for day or hour.",
                        "say which breakpoints judge it in both.");
            }
        }
        SubIndex.Rules of = rules();
        return tables.isFaultless() ? new SubIndex(name, scales, daily, hourly, of) : null;
    }

    private Optional<SubIndex.Scale> scale(Table.Row row) {
        String[] cells = row.get("points").split(" ", -1);
        long[] points = new long[cells.length];
        boolean right = cells.length >= 2 && cells.length <= SubIndex.mostBreakpoints();
        for (int i = 0; i < cells.length && right; i++) {
            try {
                points[i] = Scaled.parse(cells[i]);
                right = i == 0 || points[i] > points[i - 1];
            } catch (ArithmeticException | NumberFormatException e) {
                right = false;
            }
        }
        if (!right) {
            tables.fault(
                    row,
                    EditionReader.BREAKPOINTS,
                    "points = \"" + row.get("points") + "\".",
                    "write 2 to " + SubIndex.mostBreakpoints() + " rising concentrations, joined by a space.");
        }
        boolean above = row.get("above").matches("day|hour|\\d{1,4}");
        if (!above) {
            tables.fault(
                    row,
                    EditionReader.BREAKPOINTS,
                    "above = \"" + row.get("above") + "\".",
                    "write a sub-index, day or hour.");
        }
        tables.oneOf(row, "above_confidence", FolderTables.CONFIDENCES);
        return right && above
                ? Optional.of(new SubIndex.Scale(points, row.get("above"), row.get("above_confidence")))
                : Optional.empty();
    }

    private SubIndex.Rules rules() {
        Table.Row input = rule("input_rounding");
        Table.Row index = rule("sub_index_rounding");
        Table.Row primary = rule("primary_over");
        Table.Row incomplete = rule("incomplete");
        // An edition that says nothing of it exempts nothing.
        Table.Row notMonitored = rules.remove("not_monitored");
        rules.values()
                .forEach(row -> tables.fault(
                        row,
                        EditionReader.RULES,
                        row.get("rule") + " is not a rule of an edition.",
                        "the rules are mda8_labels, input_rounding, sub_index_rounding, primary_over, incomplete,"
                                + " not_monitored."));
        if (input == null || index == null || primary == null || incomplete == null) {
            return null;
        }
        List<String> roundings = Arrays.stream(Rounding.values())
                .map(r -> r.name().toLowerCase(Locale.ROOT))
                .toList();
        boolean right = tables.oneOf(input, "value", roundings) & tables.oneOf(index, "value", roundings);
        String given = incomplete.get("value");
        if (!given.equals("profile") && !given.matches("over \\d{1,3}")) {
            tables.fault(
                    incomplete, EditionReader.RULES, "incomplete = \"" + given + "\".", "write profile, or over 100.");
            right = false;
        }
        right &= notMonitored == null || tables.oneOf(notMonitored, "value", List.of(EXEMPT, "missing"));
        int over = tables.integer(primary, "value", 0, 500);
        return !right
                ? null
                : new SubIndex.Rules(
                        Rounding.valueOf(input.get("value").toUpperCase(Locale.ROOT)),
                        input.get("confidence"),
                        Rounding.valueOf(index.get("value").toUpperCase(Locale.ROOT)),
                        over,
                        given.equals("profile") ? null : Integer.valueOf(given.substring("over ".length())),
                        notMonitored != null && notMonitored.get("value").equals(EXEMPT));
    }

    private Table.Row rule(String rule) {
        Table.Row row = rules.remove(rule);
        if (row == null) {
            tables.fault(
                    EditionReader.RULES, "has no rule " + rule + ".", "add it, as in the editions that come with it.");
        }
        return row;
    }
}
