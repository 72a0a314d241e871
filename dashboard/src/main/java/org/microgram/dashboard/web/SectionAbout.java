package org.microgram.dashboard.web;

import java.util.Optional;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.SectionPeriod;
import org.microgram.messages.network.WaterNetwork;

/**
 * Where a section stands and who keeps it.
 *
 * @param river null where it is not known, or the section is a point of a lake
 * @param waterBody the lake or reservoir; null of a river
 * @param network national, provincial or municipal; null when it is not in service
 * @param responsible who answers for it; null where nobody is named
 * @param since first day of what holds; null when it is not in service
 */
record SectionAbout(Name basin, Name river, Name waterBody, String network, String responsible, String since) {

    record Name(String id, String nameZh, String nameEn) {}

    static SectionAbout of(Section section, Optional<SectionPeriod> holds, WaterNetwork water) {
        return new SectionAbout(
                water.basins().stream()
                        .filter(each -> each.id().equals(section.basin()))
                        .map(each -> new Name(each.id(), each.nameZh(), each.nameEn()))
                        .findFirst()
                        .orElse(null),
                water.rivers().stream()
                        .filter(each -> each.id().equals(section.river()))
                        .map(each -> new Name(each.id(), each.nameZh(), each.nameEn()))
                        .findFirst()
                        .orElse(null),
                water.waterBodies().stream()
                        .filter(each -> holds.filter(
                                        period -> period.waterBody().equals(each.id()))
                                .isPresent())
                        .map(each -> new Name(each.id(), each.nameZh(), each.nameEn()))
                        .findFirst()
                        .orElse(null),
                holds.map(SectionPeriod::network)
                        .filter(said -> !said.isEmpty())
                        .orElse(null),
                holds.map(SectionPeriod::responsible)
                        .filter(said -> !said.isEmpty())
                        .orElse(null),
                holds.map(each -> each.from().toString()).orElse(null));
    }
}
