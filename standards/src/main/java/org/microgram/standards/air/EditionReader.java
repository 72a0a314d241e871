package org.microgram.standards.air;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.Faults;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/**
 * Reads an edition from the texts of its folder. Every mistake is told with its line; an edition comes out only when there is none.
 *
 * <p>{@code edition.csv} is needed; with {@code limits.csv} and {@code statistics.csv} it sets limits, with {@code breakpoints.csv},
 * {@code indicators.csv} and {@code rules.csv} an index. {@code vectors.csv} is read by {@link EditionVectors}.
 */
public final class EditionReader {

    static final String MANIFEST = "edition.csv";
    static final String LIMITS = "limits.csv";
    static final String STATISTICS = "statistics.csv";
    static final String STATES = "reference-states.csv";
    static final String RULES = "rules.csv";
    static final String BREAKPOINTS = "breakpoints.csv";
    static final String INDICATORS = "indicators.csv";

    /** The examples that an edition is held against. */
    public static final String VECTORS = "vectors.csv";

    /** Every file that a folder may hold. */
    public static final List<String> FILES =
            List.of(MANIFEST, LIMITS, STATISTICS, STATES, RULES, BREAKPOINTS, INDICATORS, VECTORS);

    private static final List<String> AVERAGINGS = List.of("year", "day", "mda8", "hour", "peak_season");
    private static final List<String> CONFIDENCES = List.of("high", "medium", "low", "house rule");
    private static final List<String> KINDS = List.of("national", "international", "local");
    private static final List<String> MANIFEST_KEYS =
            List.of("name", "name_zh", "kind", "from", "to", "index", "grade");
    private static final List<String> LIMIT_FACTS = List.of("pollutant", "averaging", "clause", "confidence");

    private final String folder;
    private final Map<String, String> texts;
    private final Faults faults;
    private boolean faultless = true;

    /**
     * @param folder where the files are, as messages name it
     * @param texts of the files that are there, by name
     */
    public EditionReader(String folder, Map<String, String> texts, Faults faults) {
        this.folder = folder;
        this.texts = texts;
        this.faults = (file, line, found, remedy) -> {
            faultless = false;
            faults.add(file, line, found, remedy);
        };
    }

