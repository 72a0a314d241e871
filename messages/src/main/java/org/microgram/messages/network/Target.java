package org.microgram.messages.network;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.JudgedAt;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;
import org.microgram.standards.views.Span;

/**
 * One target of {@code config/targets.yaml}.
 *
 * @param id its key there
 * @param subject an area or a station
 * @param period the months that it is set for
 * @param value µg/m³, or whole days; a share of days is turned into the days that it is at least
 * @param written the value with its unit, as it stands there: {@code 56 %}
 * @param judgedAt how the figure is rounded before it is held against the value
 * @param bases published figures that the change is measured against, by period
 * @param source who set it, and where that can be read
 * @param example whether it is nobody's goal
 */
public record Target(
        String id,
        Subject subject,
        Span period,
        Indicator indicator,
        Fraction value,
        String written,
        JudgedAt judgedAt,
        List<Base> bases,
        String source,
        boolean example)
        implements Serializable {

    /**
     * A published figure.
     *
     * @param value with the decimals it was published with
     */
    public record Base(Span period, Rounded value, String source) implements Serializable {}

    /** The published figure of a period; empty when ours is the base. */
    public Optional<Base> base(Span of) {
        return bases.stream().filter(base -> base.period().equals(of)).findFirst();
    }
}
