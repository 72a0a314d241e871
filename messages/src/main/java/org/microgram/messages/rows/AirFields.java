package org.microgram.messages.rows;

import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.rows.Field.Kind;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.number.Scaled;

/** Fields of the measurements of the air, and how those of a pollutant are called. */
public final class AirFields {

    /** What exceptional events touch. */
    public static final List<Pollutant> PARTICULATES =
            Pollutant.ALL.stream().filter(Pollutant::isParticulate).toList();

    private AirFields() {}

    static List<Field> hour() {
        List<Field> fields = new ArrayList<>();
        for (Pollutant p : Pollutant.ALL) {
            fields.add(new Field(
                    p.column(),
                    Kind.DECIMAL,
                    Scaled.DIGITS,
                    p.unit(),
                    p.code() + ", mean of the hour: of a station as received, of an area rounded"));
        }
        for (Pollutant p : Pollutant.ALL) {
            fields.add(new Field(
                    rolling(p),
                    Kind.DECIMAL,
                    1,
                    p.unit(),
                    p == Pollutant.O3
                            ? "O3, mean of the last 8 hours, as published"
                            : p.code() + ", mean of the last 24 hours, as published"));
        }
        for (Pollutant p : Pollutant.ALL) {
            fields.add(new Field("iaqi_" + p.column(), Kind.INTEGER, 0, "1", "sub-index of " + p.code()));
        }
        fields.add(new Field("aqi", Kind.INTEGER, 0, "1", "real-time AQI"));
        fields.add(new Field("level", Kind.INTEGER, 0, "1", "level 1 to 6"));
        fields.add(new Field(
                "primary", Kind.TEXT, 0, "", "primary pollutants, joined by a space; none at AQI 50 or less"));
        fields.add(
                new Field("inputs_present", Kind.INTEGER, 0, "1", "how many of the six pollutants the AQI rests on"));
        fields.add(new Field("profile", Kind.TEXT, 0, "", "publication profile"));
        fields.add(new Field("revision", Kind.INTEGER, 0, "1", "superseded values among the inputs of this row"));
        for (Pollutant p : Pollutant.ALL) {
            fields.add(new Field(
                    p.column() + "_num", Kind.INTEGER, 0, "10⁻⁶ " + p.unit(), "numerator of the exact area mean"));
            fields.add(new Field(
                    p.column() + "_den", Kind.INTEGER, 0, "1", "its denominator: member stations that had a value"));
        }
        for (Pollutant p : Pollutant.ALL) {
            fields.add(new Field(
                    rolling(p) + "_num", Kind.INTEGER, 0, "10⁻⁶ " + p.unit(), "numerator of the exact rolling mean"));
            fields.add(new Field(rolling(p) + "_den", Kind.INTEGER, 0, "1", "its denominator"));
            fields.add(new Field(
                    rolling(p) + "_had", Kind.INTEGER, 0, "1", "hours (station) or stations (area) it rests on"));
        }
        fields.add(new Field("needed", Kind.INTEGER, 0, "1", "member stations needed, of an area; 1 of a station"));
        fields.add(new Field(
                "below_minimum",
                Kind.INTEGER,
                0,
                "1",
                "bit set: 0–5 hour values, 6–11 rolling means that lack inputs"));
        fields.add(new Field("edition", Kind.TEXT, 0, "", "edition of the index"));
        fields.add(new Field("received_at", Kind.INTEGER, 0, "ms", "newest arrival among the inputs of this hour"));
        fields.add(new Field("config", Kind.TEXT, 0, "", "hash of the configuration"));
        for (Pollutant p : Pollutant.ALL) {
            fields.add(new Field(
                    flags(p),
                    Kind.INTEGER,
                    0,
                    "1",
                    "what is suspect in a station's " + p.code() + ", a bit set (docs/screening.md)"));
        }
        fields.add(new Field(
                "outliers",
                Kind.TEXT,
                0,
                "",
                "members of an area far from the others' median, as 1003A:PM2.5, joined by a space"));
        fields.add(unconfirmed());
        return fields;
    }