    /** The edition; empty when anything is wrong with it. */
    public Optional<Edition> read() {
        for (String file : texts.keySet()) {
            if (!FILES.contains(file)) {
                faults.add(at(file), 0, "is not a table of an edition.", "keep to " + String.join(", ", FILES) + ".");
            }
        }
        Map<String, Table.Row> manifest = manifest();
        String name = value(manifest, "name");
        List<Table.Row> limits = rows(LIMITS, List.of("pollutant", "averaging", "clause", "confidence"), true);
        List<String> grades = limits.isEmpty()
                ? List.of()
                : limits.get(0).columns().stream()
                        .filter(column -> !LIMIT_FACTS.contains(column))
                        .toList();
        String grade = value(manifest, "grade");
        if (!limits.isEmpty() && !grades.contains(grade)) {
            fault(
                    manifest.get("grade"),
                    MANIFEST,
                    "grade = \"" + grade + "\" is not a column of limits.csv.",
                    "write one of " + grades + ": the one that judges where people live.");
        }
        List<Edition.Target> targets = new ArrayList<>();
        limits.forEach(row -> target(row, grades).ifPresent(targets::add));
        List<Edition.Statistic> statistics = new ArrayList<>();
        rows(STATISTICS, List.of("pollutant", "statistic", "percent", "averaging", "clause", "confidence"), false)
                .forEach(row -> statistic(row, targets).ifPresent(statistics::add));
        List<ReferenceState> states = new ArrayList<>();
        rows(STATES, List.of("pollutants", "from", "to", "kelvin", "clause", "confidence"), false)
                .forEach(row -> state(row).ifPresent(states::add));
        Map<String, Table.Row> rules = new HashMap<>();
        rows(RULES, List.of("rule", "value", "clause", "confidence"), false)
                .forEach(row -> rules.put(row.get("rule"), row));
        int[] labels = labels(rules.remove("mda8_labels"));
        SubIndex index = new IndexReader(name, rules).read();
        LocalDate from = date(manifest.get("from"), "value", null);
        LocalDate to = manifest.containsKey("to") ? date(manifest.get("to"), "value", Table.NO_END) : Table.NO_END;
        if (from != null && to.isBefore(from)) {
            fault(manifest.get("to"), MANIFEST, "the edition ends before it begins.", "exchange from and to.");
        }
        if (targets.isEmpty() && index == null && faultless) {
            faults.add(
                    folder,
                    0,
                    "sets neither limits nor an index.",
                    "add limits.csv, or breakpoints.csv with its rules.");
        }
        String kind = value(manifest, "kind");
        if (!KINDS.contains(kind)) {
            fault(manifest.get("kind"), MANIFEST, "kind = \"" + kind + "\".", "write one of " + KINDS + ".");
        }
        if (!faultless) {
            return Optional.empty();
        }
        return Optional.of(new Edition(
                folder.substring(folder.lastIndexOf('/') + 1),
                name,
                value(manifest, "name_zh").isEmpty() ? name : value(manifest, "name_zh"),
                Edition.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                from,
                to,
                value(manifest, "index"),
                grade,
                grades,
                List.copyOf(targets),
                List.copyOf(statistics),
                List.copyOf(states),
                labels[0],
                labels[1],
                index));
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
        if (header.contains("confidence") && !file.equals(MANIFEST)) {
            rows.forEach(row -> oneOf(row, "confidence", CONFIDENCES));
        }
        return rows;
    }

    private Map<String, Table.Row> manifest() {
        Map<String, Table.Row> byKey = new HashMap<>();
        if (!texts.containsKey(MANIFEST)) {
            faults.add(at(MANIFEST), 0, "there is no such file.", "write it with the keys " + MANIFEST_KEYS + ".");
            return byKey;
        }
        for (Table.Row row : rows(MANIFEST, List.of("key", "value", "clause", "confidence"), false)) {
            if (!MANIFEST_KEYS.contains(row.get("key"))) {
                fault(row, MANIFEST, row.get("key") + " is not a key of it.", "the keys are " + MANIFEST_KEYS + ".");
            } else if (byKey.putIfAbsent(row.get("key"), row) != null) {
                fault(row, MANIFEST, row.get("key") + " stands twice.", "keep one of them.");
            }
        }
        for (String key : List.of("name", "kind", "from")) {
            if (value(byKey, key).isEmpty()) {
                faults.add(
                        at(MANIFEST),
                        0,
                        key + " is missing.",
                        "add a row for it, as in the editions that come with it.");
            }
        }
        return byKey;
    }

    private static String value(Map<String, Table.Row> manifest, String key) {
        return manifest.containsKey(key) ? manifest.get(key).get("value") : "";
    }

    private Optional<Edition.Target> target(Table.Row row, List<String> grades) {
        Pollutant pollutant = pollutant(row, "pollutant");
        boolean known = oneOf(row, "averaging", AVERAGINGS);
        List<Long> scaled = new ArrayList<>();
        for (String grade : grades) {
            scaled.add(row.get(grade).isEmpty() ? Long.valueOf(Edition.Target.NONE) : decimal(row, grade));
        }
        return pollutant == null || !known || scaled.contains(null)
                ? Optional.empty()
                : Optional.of(new Edition.Target(
                        pollutant, row.get("averaging"), scaled, row.get("clause"), row.get("confidence")));
    }

