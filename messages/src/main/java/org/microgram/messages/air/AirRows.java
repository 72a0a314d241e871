package org.microgram.messages.air;

import java.util.Collection;
import org.microgram.messages.rows.AirFields;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Aqi;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.air.PublishedDecimals;
import org.microgram.standards.air.SubIndex;
import org.microgram.standards.air.Unconfirmed;
import org.microgram.standards.figures.AirDay;
import org.microgram.standards.figures.AirHour;
import org.microgram.standards.figures.AirPeriod;
import org.microgram.standards.figures.DailyProfile;
import org.microgram.standards.figures.Judging;
import org.microgram.standards.figures.MonitoringPlan;
import org.microgram.standards.figures.Period;
import org.microgram.standards.figures.States;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounding;
import org.microgram.standards.number.Scaled;

/** Figures of the air as rows: names and scales only, no arithmetic of its own but the rounding of a period's published mean. */
public final class AirRows {

    /** Rows print concentrations of rolling and period means to this many decimals. */
    private static final int ROW_DIGITS = 1;

    private final Subject subject;
    private final DailyProfile dailyProfile;
    private final Judging judging;
    private final String config;

    /** Periods are judged by the edition in force on their last day. */
    public AirRows(Subject subject, DailyProfile dailyProfile, String config) {
        this(subject, dailyProfile, Judging.BY_LAST_DAY, config);
    }

    /**
     * @param dailyProfile which days have an AQI
     * @param judging which edition judges a period
     * @param config hash of the configuration, carried by every row
     */
    public AirRows(Subject subject, DailyProfile dailyProfile, Judging judging, String config) {
        this.subject = subject;
        this.dailyProfile = dailyProfile;
        this.judging = judging;
        this.config = config;
    }

    public Row hour(AirHour hour) {
        long start = hour.startSecond();
        Row.Builder row =
                Row.builder(new RowKey(Measurement.AIR_HOUR, subject, start, start + ChinaTime.SECONDS_OF_HOUR, ""));
        boolean area = subject.kind().equals(Subject.AREA);
        for (Pollutant p : Pollutant.ALL) {
            int i = p.ordinal();
            int rolling = Pollutant.COUNT + i;
            if (hour.flags(i) != 0) {
                row.number(Fields.HOUR_FLAGS[i], hour.flags(i));
            }
            if (hour.has(i)) {
                row.number(Fields.HOURLY[i], hour.hourly(p));
                if (area) {
                    row.number(Fields.HOURLY_NUM[i], hour.numerator(i));
                    row.number(Fields.HOURLY_DEN[i], hour.denominator(i));
                }
            }
            if (hour.has(rolling)) {
                row.number(Fields.ROLLING[i], hour.rolling(p) / Scaled.powerOfTen(Scaled.DIGITS - ROW_DIGITS));
                row.number(Fields.ROLLING_NUM[i], hour.numerator(rolling));
                row.number(Fields.ROLLING_DEN[i], hour.denominator(rolling));
                row.number(Fields.ROLLING_HAD[i], hour.had(rolling));
            }
            if (hour.subIndex(i) != SubIndex.NONE) {
                row.number(Fields.HOUR_IAQI[i], hour.subIndex(i));
            }
        }
        if (hour.aqi().exists()) {
            row.number(Fields.AQI, hour.aqi().value());
            row.number(Fields.LEVEL, hour.aqi().level());
            row.text(Fields.PRIMARY, hour.aqi().primary());
        }
        row.number(Fields.INPUTS_PRESENT, hour.aqi().inputs());
        row.text(Fields.PROFILE, hour.profile().name());
        row.number(Fields.REVISION, hour.revision());
        row.number(Fields.NEEDED, hour.needed());
        row.number(Fields.BELOW_MINIMUM, hour.belowMinimum());
        row.text(Fields.EDITION, hour.edition());
        row.number(Fields.RECEIVED_AT, hour.receivedAt());
        row.text(Fields.OUTLIERS, hour.outliers());
        row.text(Fields.UNCONFIRMED, Unconfirmed.text(hour.unconfirmed()));
        return row.text(Fields.CONFIG, config).build();
    }

