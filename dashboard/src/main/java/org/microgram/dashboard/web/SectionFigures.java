package org.microgram.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.water.WaterDecimals;
import org.microgram.standards.water.WaterParameter;

/** Rows of a section's day, month, year to date or year as the page gets them. */
final class SectionFigures {

    private SectionFigures() {}

    static Period of(Row row) {
        List<Value> values = new ArrayList<>();
        for (WaterParameter parameter : WaterFields.COLUMNS) {
            values.add(value(row, parameter));
        }
        return new Period(
                interval(row),
                RiversOfMonth.monthOf(row).toString(),
                Figures.integer(row, "class"),
                Figures.integer(row, "class_realtime"),
                row.text("status"),
                row.text("attained"),
                row.text("governing"),
                row.text("governing_realtime"),
                row.text("main_pollutants"),
                row.text("over_target"),
                row.text("apart"),
                row.text("lacking"),
                row.text("not_assessed"),
                Figures.integer(row, "samples"),
                Figures.integer(row, "revision"),
                values);
    }

    private static Value value(Row row, WaterParameter parameter) {
        String column = parameter.column();
        String exact = row.text(column + "_exact");
        return new Value(
                parameter.code(),
                exact == null
                        ? null
                        : WaterDecimals.published(parameter, Fraction.parse(exact))
                                .toString(),
                Figures.exact(row, column + "_exact"),
                Figures.integer(row, column + "_had"),
                Figures.integer(row, column + "_needed"),
                row.text(column + "_status"),
                row.measurement() == Measurement.WATER_MONTH ? row.text(column + "_source") : null);
    }

    /** The last word of the keys of its figures: a month {@code 2020-05}, a day, the last day of a year to date, a year. */
    private static String interval(Row row) {
        return switch (row.measurement()) {
            case WATER_MONTH -> RiversOfMonth.monthOf(row).toString();
            case WATER_YEAR -> Integer.toString(RiversOfMonth.monthOf(row).getYear());
            default -> Hours.dayOf(row.key().endSecond()).toString();
        };
    }

    /**
     * @param interval as its keys name it
     * @param waterClass 1 to 6 by the profile assessment; null when it is not assessed, and {@code notAssessed} says why
     * @param waterClassRealtime the same by the profile realtime, of five parameters, unrounded
     */
    record Period(
            String interval,
            String month,
            Integer waterClass,
            Integer waterClassRealtime,
            String status,
            String attained,
            String governing,
            String governingRealtime,
            String mainPollutants,
            String overTarget,
            String apart,
            String lacking,
            String notAssessed,
            Integer samples,
            Integer revision,
            List<Value> values) {}

    /** @param source of a month: automatic, manual or automatic_short; null of others */
    record Value(
            String parameter, String value, String exact, Integer had, Integer needed, String status, String source) {}
}