    private Optional<Edition.Statistic> statistic(Table.Row row, List<Edition.Target> targets) {
        Pollutant pollutant = pollutant(row, "pollutant");
        boolean known = oneOf(row, "statistic", List.of("mean", "percentile", "peak_season"))
                & oneOf(row, "averaging", AVERAGINGS);
        int percent = row.get("statistic").equals("percentile") ? integer(row, "percent", 1, 100) : 0;
        if (pollutant == null || !known) {
            return Optional.empty();
        }
        String averaging = row.get("averaging");
        if (targets.stream()
                .noneMatch(t -> t.pollutant() == pollutant && t.averaging().equals(averaging))) {
            fault(
                    row,
                    STATISTICS,
                    "limits.csv has no limit of " + pollutant.code() + ", " + averaging + ".",
                    "add the limit, or remove this row.");
        }
        return Optional.of(new Edition.Statistic(
                pollutant, row.get("statistic"), percent, averaging, row.get("clause"), row.get("confidence")));
    }

    private Optional<ReferenceState> state(Table.Row row) {
        List<Pollutant> pollutants = new ArrayList<>();
        for (String code : row.get("pollutants").split(" ", -1)) {
            Pollutant.find(code).ifPresentOrElse(pollutants::add, () -> unknownPollutant(row, code));
        }
        LocalDate from = date(row, "from", null);
        LocalDate to = date(row, "to", Table.NO_END);
        Long kelvin = row.get("kelvin").equals("ambient") ? Long.valueOf(0) : decimal(row, "kelvin");
        if (from == null || kelvin == null) {
            return Optional.empty();
        }
        return Optional.of(new ReferenceState(
                List.copyOf(pollutants),
                from,
                to,
                kelvin == 0 ? null : Fraction.ofScaled(kelvin, 1),
                row.get("clause"),
                row.get("confidence")));
    }

