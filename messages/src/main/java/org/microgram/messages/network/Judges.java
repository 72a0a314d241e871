package org.microgram.messages.network;

import java.io.Serializable;
import java.util.List;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Editions;
import org.microgram.standards.figures.Judging;

/**
 * Who judges besides the national edition of the day.
 *
 * @param periods which edition judges a period, where {@code evaluation.yaml} names one
 * @param local the bureau's own editions, by name; they stand beside the national ones and never replace them
 */
public record Judges(Judging periods, List<Edition> local) implements Serializable {

    /** The national editions alone. */
    public static final Judges NATIONAL = new Judges(Judging.BY_LAST_DAY, List.of());

    /** All editions that can judge. */
    public Editions editions() {
        return Editions.shipped().with(local);
    }
}
