package org.microgram.dashboard.web;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.air.Pollutant;
import org.microgram.store.Store;

/** A year of days of one subject, with the year's own figures: what the calendar shows. */
final class YearOfDays {

    /** Archives of hourly air data begin in 2013; nothing earlier is looked for. */
    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    private final Store store;

    YearOfDays(Store store) {
        this.store = store;
    }

    View of(Subject subject, String nameZh, String nameEn, int year) {
        LocalDate first = Year.of(year).atDay(1);
        Map<LocalDate, Row> rows = new HashMap<>();
        store.scan(
                Measurement.AIR_DAY,
                List.of(subject),
                Hours.startOfDay(first),
                Hours.startOfDay(first.plusYears(1)),
                row -> rows.put(Hours.dayOf(row.key().endSecond()), row));
        List<Day> days = new ArrayList<>();
        for (LocalDate day = first; day.getYear() == year; day = day.plusDays(1)) {
            Row row = rows.get(day);
            if (row != null) {
                days.add(day(subject, day, row));
            }
        }
        return new View(
                new CityNow.Named(subject.kind(), subject.id(), nameZh, nameEn),
                year,
                years(subject),
                Year.of(year).length(),
                days,
                summary(subject, year));
    }

    private static Day day(Subject subject, LocalDate day, Row row) {
        String date = day.toString();
        return new Day(
                date,
                Figures.text(row, "aqi"),
                Figures.integer(row, "level"),
                Figures.primary(row),
                Figures.integer(row, "inputs_present"),
                Figures.concentration(row, "pm25", Pollutant.PM25.decimals()),
                Figures.exact(row, "pm25_exact"),
                Figures.text(row, "pm25_status"),
                Figures.integer(row, "revision"),
                Figures.key(subject, "air_day", "AQI", date),
                Figures.key(subject, "air_day", "PM2.5", date));
    }

    /** The years with a day to show: 12 rows a year tell it, not 365. The last hour of a year comes with the archive of the next. */
    private List<Integer> years(Subject subject) {
        TreeSet<Integer> years = new TreeSet<>();
        store.scan(Measurement.AIR_MONTH, List.of(subject), Hours.startOfDay(FIRST), Hours.startOfDay(LAST), row -> {
            if (row.number("evaluated_days") != 0) {

                years.add(Hours.dayOf(row.key().endSecond()).getYear());
            }
        });
        return List.copyOf(years);
    }

    private List<Figure> summary(Subject subject, int year) {
        List<Row> rows = new ArrayList<>();
        store.scan(
                Measurement.AIR_YEAR,
                List.of(subject),
                Hours.startOfDay(Year.of(year).atDay(1)),
                Hours.startOfDay(Year.of(year + 1).atDay(1)),
                rows::add);
        if (rows.isEmpty()) {
            return List.of();
        }
        Row row = rows.get(rows.size() - 1);
        String period = Integer.toString(year);
        return List.of(
                new Figure(
                        "PM2.5",
                        Figures.text(row, "pm25"),
                        "µg/m³",
                        Figures.integer(row, "pm25_had"),
                        Figures.integer(row, "pm25_needed"),
                        Figures.text(row, "pm25_status"),
                        Figures.key(subject, "air_year", "PM2.5", period)),
                count(subject, row, period, "good_days"),
                count(subject, row, period, "heavy_days"),
                count(subject, row, period, "evaluated_days"));
    }

    private static Figure count(Subject subject, Row row, String period, String field) {
        return new Figure(
                field,
                Figures.text(row, field),
                "d",
                null,
                null,
                null,
                Figures.key(subject, "air_year", field, period));
    }

    /** The answer of {@code /api/days}; days without a row are left out. */
    record View(
            CityNow.Named subject,
            int year,
            List<Integer> years,
            int calendarDays,
            List<Day> days,
            List<Figure> summary) {}

    record Day(
            String date,
            String aqi,
            Integer level,
            List<String> primary,
            Integer inputsPresent,
            String pm25,
            String pm25Exact,
            String pm25Status,
            Integer revision,
            String aqiKey,
            String pm25Key) {}

    record Figure(
            String parameter, String value, String unit, Integer had, Integer needed, String status, String key) {}
}
