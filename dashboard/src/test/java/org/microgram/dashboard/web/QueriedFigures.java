package org.microgram.dashboard.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.microgram.dashboard.query.Query;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.water.WaterParameter;

/** Every figure of a section as the command {@code query} writes it, by the key that the page names it by; empty where there is none. */
final class QueriedFigures {

    private QueriedFigures() {}

    static Map<String, String> of(Query query, String section) {
        Map<String, String> figures = new HashMap<>();
        for (String measurement : List.of("water_sample", "water_day", "water_month", "water_to_date", "water_year")) {
            List<String[]> lines = csv(query, measurement, section);
            Map<String, Integer> at = new HashMap<>();
            for (int i = 0; i < lines.get(0).length; i++) {
                at.put(lines.get(0)[i], i);
            }
            for (String[] line : lines.subList(1, lines.size())) {
                String stem = section + " " + measurement + " ";
                String interval = interval(measurement, line[at.get("period_start")], line[at.get("period_end")]);
                if (measurement.equals("water_sample") && line[at.get("by_hand")].equals("1")) {
                    interval += "/manual";
                }
                figures.put(stem + "class " + interval, line[at.get("class")]);
                figures.put(stem + "class_realtime " + interval, line[at.get("class_realtime")]);
                for (WaterParameter parameter : WaterFields.COLUMNS) {
                    figures.put(stem + parameter.code() + " " + interval, line[at.get(parameter.column())]);
                }
            }
        }
        return figures;
    }

    private static List<String[]> csv(Query query, String measurement, String section) {
        StringWriter out = new StringWriter();
        try {
            query.write(measurement, List.of(section), null, null, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().lines().map(line -> line.split(",", -1)).toList();
    }

    private static String interval(String measurement, String start, String end) {
        return switch (measurement) {
            case "water_sample" -> start.substring(0, 16);
            case "water_day" -> start.substring(0, 10);
            case "water_month" -> start.substring(0, 7);
            case "water_year" -> start.substring(0, 4);
            default -> OffsetDateTime.parse(end).minusDays(1).toLocalDate().toString();
        };
    }
}
