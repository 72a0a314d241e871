package org.microgram.dashboard.explain.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.microgram.dashboard.explain.EventWords;
import org.microgram.dashboard.explain.Paper;
import org.microgram.dashboard.query.Views;
import org.microgram.messages.rows.AirFields;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.Status;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.figures.MonitoringPlan;
import org.microgram.standards.figures.States;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Scaled;
import org.microgram.standards.views.Statistic;

/** The rows {@code air_day} that a figure of a span is made of, each as an input of its receipt. */
final class StoredDayRows {

    private final ViewKey key;
    private final LocalDate first;
    private final LocalDate through;
    private final Map<LocalDate, Row> rows = new TreeMap<>();

    StoredDayRows(Views views, ViewKey key, LocalDate through) {
        this.key = key;
        this.first = key.span().firstDay();
        this.through = through;
        views.scan(
                Measurement.AIR_DAY,
                Set.of(key.subject()),
                ChinaTime.startOf(first),
                ChinaTime.startOf(through.plusDays(1)),
                row -> rows.put(ChinaTime.date(ChinaTime.dayOf(row.key().startSecond())), row));
    }

    /** Each calendar day with the value that the statistic takes of it; gives back the exact sum of those that count. */
    Fraction values(Pollutant p, Paper paper) {
        Fraction sum = Fraction.ZERO;
        for (LocalDate day = first; !day.isAfter(through); day = day.plusDays(1)) {
            Row row = rows.get(day);
            String of = key.dayKey(day, p.code());
            String shown = day.toString().substring(5);
            boolean count = key.statistic().kind() == Statistic.Kind.ATTAINING_DAYS;
            String name = row == null || count ? AirFields.day(p) : AirFields.assessed(row, p);
            if (row == null || !row.has(AirFields.day(p))) {
                boolean left = row != null
                        && MonitoringPlan.parse(row.text("not_monitored")).contains(p);
                paper.unused(
                        of,
                        shown,
                        shown,
                        left ? MonitoringPlan.MARK : null,
                        null,
                        left ? "excluded" : "missing",
                        null,
                        null,
                        row == null ? "无此日的行" : left ? "不在监测方案内" : "当日无值",
                        row == null
                                ? "no row of the day"
                                : left ? "not in the monitoring plan" : "no value on the day");
                continue;
            }
            String value = row.has(name) ? Scaled.printFixed(row.number(name), p.decimals()) : null;
            Fraction exact = row.has(name) ? Fraction.parse(row.text(name + "_exact")) : null;
            int had = Math.toIntExact(row.number(name + "_had"));
            int needed = Math.toIntExact(row.number(AirFields.day(p) + "_needed"));
            if (Status.OK.code().equals(row.text(name + "_status"))) {
                sum = sum.plus(exact);
                paper.used(of, shown, value, exact.toSixDecimals(), had, needed);
            } else {
                paper.unused(
                        of,
                        shown,
                        shown,
                        value,
                        exact == null ? null : exact.toSixDecimals(),
                        "excluded",
                        had,
                        needed,
                        "有效数据 " + had + ",少于 " + needed,
                        had + " valid, fewer than " + needed);
            }
            if (!name.equals(AirFields.day(p))) {
                String all = Scaled.printFixed(row.number(AirFields.day(p)), p.decimals());
                EventWords.note(paper, List.of(row.text("events").split(" ")), all);
            }
        }
        return sum;
    }

    /** Each calendar day with its AQI. */
    void indices(Paper paper) {
        for (LocalDate day = first; !day.isAfter(through); day = day.plusDays(1)) {
            Row row = rows.get(day);
            String of = key.dayKey(day, "AQI");
            String shown = day.toString().substring(5);
            if (row != null && row.has("aqi")) {
                String aqi = Long.toString(row.number("aqi"));
                paper.used(of, shown, aqi, aqi, Math.toIntExact(row.number("inputs_present")), null);
                continue;
            }
            boolean withheld = row != null && Status.WITHHELD.code().equals(row.text("status"));
            paper.unused(
                    of,
                    shown,
                    shown,
                    null,
                    null,
                    withheld ? "excluded" : "missing",
                    null,
                    null,
                    row == null ? "无此日的行" : withheld ? "当日 AQI 不发布" : "浓度无效或缺失",
                    row == null
                            ? "no row of the day"
                            : withheld ? "the day's AQI is withheld" : "no valid concentration");
        }
    }

    /** How far the hourly values of its days have been reviewed. */
    States states() {
        List<Pollutant> of = key.statistic().pollutant() == null
                ? Pollutant.ALL
                : List.of(key.statistic().pollutant());
        States states = States.NONE;
        for (Row row : rows.values()) {
            for (Pollutant p : of) {
                String text = row.text(AirFields.day(p) + "_states");
                states = text == null ? states : states.plus(States.parse(text));
            }
        }
        return states;
    }
}
