package org.microgram.standards.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.microgram.standards.Table;

/**
 * From when to when the hours of confirmed events are out of means, percentiles and the composite index ({@code events/regimes.csv}).
 *
 * @param to last day
 * @param clause where it is written
 * @param confidence {@code high}, or how little sure it is
 */
public record EventRegime(LocalDate from, LocalDate to, String clause, String confidence) {

    /** In their order; no day lies in two. */
    public static final List<EventRegime> ALL = Table.read("events/regimes.csv").stream()
            .map(row -> new EventRegime(row.date("from"), row.lastDay("to"), row.get("clause"), row.get("confidence")))
            .toList();

    /** That of a day; empty before the first. */
    public static Optional<EventRegime> on(LocalDate day) {
        return ALL.stream()
                .filter(each -> !day.isBefore(each.from) && !day.isAfter(each.to))
                .findFirst();
    }

    /** Whether a text that we have read gives the rule for the day. */
    public static boolean isConfirmed(LocalDate day) {
        return on(day).filter(regime -> regime.confidence.equals("high")).isPresent();
    }
}
