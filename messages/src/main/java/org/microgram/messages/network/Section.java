package org.microgram.messages.network;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A section of a river, or a point of a lake or reservoir.
 *
 * @param id stable ASCII id: {@code bj-gubeikou}; never changes
 * @param province as public files write it: {@code 北京市}. Names repeat across provinces: a section is known by province and name
 * @param basin id of the basin
 * @param river id of the river; empty when it is not known, or it stands in a lake
 * @param nameZh its name in public files
 * @param aliases other names it has or had there
 * @param lon longitude in degrees, NaN when unknown
 * @param lat latitude in degrees, NaN when unknown
 * @param periods what can change, in order of time; they do not overlap
 */
public record Section(
        String id,
        String province,
        String basin,
        String river,
        String nameZh,
        String nameEn,
        List<String> aliases,
        double lon,
        double lat,
        List<SectionPeriod> periods)
        implements Serializable {

    /** What holds on a day; empty when it is not in service then. */
    public Optional<SectionPeriod> on(LocalDate day) {
        return periods.stream().filter(period -> period.holdsOn(day)).findFirst();
    }

    /** What holds on its last day in service between two days, both included; empty when it is not in service then. */
    public Optional<SectionPeriod> inService(LocalDate first, LocalDate last) {
        return periods.stream()
                .filter(period -> !period.from().isAfter(last)
                        && period.to().map(to -> !to.isBefore(first)).orElse(true))
                .max(Comparator.comparing(SectionPeriod::from));
    }
}
