package org.microgram.dashboard.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.messages.rows.AirFields;
import org.microgram.messages.rows.Row;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;

/** The second result that stands beside the first where a confirmed event touches a day or a period (definitions §10). */
final class EventFigures {

    private EventFigures() {}

    /** {@code mean_less_events} of a day: what enters the means. */
    static Optional<Figure> ofDay(Row row, Pollutant p) {
        String name = AirFields.assessed(row, p);
        if (name.equals(AirFields.day(p))) {
            return Optional.empty();
        }
        return Optional.of(new Figure(
                row,
                "mean_less_events",
                "day",
                p.code(),
                row.has(name) ? Scaled.printFixed(row.number(name), p.decimals()) : "",
                exact(row, name),
                p.unit(),
                row.number(name + "_had"),
                row.number(AirFields.day(p) + "_needed"),
                row.text(name + "_status"),
                row.text("profile"),
                row.number(AirFields.day(p) + "_revision")));
    }

    /**
     * {@code mean_with_events} and {@code p95_with_events} of a period: of all hours.
     *
     * @param decimals that a mean of the period is published with
     */
    static List<Figure> ofPeriod(Row row, Pollutant p, String period, int decimals) {
        List<Figure> figures = new ArrayList<>();
        if (isTouched(row, p)) {
            String mean = AirFields.withEvents(p.column());
            String percentile = AirFields.withEvents(AirFields.percentile(p));
            // Rows hold means at one decimal; the published ones have none or one.
            String shown = row.has(mean)
                    ? Scaled.printFixed(row.number(mean) / Scaled.powerOfTen(1 - decimals), decimals)
                    : "";
            figures.add(figure(row, p, period, "mean_with_events", shown, exact(row, mean)));
            figures.add(figure(
                    row,
                    p,
                    period,
                    "p" + p.percentile() + "_with_events",
                    row.has(percentile) ? Scaled.printFixed(row.number(percentile), p.decimals()) : "",
                    exact(row, percentile)));
        }
        return figures;
    }

    /** Valid days with all their hours. */
    static long had(Row period, Pollutant p) {
        return period.number((isTouched(period, p) ? AirFields.withEvents(p.column()) : p.column()) + "_had");
    }

    /** Whether there are enough of them. */
    static String status(Row period, Pollutant p) {
        return period.text((isTouched(period, p) ? AirFields.withEvents(p.column()) : p.column()) + "_status");
    }

    private static boolean isTouched(Row period, Pollutant p) {
        return p.isParticulate() && period.text(AirFields.withEvents(p.column()) + "_status") != null;
    }

    private static Figure figure(Row row, Pollutant p, String period, String name, String value, String exact) {
        return new Figure(
                row,
                name,
                period,
                p.code(),
                value,
                exact,
                p.unit(),
                had(row, p),
                row.number(p.column() + "_needed"),
                status(row, p),
                row.text("profile"),
                row.number(p.column() + "_revision"));
    }

    private static String exact(Row row, String field) {
        return row.has(field) ? Fraction.parse(row.text(field + "_exact")).toSixDecimals() : "";
    }
}
