package org.microgram.dashboard.review;

import java.util.List;
import java.util.OptionalLong;
import org.microgram.standards.number.Scaled;

/**
 * A decision, or a look at the queue, as it was written.
 *
 * @param action {@code list} or one of {@link Decision.Action}
 * @param station id, name or alias
 * @param parameters of the six; empty for all
 * @param from a day, or an hour by the label of its end
 * @param to the last one, included; empty for one day or hour
 * @param value a decimal; empty for none that can be used
 */
public record Written(
        String action,
        String station,
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
