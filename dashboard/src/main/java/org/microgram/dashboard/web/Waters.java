package org.microgram.dashboard.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.microgram.messages.network.River;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.WaterNetwork;
import org.microgram.messages.rows.Subject;

/** Whose samples are meant: those of a section, or of all sections of a river or a basin. */
record Waters(Subject subject, List<Section> sections) {

    /** @param id of a section, a river or a basin */
    static Waters of(WaterNetwork water, String id) {
        Optional<Section> section = water.section(id);
        if (section.isPresent()) {
            return new Waters(Subject.section(id), List.of(section.get()));
        }
        Optional<River> river =
                water.rivers().stream().filter(each -> each.id().equals(id)).findFirst();
        if (river.isPresent()) {
            return new Waters(
                    Subject.river(id),
                    sections(
                            water,
                            each -> each.river().equals(id)
                                    || river.get().sections().contains(each.id())));
        }
        if (water.basins().stream().anyMatch(each -> each.id().equals(id))) {
            return new Waters(
                    Subject.basin(id), sections(water, each -> each.basin().equals(id)));
        }
        throw new Problem(
                404,
                "no section, river or basin is called " + id,
                "an id of config/sections.csv, config/rivers.yaml or config/basins.yaml",
                "take one from /api/sections");
    }

    List<Subject> subjects() {
        return sections.stream().map(each -> Subject.section(each.id())).toList();
    }

    private static List<Section> sections(WaterNetwork water, Predicate<Section> of) {
        return water.sections().stream().filter(of).toList();
    }

    /** What there is to choose from: the answer of {@code /api/sections}. */
    static Names names(WaterNetwork water) {
        return new Names(
                water.basins().stream()
                        .map(each -> new Name(each.id(), each.nameZh(), each.nameEn(), null))
                        .toList(),
                water.rivers().stream()
                        .map(each -> new Name(each.id(), each.nameZh(), each.nameEn(), null))
                        .toList(),
                water.sections().stream()
                        .map(each -> new Name(each.id(), each.nameZh(), each.nameEn(), each.province()))
                        .toList());
    }

    record Names(List<Name> basins, List<Name> rivers, List<Name> sections) {}

    /** @param province of a section; else null */
    record Name(String id, String nameZh, String nameEn, String province) {}
}