    /** First and last label of the means among which MDA8 is the greatest; without a row those that all editions have had. */
    private int[] labels(Table.Row row) {
        if (row == null) {
            return new int[] {0, 0};
        }
        String[] cells = row.get("value").split(" ", -1);
        try {
            int[] labels = Arrays.stream(cells).mapToInt(Integer::parseInt).toArray();
            if (labels.length == 2 && labels[0] >= 1 && labels[1] <= 24 && labels[0] <= labels[1]) {
                return labels;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        fault(row, RULES, "mda8_labels = \"" + row.get("value") + "\".", "write two labels of hours such as 8 24.");
        return new int[] {0, 0};
    }

    /** The index of an edition, when it has one. */
    private final class IndexReader {

        private final String name;
        private final Map<String, Table.Row> rules;

        IndexReader(String name, Map<String, Table.Row> rules) {
            this.name = name;
            this.rules = rules;
        }

        SubIndex read() {
            if (!texts.containsKey(BREAKPOINTS)) {
                rules.values()
                        .forEach(row -> fault(
                                row,
                                RULES,
                                row.get("rule") + " is a rule of an index, but there is" + " no breakpoints.csv.",
                                "remove it, or add the table."));
                return null;
            }
            Map<String, SubIndex.Scale> scales = new HashMap<>();
            for (Table.Row row : EditionReader.this.rows(
                    BREAKPOINTS,
                    List.of("indicator", "points", "above", "clause", "confidence", "above_confidence"),
                    false)) {
                scale(row).ifPresent(scale -> scales.put(row.get("indicator"), scale));
            }
            Map<Pollutant, String> daily = new EnumMap<>(Pollutant.class);
            Map<Pollutant, String> hourly = new EnumMap<>(Pollutant.class);
            for (Table.Row row : EditionReader.this.rows(
                    INDICATORS, List.of("pollutant", "use", "breakpoints", "clause", "confidence"), false)) {
                Pollutant pollutant = pollutant(row, "pollutant");
                if (pollutant != null
                        & oneOf(row, "use", List.of("day", "hour"))
                        & oneOf(
                                row,
                                "breakpoints",
                                scales.keySet().stream().sorted().toList())) {
                    (row.get("use").equals("day") ? daily : hourly).put(pollutant, row.get("breakpoints"));
                }
            }
            for (Pollutant p : Pollutant.ALL) {
                if (!daily.containsKey(p) || !hourly.containsKey(p)) {
                    faults.add(
                            at(INDICATORS),
                            0,
                            p.code() + " lacks a row for day or hour.",
                            "say which breakpoints judge it in both.");
                }
            }
            SubIndex.Rules of = rules();
            return faultless ? new SubIndex(name, scales, daily, hourly, of) : null;
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
                fault(
                        row,
                        BREAKPOINTS,
                        "points = \"" + row.get("points") + "\".",
                        "write 2 to " + SubIndex.mostBreakpoints() + " rising concentrations, joined by a space.");
            }
            boolean above = row.get("above").matches("day|hour|\\d{1,4}");
            if (!above) {
                fault(row, BREAKPOINTS, "above = \"" + row.get("above") + "\".", "write a sub-index, day or hour.");
            }
            oneOf(row, "above_confidence", CONFIDENCES);
            return right && above
                    ? Optional.of(new SubIndex.Scale(points, row.get("above"), row.get("above_confidence")))
                    : Optional.empty();
        }

        private SubIndex.Rules rules() {
            Table.Row input = rule("input_rounding");
            Table.Row index = rule("sub_index_rounding");
            Table.Row primary = rule("primary_over");
            Table.Row incomplete = rule("incomplete");
            rules.values()
                    .forEach(
                            row -> fault(
                                    row,
                                    RULES,
                                    row.get("rule") + " is not a rule of an edition.",
                                    "the rules are mda8_labels, input_rounding, sub_index_rounding, primary_over, incomplete."));
            if (input == null || index == null || primary == null || incomplete == null) {
                return null;
            }
            List<String> roundings = Arrays.stream(Rounding.values())
                    .map(r -> r.name().toLowerCase(Locale.ROOT))
                    .toList();
            boolean right = oneOf(input, "value", roundings) & oneOf(index, "value", roundings);
            String given = incomplete.get("value");
            if (!given.equals("profile") && !given.matches("over \\d{1,3}")) {
                fault(incomplete, RULES, "incomplete = \"" + given + "\".", "write profile, or over 100.");
                right = false;
            }
            int over = integer(primary, "value", 0, 500);
            return !right
                    ? null
                    : new SubIndex.Rules(
                            Rounding.valueOf(input.get("value").toUpperCase(Locale.ROOT)),
                            input.get("confidence"),
                            Rounding.valueOf(index.get("value").toUpperCase(Locale.ROOT)),
                            over,
                            given.equals("profile") ? null : Integer.valueOf(given.substring("over ".length())));
        }

        private Table.Row rule(String rule) {
            Table.Row row = rules.remove(rule);
            if (row == null) {
                faults.add(at(RULES), 0, "has no rule " + rule + ".", "add it, as in the editions that come with it.");
            }
            return row;
        }
    }

    // ---- cells

    private Pollutant pollutant(Table.Row row, String column) {
        Optional<Pollutant> found = Pollutant.find(row.get(column));
        if (found.isEmpty()) {
            unknownPollutant(row, row.get(column));
        }
        return found.orElse(null);
    }

    private void unknownPollutant(Table.Row row, String code) {
        List<String> codes = Pollutant.ALL.stream().map(Pollutant::code).toList();
        faults.add(
                row.file(), row.line(), "\"" + code + "\" is not a pollutant we know.", "write one of " + codes + ".");
    }

    private Long decimal(Table.Row row, String column) {
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

    private int integer(Table.Row row, String column, int least, int most) {
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

    private LocalDate date(Table.Row row, String column, LocalDate whenEmpty) {
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

    private boolean oneOf(Table.Row row, String column, List<String> known) {
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

    private void fault(Table.Row row, String file, String found, String remedy) {
        faults.add(at(file), row == null ? 0 : row.line(), found, remedy);
    }

    private String at(String file) {
        return folder + "/" + file;
    }
}
