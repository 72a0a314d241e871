package org.microgram.messages.air;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.microgram.messages.rows.AirFields;
import org.microgram.messages.rows.Row;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.air.Aqi;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.air.Unconfirmed;
import org.microgram.standards.compare.StoredDay;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.DayIndex;
import org.microgram.standards.figures.MonitoringPlan;
import org.microgram.standards.number.Fraction;

/** Rows {@code air_day} as days that can be judged a second time, and rows of the days so judged. */
public final class StoredDays {

    private StoredDays() {}

    /** @param row of {@code air_day} */
    public static StoredDay of(Row row) {
        Map<Pollutant, Fraction> valid = new EnumMap<>(Pollutant.class);
        Map<Pollutant, Fraction> assessed = new EnumMap<>(Pollutant.class);
        for (Pollutant p : Pollutant.ALL) {
            String name = AirFields.day(p);
            valid(row, name).ifPresent(value -> valid.put(p, value));
            valid(row, AirFields.assessed(row, p)).ifPresent(value -> assessed.put(p, value));
        }
        Aqi aqi = row.has("aqi")
                ? new Aqi(
                        Math.toIntExact(row.number("aqi")),
                        Math.toIntExact(row.number("level")),
                        row.text("primary"),
                        Math.toIntExact(row.number("inputs_present")))
                : Aqi.UNKNOWN;
        return new StoredDay(
                ChinaTime.date(ChinaTime.dayOf(row.key().startSecond())),
                valid,
                assessed,
                aqi,
                Unconfirmed.parse(row.text("unconfirmed")),
                MonitoringPlan.parse(row.text("not_monitored")));
    }

    private static Optional<Fraction> valid(Row row, String name) {
        return Status.OK.code().equals(row.text(name + "_status"))
                ? Optional.of(Fraction.parse(row.text(name + "_exact")))
                : Optional.empty();
    }

    /** The row as it would be under another edition of the index; the concentrations and what they rest on stay. */
    public static Row under(SubIndex edition, DailyProfile profile, Row row) {
        if (edition.edition().equals(row.text("edition"))) {
            return row;
        }
        StoredDay day = of(row);
        DayIndex index = day.under(edition, profile);
        Row.Builder judged = Row.builder(row.key());
        for (int i = 0; i < row.measurement().fields().size(); i++) {
            if (row.measurement().fields().get(i).isText()) {
                judged.text(i, row.text(i));
            } else {
                judged.number(i, row.number(i));
            }
        }
        for (Pollutant p : Pollutant.ALL) {
            judged.number("iaqi_" + p.column(), numberOrNone(index.subIndex(p), SubIndex.NONE));
        }
        int ofOld = Unconfirmed.INPUT_ROUNDING.bit() | Unconfirmed.ABOVE_LAST_BREAKPOINT.bit();
        return judged.number("aqi", numberOrNone(index.aqi().value(), SubIndex.NONE))
                .number("level", numberOrNone(index.aqi().level(), Aqi.UNKNOWN.level()))
                .text("primary", index.aqi().primary())
                .text("status", index.status().code())
                .text("edition", edition.edition())
                .text("unconfirmed", Unconfirmed.text(day.unconfirmed() & ~ofOld | index.unconfirmed()))
                .build();
    }

    private static long numberOrNone(int number, int none) {
        return number == none ? Row.NONE : number;
    }
}
