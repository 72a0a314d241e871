package org.microgram.messages.network;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That a section counts in an area of {@code areas.csv} between two days, both included.
 *
 * @param to last day; empty while it lasts
 */
public record SectionArea(String area, String section, LocalDate from, Optional<LocalDate> to) implements Serializable {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** An Optional does not travel; in the job graph an open end is a null. */
    private Object writeReplace() {
        return new Travelling(area, section, from, to.orElse(null));
    }

    private record Travelling(String area, String section, LocalDate from, LocalDate to) implements Serializable {

        private Object readResolve() {
            return new SectionArea(area, section, from, Optional.ofNullable(to));
        }
    }
}
