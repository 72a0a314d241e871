package org.microgram.ingest.cnemc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.WaterNetwork;

/** Sections by province and name, however wide the brackets: names repeat across provinces. */
final class SectionNames {

    private final Map<String, String> ids = new HashMap<>();

    SectionNames(WaterNetwork water) {
        for (Section section : water.sections()) {
            ids.put(key(section.province(), section.nameZh()), section.id());
            section.aliases().forEach(alias -> ids.put(key(section.province(), alias), section.id()));
        }
    }

    /** The id. */
    Optional<String> find(String province, String name) {
        return Optional.ofNullable(ids.get(key(province, name)));
    }

    private static String key(String province, String name) {
        return Cells.plain(province) + "|" + Cells.plain(name);
    }
}
