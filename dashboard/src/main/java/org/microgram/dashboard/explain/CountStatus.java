package org.microgram.dashboard.explain;

import java.util.List;
import java.util.Set;
import org.microgram.messages.rows.AirFields;
import org.microgram.messages.rows.Row;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.MonitoringPlan;

/**
 * How far a count of days can be relied on: as far as the pollutants that decide which days are counted.
 *
 * <p>With the profile {@code archive} a day counts when its PM2.5 is valid, so the count stands and falls with PM2.5; with {@code strict}
 * all six must have their days, but those that the monitoring plan leaves out.
 */
public final class CountStatus {

    private CountStatus() {}

    /** @param row a month, year to date or year */
    public static Status of(Row row) {
        if (row.number("evaluated_days") == 0) {
            return Status.NONE;
        }
        boolean archive = DailyProfile.ARCHIVE.code().equals(row.text("profile"));
        List<Pollutant> deciding = archive ? List.of(Pollutant.PM25) : Pollutant.ALL;
        Set<Pollutant> exempt = MonitoringPlan.parse(row.text("not_monitored"));
        return deciding.stream()
                        .allMatch(p -> exempt.contains(p) || Status.OK.code().equals(status(row, p)))
                ? Status.OK
                : Status.BELOW_MINIMUM;
    }

    /** Of all hours: counts keep those of events. */
    private static String status(Row row, Pollutant p) {
        String all = p.isParticulate() ? row.text(AirFields.withEvents(p.column()) + "_status") : null;
        return all == null ? row.text(p.column() + "_status") : all;
    }

    /** The days that one pollutant needs in the period, which all of them need alike. */
    public static int needed(Row row) {
        return Math.toIntExact(row.number("pm25_needed"));
    }
}
