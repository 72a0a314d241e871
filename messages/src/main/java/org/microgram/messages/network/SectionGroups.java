package org.microgram.messages.network;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.microgram.messages.rows.Subject;

/**
 * The rivers, basins, lakes and areas that are assessed by their sections: which sections may ever count in each, and whether one counts in
 * a period.
 *
 * <p><b>Rule.</b> A section counts in a period when it was in service in it, by what held of it on its last day in service there. River and
 * basin of a section never change; water body and area have dates.
 */
public final class SectionGroups {

    private final WaterNetwork water;
    private final Map<Subject, SortedSet<String>> members = new TreeMap<>();
    private final Map<String, SortedSet<Subject>> groups = new TreeMap<>();

    public SectionGroups(WaterNetwork water) {
        this.water = water;
        for (Section section : water.sections()) {
            add(section, Subject.basin(section.basin()));
            if (!section.river().isEmpty()) {
                add(section, Subject.river(section.river()));
            }
            for (SectionPeriod period : section.periods()) {
                if (!period.waterBody().isEmpty()) {
                    add(section, Subject.waterBody(period.waterBody()));
                }
            }
        }
        for (SectionArea link : water.areas()) {
            water.section(link.section()).ifPresent(section -> add(section, Subject.area(link.area())));
        }
    }

    private void add(Section section, Subject group) {
        members.computeIfAbsent(group, key -> new TreeSet<>()).add(section.id());
        groups.computeIfAbsent(section.id(), key -> new TreeSet<>()).add(group);
    }

    /** All that have a section. */
    public Collection<Subject> all() {
        return members.keySet();
    }

    /** Those that a section may ever count in. */
    public Collection<Subject> of(String section) {
        return groups.getOrDefault(section, new TreeSet<>());
    }

    /** The sections that may ever count in a group, in order of their ids. */
    public List<Section> sections(Subject group) {
        return members.getOrDefault(group, new TreeSet<>()).stream()
                .flatMap(id -> water.section(id).stream())
                .toList();
    }

    /**
     * Whether a section of the group counts in a period.
     *
     * @param held what held of it on its last day in service
     * @param on that day
     */
    public boolean counts(Subject group, Section section, SectionPeriod held, LocalDate on) {
        return switch (group.kind()) {
            case Subject.WATER_BODY -> held.waterBody().equals(group.id());
            case Subject.AREA ->
                water.areas().stream()
                        .anyMatch(link -> link.area().equals(group.id())
                                && link.section().equals(section.id())
                                && link.holdsOn(on));
            default -> true;
        };
    }
}
