package org.microgram.messages.network;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The bureau's configuration of surface water: what a class of a section, a river or a basin depends on besides the samples.
 *
 * <p>It is part of the configuration's hash where {@code config/sections.csv} is there.
 *
 * @param sections sorted by id
 * @param reaches empty where no lengths are configured: then there are no shares by length
 * @param areas which section counts in which area; empty where that is not configured
 */
public record WaterNetwork(
        List<Section> sections,
        List<WaterBody> waterBodies,
        List<Basin> basins,
        List<River> rivers,
        List<Reach> reaches,
        List<SectionArea> areas)
        implements Serializable {

    /** No water is configured. */
    public static final WaterNetwork NONE = new WaterNetwork(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Without sections in areas. */
    public WaterNetwork(
            List<Section> sections,
            List<WaterBody> waterBodies,
            List<Basin> basins,
            List<River> rivers,
            List<Reach> reaches) {
        this(sections, waterBodies, basins, rivers, reaches, List.of());
    }

    WaterNetwork withAreas(List<SectionArea> links) {
        return new WaterNetwork(sections, waterBodies, basins, rivers, reaches, links);
    }

    public Optional<Section> section(String id) {
        return sections.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** By the name or an alias in public files, within a province. */
    public Optional<Section> findSection(String province, String name) {
        return sections.stream()
                .filter(each -> each.province().equals(province)
                        && (each.nameZh().equals(name) || each.aliases().contains(name)))
                .findFirst();
    }

    /** The points of a lake or reservoir on a day, in order of their ids. */
    public List<Section> points(String waterBody, LocalDate day) {
        return sections.stream()
                .filter(each -> each.on(day)
                        .filter(period -> period.waterBody().equals(waterBody))
                        .isPresent())
                .toList();
    }

    /** Metres of river that a section speaks for on a day; empty where no reach is configured. */
    public Optional<Long> metres(String section, LocalDate day) {
        return reaches.stream()
                .filter(reach -> reach.section().equals(section) && reach.holdsOn(day))
                .map(Reach::metres)
                .reduce(Long::sum);
    }
}
