package org.microgram.standards.events;

import java.io.Serializable;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.microgram.standards.air.Pollutant;

/**
 * The hours of one natural day of a station that confirmed events take out of means, percentiles and the composite index. Sub-indices, AQI and
 * counts of days keep them.
 *
 * @param pm25 of PM2.5: bit 0 is the hour labelled 01, bit 23 the one labelled 24
 * @param pm10 the same of PM10
 * @param events ids of the events, in their order
 */
public record ExcludedHours(int pm25, int pm10, List<String> events) implements Serializable {

    /** What nearly every day has. */
    public static final ExcludedHours NONE = new ExcludedHours(0, 0, List.of());

    public ExcludedHours {
        events = List.copyOf(events);
    }

    /** The hours of a pollutant; none of a gas. */
    public int of(Pollutant p) {
        return switch (p) {
            case PM25 -> pm25;
            case PM10 -> pm10;
            default -> 0;
        };
    }

    /** Whether the hour (0 to 23) of a pollutant is out. */
    public boolean isOut(int hour, Pollutant p) {
        return (of(p) >> hour & 1) == 1;
    }

    public boolean touches(Pollutant p) {
        return of(p) != 0;
    }

    public boolean isNone() {
        return pm25 == 0 && pm10 == 0;
    }

    /** The hours of both; an hour that two events name is out once. */
    public ExcludedHours and(ExcludedHours other) {
        return new ExcludedHours(
                pm25 | other.pm25,
                pm10 | other.pm10,
                List.copyOf(new TreeSet<>(
                        Stream.concat(events.stream(), other.events.stream()).toList())));
    }
}
