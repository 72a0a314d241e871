package org.microgram.messages.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.microgram.messages.network.ConfigTable.Row;

/**
 * {@code config/section-areas.csv}: which section counts in which area, from when to when. A province in {@code sections.csv} is only what
 * public files write; no area follows from it.
 */
final class SectionAreasFile {

    static final String NAME = "section-areas.csv";

    private static final List<String> COLUMNS = List.of("area", "section", "from", "to", "source");

    private final List<String> areas;
    private final List<String> sections;
    private final List<SectionArea> links = new ArrayList<>();

    private SectionAreasFile(List<Area> areas, WaterNetwork water) {
        this.areas = areas.stream().map(Area::id).toList();
        this.sections = water.sections().stream().map(Section::id).toList();
    }

    /** Sorted by area, section and first day; none where there is no such file, or no water. */
    static List<SectionArea> read(Path folder, List<Area> areas, WaterNetwork water, Problems problems) {
        Path path = folder.resolve(NAME);
        if (water.sections().isEmpty() || !Files.exists(path)) {
            return List.of();
        }
        SectionAreasFile file = new SectionAreasFile(areas, water);
        for (Row row : ConfigTable.read(path, COLUMNS, problems)) {
            file.link(new RowCells(path, row, problems));
        }
        file.links.sort(Comparator.comparing(SectionArea::area)
                .thenComparing(SectionArea::section)
                .thenComparing(SectionArea::from));
        return List.copyOf(file.links);
    }

    private void link(RowCells cells) {
        Optional<String> area = cells.oneOf("area", areas, "an id of " + NetworkLoader.AREAS);
        Optional<String> section = cells.oneOf("section", sections, "a section_id of " + WaterNetworkLoader.SECTIONS);
        Optional<LocalDate> from = cells.from();
        Optional<LocalDate> to = cells.to();
        cells.needed("source", "where this is from: document, or who decided it");
        if (area.isEmpty() || section.isEmpty() || from.isEmpty()) {
            return;
        }
        cells.periodIsInOrder(from.get(), to);
        SectionArea link = new SectionArea(area.get(), section.get(), from.get(), to);
        for (SectionArea other : links) {
            if (other.area().equals(link.area())
                    && other.section().equals(link.section())
                    && (other.holdsOn(link.from()) || link.holdsOn(other.from()))) {
                cells.add(
                        link.section() + " counts in " + link.area() + " since " + other.from()
                                + " already; the periods overlap.",
                        "end the earlier one the day before " + link.from() + ", or remove this row.");
            }
        }
        links.add(link);
    }
}
