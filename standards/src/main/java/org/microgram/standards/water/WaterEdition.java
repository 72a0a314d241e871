package org.microgram.standards.water;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.microgram.standards.Table;
import org.microgram.standards.number.Fraction;

/**
 * An edition of the limits of surface water: a folder of tables under {@code water/}, with its own examples.
 *
 * <p><b>Source.</b> GB 3838-2002, tables 1 and 2.
 */
public final class WaterEdition {

    private static final String FOLDER = "water/";

    private static final List<WaterEdition> ALL = Table.read(FOLDER + "editions.csv").stream()
            .map(row -> row.get("folder"))
            .map(folder -> new WaterEdition(folder, file -> Table.read(FOLDER + folder + "/" + file)))
            .toList();

    private final String folder;
    private final String name;
    private final LocalDate from;
    private final LocalDate to;
    private final List<Bound> bounds;
    private final Map<WaterParameter, Fraction> drinking;
    private final OxygenSaturation saturation;

    /** @param tables the rows of a file of the folder by its name */
    WaterEdition(String folder, Function<String, List<Table.Row>> tables) {
        this.folder = folder;
        Map<String, Table.Row> manifest =
                tables.apply("edition.csv").stream().collect(Collectors.toMap(row -> row.get("key"), row -> row));
        name = manifest.get("name").get("value");
        from = manifest.get("from").date("value");
        to = manifest.get("to").lastDay("value");
        bounds = tables.apply("limits.csv").stream().map(Bound::of).toList();
        drinking = tables.apply("drinking-source.csv").stream()
                .collect(Collectors.toMap(
                        row -> WaterParameter.of(row.get("parameter")), row -> WaterRules.exact(row.get("limit"))));
        saturation = OxygenSaturation.of(tables.apply("saturation.csv"));
    }

    public static List<WaterEdition> all() {
        return ALL;
    }

    /** The one in force on a day of sampling, or on the last day of a period; empty before the first. */
    public static Optional<WaterEdition> on(LocalDate day) {
        return ALL.stream()
                .filter(each -> !day.isBefore(each.from) && !day.isAfter(each.to))
                .findFirst();
    }

    public String name() {
        return name;
    }

    public LocalDate from() {
        return from;
    }

    /** The class of one parameter; empty when there is no limit of it for such a water. */
    public Optional<WaterClass> classOf(SectionType type, WaterParameter parameter, Fraction value) {
        return bound(type, parameter).flatMap(bound -> bound.classOf(value));
    }

    /** The limit of a class; empty where a class has none that is a single number (pH), or there is none at all. */
    public Optional<Fraction> limit(SectionType type, WaterParameter parameter, WaterClass of) {
        return bound(type, parameter).flatMap(bound -> bound.limit(of));
    }

    /** The limit of a class that a value breaks, and from which side; empty when it keeps to the class. */
    public Optional<BrokenLimit> broken(SectionType type, WaterParameter parameter, Fraction value, WaterClass target) {
        return bound(type, parameter).flatMap(bound -> bound.broken(value, target));
    }

    /** The clause of a parameter's row: {@code table 1 no. 3}; empty when it has no row. */
    public Optional<String> clause(SectionType type, WaterParameter parameter) {
        return bound(type, parameter).map(Bound::clause);
    }

    /**
     * Whether a change of the weekly mean temperature that man caused keeps table 1 no. 1: a rise of at most 1 °C, a fall of at
     * most 2 °C, alike for every class.
     *
     * @param change °C, a fall below zero
     */
    public boolean keepsTemperature(Fraction change) {
        return bound(SectionType.RIVER, WaterParameter.TEMPERATURE)
                .orElseThrow()
                .keepsChange(change);
    }

    /** The limit of table 2, for sources of drinking water; empty for what does not stand there. */
    public Optional<Fraction> drinkingLimit(WaterParameter parameter) {
        return Optional.ofNullable(drinking.get(parameter));
    }

    /** The other way to class I of dissolved oxygen. */
    public OxygenSaturation saturation() {
        return saturation;
    }

    String folder() {
        return FOLDER + folder;
    }

    private Optional<Bound> bound(SectionType type, WaterParameter parameter) {
        return bounds.stream()
                .filter(bound -> bound.parameter() == parameter && bound.holdsFor(type))
                .findFirst();
    }

    @Override
    public String toString() {
        return name;
    }
}
