package org.microgram.messages.network;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A station counts in an area between two days, both included; the denominator of that area's coverage on those days, reporting or not.
 *
 * @param to last day; empty while it lasts
 */
public record Membership(String area, String station, LocalDate from, Optional<LocalDate> to) implements Serializable {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** An Optional does not travel; in the job graph an open end is a null. */
    private Object writeReplace() {
        return new Travelling(area, station, from, to.orElse(null));
    }

    private record Travelling(String area, String station, LocalDate from, LocalDate to) implements Serializable {

        private Object readResolve() {
            return new Membership(area, station, from, Optional.ofNullable(to));
        }
    }
}