    static List<Field> day() {
        List<Field> fields = new ArrayList<>();
        for (Pollutant p : Pollutant.ALL) {
            String name = day(p);
            String what =
                    p == Pollutant.O3 ? "O3, greatest 8-hour mean of the day (MDA8)" : p.code() + ", mean of the day";
            fields.add(new Field(name, Kind.DECIMAL, p.decimals(), p.unit(), what + ", published"));
        }
        for (Pollutant p : Pollutant.ALL) {
            String name = day(p);
            fields.add(new Field(name + "_exact", Kind.TEXT, 0, p.unit(), "the exact value as numerator/denominator"));
            fields.add(new Field(
                    name + "_had",
                    Kind.INTEGER,
                    0,
                    "1",
                    p == Pollutant.O3
                            ? "8-hour windows (station) or stations (area) it had"
                            : "hours (station) or stations (area) it had"));
            fields.add(new Field(name + "_needed", Kind.INTEGER, 0, "1", "how many it needs"));
            fields.add(new Field(name + "_status", Kind.TEXT, 0, "", "ok, below_minimum or none"));
            fields.add(new Field(name + "_revision", Kind.INTEGER, 0, "1", "superseded values among its inputs"));
        }
        for (Pollutant p : Pollutant.ALL) {
            fields.add(new Field("iaqi_" + p.column(), Kind.INTEGER, 0, "1", "sub-index of " + p.code()));
        }
        fields.add(new Field("aqi", Kind.INTEGER, 0, "1", "daily AQI"));
        fields.add(new Field("level", Kind.INTEGER, 0, "1", "level 1 to 6"));
        fields.add(new Field("primary", Kind.TEXT, 0, "", "primary pollutants, joined by a space"));
        fields.add(new Field("inputs_present", Kind.INTEGER, 0, "1", "how many of the six pollutants are valid"));
        fields.add(new Field("status", Kind.TEXT, 0, "", "of the AQI: ok, withheld or none"));
        fields.add(new Field(
                "o3_by_exceedance",
                Kind.INTEGER,
                0,
                "1",
                "1 when MDA8 has under 14 windows and counts because it exceeds the limit"));
        fields.add(new Field("edition", Kind.TEXT, 0, "", "edition of the index"));
        fields.add(new Field("profile", Kind.TEXT, 0, "", "which days have an AQI: archive or strict"));
        fields.add(new Field("revision", Kind.INTEGER, 0, "1", "superseded values among all inputs"));
        fields.add(new Field("received_at", Kind.INTEGER, 0, "ms", "newest arrival among the inputs"));
        fields.add(new Field("config", Kind.TEXT, 0, "", "hash of the configuration"));
        for (Pollutant p : Pollutant.ALL) {
            addStates(fields, day(p));
        }
        fields.add(unconfirmed());
        fields.add(notMonitored("on the day; where one has no value, it is published as /"));
        for (Pollutant p : PARTICULATES) {
            String name = lessEvents(p);
            String what =
                    p.code() + ", mean of the day without the hours of confirmed events; only where one touches it";
            fields.add(new Field(name, Kind.DECIMAL, p.decimals(), p.unit(), what));
            fields.add(new Field(name + "_exact", Kind.TEXT, 0, p.unit(), "the exact value as numerator/denominator"));
            fields.add(new Field(
                    name + "_had", Kind.INTEGER, 0, "1", "hours (station) or stations (area) that are left of it"));
            fields.add(
                    new Field(name + "_status", Kind.TEXT, 0, "", "ok, below_minimum or none; only ok enters a mean"));
        }
        fields.add(events("the day"));
        return fields;
    }

