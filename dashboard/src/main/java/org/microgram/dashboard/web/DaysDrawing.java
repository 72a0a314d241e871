package org.microgram.dashboard.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.microgram.dashboard.query.AccountView;
import org.microgram.dashboard.query.TargetAccount;
import org.microgram.messages.network.Target;
import org.microgram.messages.rows.Measurement;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.air.Level;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.views.DayFigures;

/** What the page draws of an account of counted days or of ozone besides the figures of {@code account --json}: every day that is gone. */
final class DaysDrawing {

    private DaysDrawing() {}

    static Map<String, Object> of(TargetAccount account, AccountView view) {
        Target target = account.target();
        Map<String, Object> json = new LinkedHashMap<>(account.json());
        json.put("example", target.example());
        if (target.indicator() == Indicator.PM25_MEAN) {
            json.put("indicator", target.indicator().code());
            json.put("target_written", target.written());
            return json;
        }
        LocalDate first = target.period().firstDay();
        LocalDate through = account.days().through();
        Map<LocalDate, DayFigures> stored = new HashMap<>();
        view.stored(target.subject(), first, through).forEach(day -> stored.put(day.date(), day));
        List<Map<String, Object>> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(through); day = day.plusDays(1)) {
            days.add(day(target, day, stored.get(day)));
        }
        json.put("last_day", target.period().lastDay().toString());
        json.put("days", days);
        return json;
    }

    private static Map<String, Object> day(Target target, LocalDate date, DayFigures day) {
        Map<String, Object> of = new LinkedHashMap<>();
        of.put("date", date.toString());
        String parameter = target.indicator().parameter();
        of.put("key", Figures.key(target.subject(), Measurement.AIR_DAY.code(), parameter, date.toString()));
        if (target.indicator().isCount()) {
            boolean has = day != null && day.hasAqi();
            of.put("value", has ? Integer.toString(day.aqi()) : null);
            of.put("level", has ? Level.of(day.aqi()).number() : null);
        } else {
            of.put("value", day != null && day.isValid(Pollutant.O3) ? Long.toString(day.rounded(Pollutant.O3)) : null);
        }
        return of;
    }
}
