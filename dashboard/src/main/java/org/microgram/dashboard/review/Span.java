package org.microgram.dashboard.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;

/**
 * Hours of one station.
 *
 * @param from start of the first hour, seconds since 1970 UTC
 * @param to end of the last hour
 * @param pollutants which of the six
 */
public record Span(String station, long from, long to, Set<Pollutant> pollutants) {

    public Span {
        boolean hours = Math.floorMod(from, (long) ChinaTime.SECONDS_OF_HOUR) == 0
                && Math.floorMod(to, (long) ChinaTime.SECONDS_OF_HOUR) == 0;
        if (!hours || to <= from || pollutants.isEmpty()) {
            throw new IllegalArgumentException("a span is one hour or more, on the hour, of at least one pollutant");
        }
        pollutants = Set.copyOf(pollutants);
    }

    /** One hour of one pollutant. */
    public static Span hour(String station, long start, Pollutant pollutant) {
        return new Span(station, start, start + ChinaTime.SECONDS_OF_HOUR, Set.of(pollutant));
    }

    /** Whole days, all pollutants; the last one included. */
    public static Span days(String station, LocalDate first, LocalDate last) {
        return new Span(
                station, ChinaTime.startOf(first), ChinaTime.startOf(last.plusDays(1)), Set.copyOf(Pollutant.ALL));
    }

    int firstDay() {
        return ChinaTime.dayOf(from);
    }

    int lastDay() {
        return ChinaTime.dayOf(to - 1);
    }

    /** The days it touches, days since 1970-01-01. */
    List<Integer> days() {
        return IntStream.rangeClosed(firstDay(), lastDay()).boxed().toList();
    }
}
