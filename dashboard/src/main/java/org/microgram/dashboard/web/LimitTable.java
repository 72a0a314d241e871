package org.microgram.dashboard.web;

import java.time.LocalDate;
import java.util.Optional;
import org.microgram.standards.air.Limits;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Scaled;

/** Hairlines from GB 3095, grade II: the hourly limit of a gas, of particulates the daily one, as no hourly limit exists. */
public final class LimitTable implements LimitLines {

    @Override
    public Optional<Line> on(Pollutant pollutant, LocalDate day) {
        if (!Limits.knows(day)) {
            return Optional.empty();
        }
        String averaging = pollutant.isParticulate() ? "day" : "hour";
        Limits.Limit limit = Limits.on(day, pollutant, averaging);
        return Optional.of(new Line(
                Scaled.print(limit.grade2(), Scaled.DIGITS),
                pollutant.isParticulate() ? "24h" : "1h",
                limit.edition() + " " + limit.clause() + ", II"));
    }
}
