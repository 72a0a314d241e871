package org.microgram.messages.water;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a river, basin, lake or area knows of one year: of each section the last that it sent (rule K4: receiving one twice changes nothing).
 * Immutable.
 */
public final class BasinYear {

    private final int year;
    private final SortedMap<String, SectionYear> sections;

    BasinYear(int year, SortedMap<String, SectionYear> sections) {
        this.year = year;
        this.sections = sections;
    }

    public static BasinYear empty(int year) {
        return new BasinYear(year, Collections.emptySortedMap());
    }

    /** With a section's newer year in the place of its older one; this very object when it is the same. */
    public BasinYear with(String section, SectionYear sent) {
        if (sent.equals(sections.get(section))) {
            return this;
        }
        SortedMap<String, SectionYear> next = new TreeMap<>(sections);
        next.put(section, sent);
        return new BasinYear(year, next);
    }

    public int year() {
        return year;
    }

    /** By id; those that sent none are not in it. */
    SortedMap<String, SectionYear> sections() {
        return sections;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BasinYear that && year == that.year && sections.equals(that.sections);
    }

    @Override
    public int hashCode() {
        return sections.hashCode() * 31 + year;
    }
}