    static List<Field> period() {
        List<Field> fields = new ArrayList<>();
        for (Pollutant p : Pollutant.ALL) {
            fields.add(new Field(
                    p.column(),
                    Kind.DECIMAL,
                    1,
                    p.unit(),
                    "mean of the valid days" + (p == Pollutant.O3 ? "' MDA8" : "")));
        }
        for (Pollutant p : Pollutant.ALL) {
            String name = p.column();
            fields.add(new Field(name + "_exact", Kind.TEXT, 0, p.unit(), "the exact mean as numerator/denominator"));
            fields.add(new Field(name + "_had", Kind.INTEGER, 0, "d", "valid days it had"));
            fields.add(new Field(name + "_needed", Kind.INTEGER, 0, "d", "valid days it needs"));
            fields.add(new Field(name + "_status", Kind.TEXT, 0, "", "ok, below_minimum or none"));
            fields.add(new Field(name + "_revision", Kind.INTEGER, 0, "1", "superseded values among its inputs"));
            fields.add(new Field(
                    percentile(p), Kind.DECIMAL, p.decimals(), p.unit(), "percentile of the daily values, HJ 663"));
            fields.add(new Field(percentile(p) + "_exact", Kind.TEXT, 0, p.unit(), "the exact percentile"));
            fields.add(new Field(
                    name + "_attaining",
                    Kind.INTEGER,
                    0,
                    "d",
                    "days at or under the daily limit, grade II; those of events count"));
        }
        fields.add(new Field("good_days", Kind.INTEGER, 0, "d", "days with AQI 100 or less"));
        fields.add(new Field("heavy_days", Kind.INTEGER, 0, "d", "days with AQI over 200"));
        fields.add(new Field("evaluated_days", Kind.INTEGER, 0, "d", "days with an AQI"));
        fields.add(new Field("good_days_six", Kind.INTEGER, 0, "d", "good days with all six pollutants"));
        fields.add(new Field("heavy_days_six", Kind.INTEGER, 0, "d", "heavy days with all six pollutants"));
        fields.add(new Field("evaluated_days_six", Kind.INTEGER, 0, "d", "days with an AQI of all six pollutants"));
        fields.add(new Field("calendar_days", Kind.INTEGER, 0, "d", "days of the period"));
        fields.add(new Field("edition", Kind.TEXT, 0, "", "edition that judges"));
        fields.add(new Field("profile", Kind.TEXT, 0, "", "which days have an AQI: archive or strict"));
        fields.add(new Field("revision", Kind.INTEGER, 0, "1", "superseded values among all inputs"));
        fields.add(new Field("received_at", Kind.INTEGER, 0, "ms", "newest arrival among the inputs"));
        fields.add(new Field("config", Kind.TEXT, 0, "", "hash of the configuration"));
        for (Pollutant p : Pollutant.ALL) {
            addStates(fields, p.column());
        }
        fields.add(new Field(
                "mixed_edition",
                Kind.INTEGER,
                0,
                "1",
                "1 when its days are judged by more than one edition: its counts of days are on no single base"));
        fields.add(new Field(
                "mixed_state",
                Kind.INTEGER,
                0,
                "1",
                "1 when its gases are at more than one reference state (273 K until 2018-08-31, 298.15 K since)"));
        fields.add(unconfirmed());
        fields.add(notMonitored("on any of its days"));
        for (Pollutant p : PARTICULATES) {
            String name = withEvents(p.column());
            String percentile = withEvents(percentile(p));
            fields.add(new Field(
                    name,
                    Kind.DECIMAL,
                    1,
                    p.unit(),
                    "mean of the days with all their hours, where a confirmed event touches one; " + p.column()
                            + " is without its hours"));
            fields.add(new Field(name + "_exact", Kind.TEXT, 0, p.unit(), "the exact mean as numerator/denominator"));
            fields.add(new Field(name + "_had", Kind.INTEGER, 0, "d", "valid days with all their hours"));
            fields.add(new Field(name + "_status", Kind.TEXT, 0, "", "ok, below_minimum or none"));
            fields.add(new Field(
                    percentile, Kind.DECIMAL, p.decimals(), p.unit(), "percentile of the days with all their hours"));
            fields.add(new Field(percentile + "_exact", Kind.TEXT, 0, p.unit(), "the exact percentile"));
        }
        fields.add(events("any of its days"));
        return fields;
    }

    private static Field unconfirmed() {
        return new Field(
                "unconfirmed",
                Kind.TEXT,
                0,
                "",
                "what it rests on that no text confirms, each with how sure we are; joined by a semicolon");
    }

    private static Field events(String what) {
        return new Field(
                "events",
                Kind.TEXT,
                0,
                "",
                "confirmed exceptional events that touch " + what
                        + ", by their ids in config/events.yaml; joined by a space");
    }

    private static Field notMonitored(String when) {
        return new Field(
                "not_monitored",
                Kind.TEXT,
                0,
                "",
                "pollutants that the monitoring plan does not ask for " + when + "; joined by a space");
    }

    private static void addStates(List<Field> fields, String stem) {
        fields.add(new Field(
                stem + "_state", Kind.INTEGER, 0, "1", "lowest review state of its hourly values, 0 raw … 3 final"));
        fields.add(new Field(
                stem + "_states", Kind.TEXT, 0, "", "hourly values in each: raw/first/second/final, as 20/0/0/4"));
    }

    /** {@code pm25_flags} … in {@code air_hour}. */
    public static String flags(Pollutant p) {
        return p.column() + "_flags";
    }

    /** {@code o3_8h}, {@code pm25_24h} … */
    public static String rolling(Pollutant p) {
        return p == Pollutant.O3 ? "o3_8h" : p.column() + "_24h";
    }

    /** {@code o3_mda8}, {@code pm25} … in {@code air_day}. */
    public static String day(Pollutant p) {
        return p == Pollutant.O3 ? "o3_mda8" : p.column();
    }

    /** {@code pm25_less_events} … in {@code air_day}: of what is left without the hours of confirmed events. */
    public static String lessEvents(Pollutant p) {
        return day(p) + "_less_events";
    }

    /** Under which name a row of a day has the value that enters means: without the hours of confirmed events where one touches it. */
    public static String assessed(Row day, Pollutant p) {
        boolean touched = p.isParticulate() && day.text(lessEvents(p) + "_status") != null;
        return touched ? lessEvents(p) : day(p);
    }

    /** {@code pm25_with_events}, {@code pm25_p95_with_events} … in months, years and years to date: of all hours. */
    public static String withEvents(String field) {
        return field + "_with_events";
    }

    /** {@code pm25_p95}, {@code so2_p98}, {@code o3_p90} … (HJ 663: which percentile a pollutant is judged by). */
    public static String percentile(Pollutant p) {
        return p.column() + "_p" + p.percentile();
    }
}
