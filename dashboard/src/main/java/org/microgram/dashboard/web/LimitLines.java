package org.microgram.dashboard.web;

import java.time.LocalDate;
import java.util.Optional;
import org.microgram.standards.air.Limits;
import org.microgram.standards.air.Limits.Limit;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Scaled;

/** The limit that a chart of hours draws as a hairline: that of the hour, or that of the day where none is set for the hour (PM). */
final class LimitLines {

    /** Ambient zones of class 2, where people live. */
    private static final int GRADE = 2;

    private LimitLines() {}

    static Optional<Line> on(Pollutant pollutant, LocalDate day) {
        if (!Limits.knows(day)) {
            return Optional.empty();
        }
        Limit limit = Limits.on(day, pollutant, pollutant.isParticulate() ? "day" : "hour");
        return Optional.of(new Line(
                Scaled.print(limit.of(GRADE), Scaled.DIGITS), limit.averaging(), limit.edition(), limit.clause()));
    }

    /**
     * @param value in the pollutant's unit, a decimal string
     * @param averaging hour or day
     */
    record Line(String value, String averaging, String edition, String clause) {}
}
