package org.microgram.standards.air;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.Faults;
import org.microgram.standards.Table;

/**
 * Reads an edition from the texts of its folder. Every mistake is told with its line; an edition comes out only when there is none.
 *
 * <p>{@code edition.csv} is needed; with {@code limits.csv} and {@code statistics.csv} it sets limits, with {@code breakpoints.csv},
 * {@code indicators.csv} and {@code rules.csv} an index. Each kind of table has a reader of its own; {@code vectors.csv} is read by
 * {@link EditionVectors}.
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

    private static final List<String> KINDS = List.of("national", "international", "local");
    private static final List<String> MANIFEST_KEYS =
            List.of("name", "name_zh", "kind", "from", "to", "index", "grade");

    private final String folder;
    private final FolderTables tables;

    /**
     * @param folder where the files are, as messages name it
     * @param texts of the files that are there, by name
     */
    public EditionReader(String folder, Map<String, String> texts, Faults faults) {
        this.folder = folder;
        this.tables = new FolderTables(folder, texts, faults);
    }

    /** The edition; empty when anything is wrong with it. */
    public Optional<Edition> read() {
        for (String file : tables.files()) {
            if (!FILES.contains(file)) {
                tables.fault(file, "is not a table of an edition.", "keep to " + String.join(", ", FILES) + ".");
            }
        }
        Map<String, Table.Row> manifest = manifest();
        String name = value(manifest, "name");
        LimitsReader limits = new LimitsReader(tables);
        List<String> grades = limits.grades();
        String grade = value(manifest, "grade");
        if (!limits.isEmpty() && !grades.contains(grade)) {
            tables.fault(
                    manifest.get("grade"),
                    MANIFEST,
                    "grade = \"" + grade + "\" is not a column of limits.csv.",
                    "write one of " + grades + ": the one that judges where people live.");
        }
        List<Edition.Target> targets = limits.targets();
        List<Edition.Statistic> statistics = limits.statistics(targets);
        List<ReferenceState> states = new StatesReader(tables).read();
        Map<String, Table.Row> rules = new HashMap<>();
        tables.rows(RULES, List.of("rule", "value", "clause", "confidence"), false)
                .forEach(row -> rules.put(row.get("rule"), row));
        int[] labels = labels(rules.remove("mda8_labels"));
        SubIndex index = new IndexReader(tables, name, rules).read();
        LocalDate from = tables.date(manifest.get("from"), "value", null);
        LocalDate to =
                manifest.containsKey("to") ? tables.date(manifest.get("to"), "value", Table.NO_END) : Table.NO_END;
        if (from != null && to.isBefore(from)) {
            tables.fault(manifest.get("to"), MANIFEST, "the edition ends before it begins.", "exchange from and to.");
        }
        if (targets.isEmpty() && index == null && tables.isFaultless()) {
            tables.faultOfFolder(
                    "sets neither limits nor an index.", "add limits.csv, or breakpoints.csv with its rules.");
        }
        String kind = value(manifest, "kind");
        if (!KINDS.contains(kind)) {
            tables.fault(manifest.get("kind"), MANIFEST, "kind = \"" + kind + "\".", "write one of " + KINDS + ".");
        }
        if (!tables.isFaultless()) {
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
                targets,
                statistics,
                states,
                labels[0],
                labels[1],
                index));
    }

    private Map<String, Table.Row> manifest() {
        Map<String, Table.Row> byKey = new HashMap<>();
        if (!tables.has(MANIFEST)) {
            tables.fault(MANIFEST, "there is no such file.", "write it with the keys " + MANIFEST_KEYS + ".");
            return byKey;
        }
        for (Table.Row row : tables.rows(MANIFEST, List.of("key", "value", "clause", "confidence"), false)) {
            if (!MANIFEST_KEYS.contains(row.get("key"))) {
                tables.fault(
                        row, MANIFEST, row.get("key") + " is not a key of it.", "the keys are " + MANIFEST_KEYS + ".");
            } else if (byKey.putIfAbsent(row.get("key"), row) != null) {
                tables.fault(row, MANIFEST, row.get("key") + " stands twice.", "keep one of them.");
            }
        }
        for (String key : List.of("name", "kind", "from")) {
            if (value(byKey, key).isEmpty()) {
                tables.fault(MANIFEST, key + " is missing.", "add a row for it, as in the editions that come with it.");
            }
        }
        return byKey;
    }

    private static String value(Map<String, Table.Row> manifest, String key) {
        return manifest.containsKey(key) ? manifest.get(key).get("value") : "";
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
        tables.fault(
                row, RULES, "mda8_labels = \"" + row.get("value") + "\".", "write two labels of hours such as 8 24.");
        return new int[] {0, 0};
    }
}
