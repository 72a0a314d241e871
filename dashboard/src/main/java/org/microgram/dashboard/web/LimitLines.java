package org.microgram.dashboard.web;

import java.time.LocalDate;
import java.util.Optional;
import org.microgram.standards.air.Pollutant;

/** The limit that a chart draws as a hairline. Limits live in {@code standards}; the page only asks. */
@FunctionalInterface
public interface LimitLines {

    /** No hairlines. */
    LimitLines NONE = (pollutant, day) -> Optional.empty();

    /** The limit that hourly values of a pollutant are shown against on a day: the hourly one, or the daily where no hourly one exists. */
    Optional<Line> on(Pollutant pollutant, LocalDate day);

    /**
     * @param value in the pollutant's unit, a decimal string
     * @param averaging {@code 1h} or {@code 24h}
     * @param clause edition, table and grade
     */
    record Line(String value, String averaging, String clause) {}
}
