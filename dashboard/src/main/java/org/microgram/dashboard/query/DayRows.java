package org.microgram.dashboard.query;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.microgram.messages.rows.AirFields;
import org.microgram.messages.rows.Row;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.figures.MonitoringPlan;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.views.DayFigures;

/** A stored day, as views take it: the exact values, never the rounded ones; of means those without the hours of confirmed events. */
final class DayRows {

    private DayRows() {}

    static DayFigures read(Row row) {
        List<DayFigures.OfPollutant> six = new ArrayList<>(Pollutant.COUNT);
        Map<Pollutant, DayFigures.OfPollutant> withEvents = new EnumMap<>(Pollutant.class);
        for (Pollutant p : Pollutant.ALL) {
            String name = AirFields.day(p);
            int revision = row.has(name + "_revision") ? Math.toIntExact(row.number(name + "_revision")) : 0;
            DayFigures.OfPollutant all = value(row, name, revision);
            String assessed = AirFields.assessed(row, p);
            if (assessed.equals(name)) {
                six.add(all);
            } else {
                six.add(value(row, assessed, revision));
                withEvents.put(p, all);
            }
        }
        return new DayFigures(
                ChinaTime.date(ChinaTime.dayOf(row.key().startSecond())),
                six,
                withEvents,
                row.has("aqi") ? Math.toIntExact(row.number("aqi")) : SubIndex.NONE,
                row.has("inputs_present") ? Math.toIntExact(row.number("inputs_present")) : 0,
                row.text("edition"),
                row.number("received_at"),
                MonitoringPlan.parse(row.text("not_monitored")),
                row.text("events") == null
                        ? List.of()
                        : List.of(row.text("events").split(" ")));
    }

    private static DayFigures.OfPollutant value(Row row, String name, int revision) {
        String exact = row.text(name + "_exact");
        return new DayFigures.OfPollutant(
                exact == null ? null : Fraction.parse(exact), status(row.text(name + "_status")), revision);
    }

    private static Status status(String code) {
        return code == null ? Status.NONE : Status.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
