package org.microgram.messages.network;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The length of river that a section speaks for, between two days, both included.
 *
 * @param metres whole metres
 * @param to last day; empty while it lasts
 */
public record Reach(String river, String section, long metres, LocalDate from, Optional<LocalDate> to)
        implements Serializable {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** An Optional does not travel; in the job graph an open end is a null. */
    private Object writeReplace() {
        return new Travelling(river, section, metres, from, to.orElse(null));
    }

    private record Travelling(String river, String section, long metres, LocalDate from, LocalDate to)
            implements Serializable {

        private Object readResolve() {
            return new Reach(river, section, metres, from, Optional.ofNullable(to));
        }
    }
}
