package org.microgram.messages.water;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.microgram.messages.network.Section;
import org.microgram.messages.network.WaterNetwork;

/**
 * Judges what sections sent, and remembers it while it is the same: of 173 sections of a basin one live sample changes one. Remembers one
 * year at a time; not part of any state.
 */
public final class SectionParts {

    private final WaterNetwork water;
    private final Map<String, Known> known = new HashMap<>();
    private int year = Integer.MIN_VALUE;

    public SectionParts(WaterNetwork water) {
        this.water = water;
    }

    private record Known(SectionYear sent, Map<BasinSpan, Optional<SectionPart>> parts) {}

    /** @param sent null when it sent nothing */
    Optional<SectionPart> of(Section section, SectionYear sent, BasinSpan span) {
        if (span.year() != year) {
            known.clear();
            year = span.year();
        }
        Known of = known.get(section.id());
        if (of == null || of.sent != sent) {
            of = new Known(sent, new HashMap<>());
            known.put(section.id(), of);
        }
        return of.parts.computeIfAbsent(span, key -> SectionPart.of(water, section, sent, key));
    }
}
