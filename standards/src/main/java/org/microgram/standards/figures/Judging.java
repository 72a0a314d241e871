package org.microgram.standards.figures;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.air.Edition;
import org.microgram.standards.air.Editions;
import org.microgram.standards.air.Unconfirmed;

/**
 * Which edition judges a period's mean, percentiles and attainment: that in force on the period's last day, unless a bureau names another
 * for all periods that end in a year or month (definitions §7b). Hours, days and AQI are always judged by the edition of their own day.
 *
 * @param named edition by {@code 2026} or {@code 2026-12}; the month goes before the year
 */
public record Judging(Map<String, String> named) implements Serializable {

    /** Always the edition in force on the last day. */
    public static final Judging BY_LAST_DAY = new Judging(Map.of());

    public Judging {
        named = Map.copyOf(named);
    }

    /** The name of the edition that judges; empty before the first one was in force. */
    public Optional<String> edition(Period period) {
        return named(period).or(() -> Editions.limitsOn(period.last()).map(Edition::name));
    }

    /** What a figure of the period rests on: which edition judges is no question where one is named. */
    public int unconfirmed(Period period, int bits) {
        int question = Unconfirmed.JUDGING_EDITION.bit();
        return named(period).isPresent() ? bits & ~question : bits;
    }

    private Optional<String> named(Period period) {
        LocalDate last = period.last();
        String year = Integer.toString(last.getYear());
        String month = last.toString().substring(0, "2026-12".length());
        return Optional.ofNullable(named.getOrDefault(month, named.get(year)));
    }
}
