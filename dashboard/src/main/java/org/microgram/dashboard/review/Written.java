package org.microgram.dashboard.review;

import java.util.List;
import java.util.OptionalLong;
import org.microgram.standards.number.Scaled;

/**
 * A decision, or a look at the queue, as it was written.
 *
 * @param action {@code list} or one of {@link Decision.Action}
 * @param station id, name or alias; empty when a section is meant
 * @param section id, name or alias; empty when a station is meant
 * @param byHand of a section: the samples that people took; else those of its automatic station
 * @param parameters of the six, or of water; empty for all
 * @param from a day, or an hour by the label of its end; of a section a day or the moment of a sample
 * @param to the last one, included; empty for one day, hour or sample
 * @param value a decimal; empty for none that can be used
 */
public record Written(
        String action,
        String station,
        String section,
        boolean byHand,
        List<String> parameters,
        String from,
        String to,
        String value,
        String reason,
        String seen) {

    /** A decimal, in millionths; nothing when it is none, or has more digits than any measurement. */
    static OptionalLong number(String text) {
        // No exponents: 1e999999999 would be written out.
        return text.matches("-?\\d{1,12}(\\.\\d{1,6})?") ? OptionalLong.of(Scaled.parse(text)) : OptionalLong.empty();
    }
}
