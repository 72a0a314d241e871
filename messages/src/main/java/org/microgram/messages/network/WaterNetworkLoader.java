package org.microgram.messages.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.messages.network.ConfigTable.Row;
import org.microgram.standards.water.SectionType;
import org.microgram.standards.water.WaterClass;

/**
 * Loads what {@code config/} says of surface water: {@code sections.csv}, {@code water-bodies.csv}, {@code reaches.csv},
 * {@code basins.yaml} and {@code rivers.yaml}. Without {@code sections.csv} there is no water, and nothing of the others is read.
 *
 * <p>Days are days of Asia/Shanghai; a period of days includes its first and its last.
 */
public final class WaterNetworkLoader {

    static final String SECTIONS = "sections.csv";
    static final String WATER_BODIES = "water-bodies.csv";
    static final String REACHES = "reaches.csv";

    private static final List<String> SECTION_COLUMNS = List.of(
            "section_id",
            "province",
            "basin",
            "river",
            "name",
            "name_en",
            "aliases",
            "type",
            "water_body",
            "target",
            "network",
            "responsible",
            "from",
            "to",
            "lon",
            "lat",
            "source");
    private static final List<String> BODY_COLUMNS = List.of("id", "name_zh", "name_en", "type", "source");
    private static final List<String> REACH_COLUMNS = List.of("river", "section", "km", "from", "to", "source");
    private static final List<String> NETWORKS = List.of("national", "provincial", "municipal");
    private static final List<String> TYPES =
            SectionType.ALL.stream().map(SectionType::code).toList();
    private static final List<String> BODY_TYPES = TYPES.stream()
            .filter(type -> !type.equals(SectionType.RIVER.code()))
            .toList();
    private static final String NO_TARGET = "none";

    private final Path folder;
    private final Problems problems;
    private final RiversFiles rivers;
    private final Map<String, WaterBody> bodies = new LinkedHashMap<>();
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final List<Reach> reaches = new ArrayList<>();

