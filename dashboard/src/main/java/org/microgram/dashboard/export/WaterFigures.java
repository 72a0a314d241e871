package org.microgram.dashboard.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.water.Profile;
import org.microgram.standards.water.WaterDecimals;
import org.microgram.standards.water.WaterParameter;

/** Lines of {@code figures.csv} of a section's day, month, year to date or year: means, both classes, multiples over class III, and the target. */
final class WaterFigures {

    /** As rows have them: {@code CODMn(1.2)}. */
    private static final Pattern MULTIPLE = Pattern.compile("(\\S+)\\(([^)]+)\\)");

    private WaterFigures() {}

    static List<Figure> of(Row row, String period) {
        List<Figure> figures = new ArrayList<>();
        for (WaterParameter p : WaterFields.COLUMNS) {
            // What a section has no instrument for is no figure; of the five that make a class, a gap is one.
            if (row.has(p.column()) || Profile.five().contains(p)) {
                figures.add(mean(row, period, p));
            }
        }
        long judged = row.has("judged") ? row.number("judged") : 0;
        long lacking = words(row.text("lacking"));
        String status = row.text("status");
        figures.add(
                figure(row, "class", period, "", number(row, "class"), judged, judged + lacking, status, "assessment"));
        long five = Profile.five().size();
        String realtime = row.has("class_realtime") ? "ok" : "none";
        figures.add(figure(
                row, "class", period, "", number(row, "class_realtime"), five - lacking, five, realtime, "realtime"));
        String attained = row.text("attained");
        String kept = attained.equals("attained") ? "1" : attained.equals("missed") ? "0" : "";
        figures.add(figure(row, "attained", period, "", kept, judged, judged + lacking, attained, "assessment"));
        String main = row.text("main_pollutants");
        for (MatchResult each :
                MULTIPLE.matcher(main == null ? "" : main).results().toList()) {
            figures.add(figure(
                    row,
                    "exceedance_multiple",
                    period,
                    each.group(1),
                    each.group(2),
                    judged,
                    judged + lacking,
                    status,
                    "assessment"));
        }
        return figures;
    }

    private static Figure mean(Row row, String period, WaterParameter p) {
        String exact = row.text(p.column() + "_exact");
        return new Figure(
                row,
                "mean",
                period,
                p.code(),
                exact == null
                        ? ""
                        : WaterDecimals.published(p, Fraction.parse(exact)).toString(),
                exact == null ? "" : Fraction.parse(exact).toSixDecimals(),
                p.unit(),
                row.number(p.column() + "_had"),
                row.has(p.column() + "_needed") ? row.number(p.column() + "_needed") : 0,
                row.text(p.column() + "_status"),
                "assessment",
                row.number("revision"));
    }

    private static Figure figure(
            Row row,
            String name,
            String period,
            String parameter,
            String value,
            long had,
            long needed,
            String status,
            String profile) {
        return new Figure(
                row, name, period, parameter, value, "", "1", had, needed, status, profile, row.number("revision"));
    }

    private static String number(Row row, String field) {
        return row.has(field) ? Long.toString(row.number(field)) : "";
    }

    private static long words(String text) {
        return text == null ? 0 : text.split(" ").length;
    }
}