    public Row day(AirDay day) {
        long start = ChinaTime.startOf(day.day());
        Row.Builder row =
                Row.builder(new RowKey(Measurement.AIR_DAY, subject, start, start + ChinaTime.SECONDS_OF_DAY, ""));
        for (Pollutant p : Pollutant.ALL) {
            Fields.Judged f = Fields.DAY[p.ordinal()];
            if (day.exact(p) != null) {
                row.number(f.value(), day.rounded(p));
                row.text(f.exact(), day.exact(p).toString());
            }
            row.number(f.had(), day.had(p));
            row.number(f.needed(), day.needed(p));
            row.text(f.status(), day.status(p).code());
            row.number(f.revision(), day.revision(p));
            states(row, f, day.states(p));
            if (day.subIndex(p) != SubIndex.NONE) {
                row.number(Fields.DAY_IAQI[p.ordinal()], day.subIndex(p));
            }
            if (day.lessEvents(p) != null) {
                lessEvents(row, p, day);
            }
        }
        aqi(row, day.aqi());
        row.number("inputs_present", day.inputsPresent());
        row.text("status", day.aqiStatus().code());
        row.number("o3_by_exceedance", day.o3ByExceedance() ? 1 : 0);
        row.text("edition", day.edition());
        row.text("profile", dailyProfile.code());
        row.number("revision", day.revision());
        row.number("received_at", day.receivedAt());
        row.text("unconfirmed", Unconfirmed.text(day.unconfirmed()));
        row.text("not_monitored", MonitoringPlan.codes(day.notMonitored()));
        row.text("events", events(day.events()));
        return row.text("config", config).build();
    }

    public Row period(AirPeriod figures) {
        Period period = figures.period();
        Row.Builder row = Row.builder(new RowKey(
                measurement(period),
                subject,
                ChinaTime.startOf(period.first()),
                ChinaTime.startOf(period.last().plusDays(1)),
                ""));
        for (Pollutant p : Pollutant.ALL) {
            AirPeriod.OfPollutant of = figures.of(p);
            Fields.Judged f = Fields.PERIOD[p.ordinal()];
            if (of.mean() != null) {
                int decimals = PublishedDecimals.ofMean(p, period.last());
                row.number(
                        f.value(),
                        of.mean().rounded(decimals, Rounding.HALF_EVEN) * Scaled.powerOfTen(ROW_DIGITS - decimals));
                row.text(f.exact(), of.mean().toString());
                Fraction percentile = of.percentile();
                row.number(Fields.PERCENTILE[p.ordinal()], percentile.rounded(p.decimals(), Rounding.HALF_EVEN));
                row.text(Fields.PERCENTILE_EXACT[p.ordinal()], percentile.toString());
            }
            row.number(f.had(), of.had());
            row.number(f.needed(), of.needed());
            row.text(f.status(), of.status().code());
            row.number(f.revision(), of.revision());
            states(row, f, of.states());
            row.number(Fields.ATTAINING[p.ordinal()], of.attaining());
            if (of.withEvents() != null) {
                withEvents(row, p, of.withEvents(), period);
            }
        }
        row.number("good_days", figures.good());
        row.number("heavy_days", figures.heavy());
        row.number("evaluated_days", figures.evaluated());
        row.number("good_days_six", figures.goodOfSix());
        row.number("heavy_days_six", figures.heavyOfSix());
        row.number("evaluated_days_six", figures.evaluatedOfSix());
        row.number("calendar_days", period.days());
        row.text("edition", judging.edition(period).orElse(null));
        row.text("profile", dailyProfile.code());
        row.number("revision", figures.revision());
        row.number("received_at", figures.receivedAt());
        row.number("mixed_edition", period.isMixedEdition() ? 1 : 0);
        row.number("mixed_state", period.isMixedState() ? 1 : 0);
        row.text("unconfirmed", Unconfirmed.text(judging.unconfirmed(period, figures.unconfirmed())));
        row.text("not_monitored", MonitoringPlan.codes(figures.notMonitored()));
        row.text("events", events(figures.events()));
        return row.text("config", config).build();
    }

    private static void lessEvents(Row.Builder row, Pollutant p, AirDay day) {
        AirDay.LessEvents less = day.lessEvents(p);
        String name = AirFields.lessEvents(p);
        if (less.exact() != null) {
            row.number(name, day.assessedRounded(p));
            row.text(name + "_exact", less.exact().toString());
        }
        row.number(name + "_had", less.had());
        row.text(name + "_status", less.status().code());
    }

    private static void withEvents(Row.Builder row, Pollutant p, AirPeriod.WithEvents all, Period period) {
        String name = AirFields.withEvents(p.column());
        if (all.mean() != null) {
            int decimals = PublishedDecimals.ofMean(p, period.last());
            String percentile = AirFields.withEvents(AirFields.percentile(p));
            row.number(
                    name, all.mean().rounded(decimals, Rounding.HALF_EVEN) * Scaled.powerOfTen(ROW_DIGITS - decimals));
            row.text(name + "_exact", all.mean().toString());
            row.number(percentile, all.percentile().rounded(p.decimals(), Rounding.HALF_EVEN));
            row.text(percentile + "_exact", all.percentile().toString());
        }
        row.number(name + "_had", all.had());
        row.text(name + "_status", all.status().code());
    }

