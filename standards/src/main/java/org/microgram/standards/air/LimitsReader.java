package org.microgram.standards.air;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.standards.Table;

/** Reads what an edition sets limits by: {@code limits.csv}, and {@code statistics.csv}, which says what of a year is held against them. */
final class LimitsReader {

    private static final List<String> AVERAGINGS = List.of("year", "day", "mda8", "hour", "peak_season");
    private static final List<String> FACTS = List.of("pollutant", "averaging", "clause", "confidence");

    private final FolderTables tables;
    private final List<Table.Row> rows;

    LimitsReader(FolderTables tables) {
        this.tables = tables;
        this.rows = tables.rows(EditionReader.LIMITS, FACTS, true);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The columns that hold limits. */
    List<String> grades() {
        return rows.isEmpty()
                ? List.of()
                : rows.get(0).columns().stream()
                        .filter(column -> !FACTS.contains(column))
                        .toList();
    }

    List<Edition.Target> targets() {
        List<Edition.Target> targets = new ArrayList<>();
        rows.forEach(row -> target(row, grades()).ifPresent(targets::add));
        return List.copyOf(targets);
    }

    List<Edition.Statistic> statistics(List<Edition.Target> targets) {
        List<Edition.Statistic> statistics = new ArrayList<>();
        tables.rows(
                        EditionReader.STATISTICS,
                        List.of("pollutant", "statistic", "percent", "averaging", "clause", "confidence"),
                        false)
                .forEach(row -> statistic(row, targets).ifPresent(statistics::add));
        return List.copyOf(statistics);
    }

    private Optional<Edition.Target> target(Table.Row row, List<String> grades) {
        Pollutant pollutant = tables.pollutant(row, "pollutant");
        boolean known = tables.oneOf(row, "averaging", AVERAGINGS);
        List<Long> scaled = new ArrayList<>();
        for (String grade : grades) {
            scaled.add(row.get(grade).isEmpty() ? Long.valueOf(Edition.Target.NONE) : tables.decimal(row, grade));
        }
        return pollutant == null || !known || scaled.contains(null)
                ? Optional.empty()
                : Optional.of(new Edition.Target(
                        pollutant, row.get("averaging"), scaled, row.get("clause"), row.get("confidence")));
    }

    private Optional<Edition.Statistic> statistic(Table.Row row, List<Edition.Target> targets) {
        Pollutant pollutant = tables.pollutant(row, "pollutant");
        boolean known = tables.oneOf(row, "statistic", List.of("mean", "percentile", "peak_season"))
                & tables.oneOf(row, "averaging", AVERAGINGS);
        int percent = row.get("statistic").equals("percentile") ? tables.integer(row, "percent", 1, 100) : 0;
        if (pollutant == null || !known) {
            return Optional.empty();
        }
        String averaging = row.get("averaging");
        if (targets.stream()
                .noneMatch(t -> t.pollutant() == pollutant && t.averaging().equals(averaging))) {
            tables.fault(
                    row,
                    EditionReader.STATISTICS,
                    "limits.csv has no limit of " + pollutant.code() + ", " + averaging + ".",
                    "add the limit, or remove this row.");
        }
        return Optional.of(new Edition.Statistic(
                pollutant, row.get("statistic"), percent, averaging, row.get("clause"), row.get("confidence")));
    }
}