    private WaterNetworkLoader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
        rivers = new RiversFiles(folder, problems);
    }

    /**
     * Loads and checks.
     *
     * @throws ConfigurationException with every problem of all files
     */
    public static WaterNetwork load(Path configDir) {
        Problems problems = new Problems();
        WaterNetwork water = read(configDir, problems);
        problems.throwIfAny(configDir.toString());
        return water;
    }

    /** Loads, and adds what is wrong to problems that are told together with others. */
    public static WaterNetwork read(Path configDir, Problems problems) {
        return Files.exists(configDir.resolve(SECTIONS))
                ? new WaterNetworkLoader(configDir, problems).read()
                : WaterNetwork.NONE;
    }

    private WaterNetwork read() {
        Path bodyFile = folder.resolve(WATER_BODIES);
        if (Files.exists(bodyFile)) {
            ConfigTable.read(bodyFile, BODY_COLUMNS, problems)
                    .forEach(row -> body(new RowCells(bodyFile, row, problems)));
        }
        Path sectionFile = folder.resolve(SECTIONS);
        SectionChecks checks = new SectionChecks(bodies, rivers);
        for (Row row : ConfigTable.read(sectionFile, SECTION_COLUMNS, problems)) {
            section(new RowCells(sectionFile, row, problems), checks);
        }
        rivers.check(sections);
        Path reachFile = folder.resolve(REACHES);
        if (Files.exists(reachFile)) {
            ConfigTable.read(reachFile, REACH_COLUMNS, problems)
                    .forEach(row -> reach(new RowCells(reachFile, row, problems)));
        }
        return new WaterNetwork(
                sections.values().stream()
                        .sorted(Comparator.comparing(Section::id))
                        .toList(),
                List.copyOf(bodies.values()),
                List.copyOf(rivers.basins().values()),
                List.copyOf(rivers.rivers().values()),
                List.copyOf(reaches));
    }

    private void body(RowCells cells) {
        String id = cells.id("id");
        String nameZh = cells.name("name_zh");
        String nameEn = cells.name("name_en");
        cells.needed("source", "where this is from");
        cells.oneOf("type", BODY_TYPES, String.join(", ", BODY_TYPES))
                .flatMap(SectionType::find)
                .ifPresent(type -> {
                    if (bodies.putIfAbsent(id, new WaterBody(id, nameZh, nameEn, type)) != null) {
                        cells.add("id " + id + " stands twice.", "keep one of them.");
                    }
                });
    }

    private void section(RowCells cells, SectionChecks checks) {
        String id = cells.id("section_id");
        List<String> aliases = cells.names("aliases");
        double lon = cells.degrees("lon", 180);
        double lat = cells.degrees("lat", 90);
        cells.needed("source", "where the row's facts are from: document, data, or who decided it");
        Section facts = new Section(
                id,
                cells.name("province"),
                cells.text("basin"),
                cells.text("river"),
                cells.name("name"),
                cells.name("name_en"),
                aliases,
                lon,
                lat,
                List.of());
        checks.facts(cells, facts);
        Optional<SectionPeriod> period = period(cells);
        Section before = sections.get(id);
        List<SectionPeriod> periods = new ArrayList<>(before == null ? List.of() : before.periods());
        if (before != null) {
            checks.sameFacts(cells, before, facts);
        }
        period.ifPresent(each -> {
            checks.period(cells, facts, each, periods);
            periods.add(each);
            periods.sort(Comparator.comparing(SectionPeriod::from));
        });
        sections.put(
                id,
                new Section(
                        id,
                        facts.province(),
                        facts.basin(),
                        facts.river(),
                        facts.nameZh(),
                        facts.nameEn(),
                        aliases,
                        lon,
                        lat,
                        List.copyOf(periods)));
    }

    private static Optional<SectionPeriod> period(RowCells cells) {
        Optional<LocalDate> from = cells.from();
        Optional<LocalDate> to = cells.to();
        Optional<SectionType> type =
                cells.oneOf("type", TYPES, "one of " + String.join(", ", TYPES)).flatMap(SectionType::find);
        Optional<WaterClass> target =
                WaterClass.find(cells.text("target")).filter(each -> each != WaterClass.WORSE_THAN_V);
        if (target.isEmpty() && !cells.text("target").equals(NO_TARGET)) {
            cells.add(
                    "target = \"" + cells.text("target") + "\" is not a class.",
                    "write I, II, III, IV or V, or " + NO_TARGET + " for a section without a target.");
        }
        Optional<String> network = cells.oneOf("network", NETWORKS, "one of " + String.join(", ", NETWORKS));
        if (from.isEmpty() || type.isEmpty() || network.isEmpty()) {
            return Optional.empty();
        }
        cells.periodIsInOrder(from.get(), to);
        return Optional.of(new SectionPeriod(
                from.get(),
                to,
                type.get(),
                cells.text("water_body"),
                target,
                network.get(),
                cells.text("responsible")));
    }

    private void reach(RowCells cells) {
        Optional<String> river = cells.oneOf("river", rivers.rivers().keySet(), "a key of " + RiversFiles.RIVERS);
        Optional<String> section = cells.oneOf("section", sections.keySet(), "a section_id of " + SECTIONS);
        Optional<Long> metres = cells.metres("km");
        Optional<LocalDate> from = cells.from();
        Optional<LocalDate> to = cells.to();
        cells.needed("source", "the document that gives the length");
        if (river.isEmpty() || section.isEmpty() || metres.isEmpty() || from.isEmpty()) {
            return;
        }
        cells.periodIsInOrder(from.get(), to);
        if (!sections.get(section.get()).river().equals(river.get())) {
            cells.add(
                    "section " + section.get() + " stands on \""
                            + sections.get(section.get()).river() + "\" in " + SECTIONS + ", not on " + river.get()
                            + ".",
                    "correct the one that is wrong.");
        }
        Reach reach = new Reach(river.get(), section.get(), metres.get(), from.get(), to);
        for (Reach other : reaches) {
            if (other.section().equals(reach.section())
                    && other.river().equals(reach.river())
                    && (other.holdsOn(reach.from()) || reach.holdsOn(other.from()))) {
                cells.add(
                        "the reach of " + reach.section() + " on " + reach.river() + " has a length since "
                                + other.from() + " already; the periods overlap.",
                        "end the earlier one the day before " + reach.from() + ", or remove this row.");
            }
        }
        reaches.add(reach);
    }
}