    private static String events(Collection<String> ids) {
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    private static void states(Row.Builder row, Fields.Judged f, States states) {
        if (!states.isEmpty()) {
            row.number(f.state(), states.lowest().ordinal());
            row.text(f.states(), states.print());
        }
    }

    private static void aqi(Row.Builder row, Aqi aqi) {
        if (aqi.exists()) {
            row.number("aqi", aqi.value());
            row.number("level", aqi.level());
            row.text("primary", aqi.primary());
        }
    }

    private static Measurement measurement(Period period) {
        return switch (period.kind()) {
            case MONTH -> Measurement.AIR_MONTH;
            case YEAR -> Measurement.AIR_YEAR;
            case YEAR_TO_DATE -> Measurement.AIR_TO_DATE;
        };
    }

    /** Where each field stands in its measurement, looked up once. */
    private static final class Fields {

        record Judged(int value, int exact, int had, int needed, int status, int revision, int state, int states) {}

        static final int[] HOURLY = of(Measurement.AIR_HOUR, p -> p.column());
        static final int[] HOURLY_NUM = of(Measurement.AIR_HOUR, p -> p.column() + "_num");
        static final int[] HOURLY_DEN = of(Measurement.AIR_HOUR, p -> p.column() + "_den");
        static final int[] ROLLING = of(Measurement.AIR_HOUR, AirFields::rolling);
        static final int[] ROLLING_NUM = of(Measurement.AIR_HOUR, p -> AirFields.rolling(p) + "_num");
        static final int[] ROLLING_DEN = of(Measurement.AIR_HOUR, p -> AirFields.rolling(p) + "_den");
        static final int[] ROLLING_HAD = of(Measurement.AIR_HOUR, p -> AirFields.rolling(p) + "_had");
        static final int[] HOUR_IAQI = of(Measurement.AIR_HOUR, p -> "iaqi_" + p.column());
        // Of the hour, which is nine of ten rows.
        static final int AQI = Measurement.AIR_HOUR.index("aqi");
        static final int LEVEL = Measurement.AIR_HOUR.index("level");
        static final int PRIMARY = Measurement.AIR_HOUR.index("primary");
        static final int INPUTS_PRESENT = Measurement.AIR_HOUR.index("inputs_present");
        static final int PROFILE = Measurement.AIR_HOUR.index("profile");
        static final int REVISION = Measurement.AIR_HOUR.index("revision");
        static final int NEEDED = Measurement.AIR_HOUR.index("needed");
        static final int BELOW_MINIMUM = Measurement.AIR_HOUR.index("below_minimum");
        static final int EDITION = Measurement.AIR_HOUR.index("edition");
        static final int RECEIVED_AT = Measurement.AIR_HOUR.index("received_at");
        static final int OUTLIERS = Measurement.AIR_HOUR.index("outliers");
        static final int UNCONFIRMED = Measurement.AIR_HOUR.index("unconfirmed");
        static final int CONFIG = Measurement.AIR_HOUR.index("config");
        static final int[] HOUR_FLAGS = of(Measurement.AIR_HOUR, AirFields::flags);
        static final int[] DAY_IAQI = of(Measurement.AIR_DAY, p -> "iaqi_" + p.column());
        static final Judged[] DAY = judged(Measurement.AIR_DAY, AirFields::day);
        // Months, years and years to date declare the same fields.
        static final Judged[] PERIOD = judged(Measurement.AIR_MONTH, Pollutant::column);
        static final int[] PERCENTILE = of(Measurement.AIR_MONTH, AirFields::percentile);
        static final int[] PERCENTILE_EXACT = of(Measurement.AIR_MONTH, p -> AirFields.percentile(p) + "_exact");
        static final int[] ATTAINING = of(Measurement.AIR_MONTH, p -> p.column() + "_attaining");

        private static int[] of(Measurement measurement, java.util.function.Function<Pollutant, String> name) {
            return Pollutant.ALL.stream()
                    .mapToInt(p -> measurement.index(name.apply(p)))
                    .toArray();
        }

        private static Judged[] judged(Measurement m, java.util.function.Function<Pollutant, String> name) {
            return Pollutant.ALL.stream()
                    .map(name)
                    .map(n -> new Judged(
                            m.index(n),
                            m.index(n + "_exact"),
                            m.index(n + "_had"),
                            m.index(n + "_needed"),
                            m.index(n + "_status"),
                            m.index(n + "_revision"),
                            m.index(n + "_state"),
                            m.index(n + "_states")))
                    .toArray(Judged[]::new);
        }
    }
}
