package org.microgram.messages.network;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.microgram.standards.water.SectionType;
import org.microgram.standards.water.WaterClass;

/**
 * What holds of a section between two days, both included.
 *
 * @param to last day; empty while it lasts
 * @param type which limits judge it
 * @param waterBody id of the lake or reservoir that it is a point of; empty for a river
 * @param target the class it has to keep; empty when it has none, which is a state and no omission
 * @param network national, provincial or municipal
 * @param responsible who answers for it; may be empty
 */
public record SectionPeriod(
        LocalDate from,
        Optional<LocalDate> to,
        SectionType type,
        String waterBody,
        Optional<WaterClass> target,
        String network,
        String responsible)
        implements Serializable {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** An Optional does not travel; in the job graph what is not there is a null. */
    private Object writeReplace() {
        return new Travelling(from, to.orElse(null), type, waterBody, target.orElse(null), network, responsible);
    }

    private record Travelling(
            LocalDate from,
            LocalDate to,
            SectionType type,
            String waterBody,
            WaterClass target,
            String network,
            String responsible)
            implements Serializable {

        private Object readResolve() {
            return new SectionPeriod(
                    from, Optional.ofNullable(to), type, waterBody, Optional.ofNullable(target), network, responsible);
        }
    }
}
