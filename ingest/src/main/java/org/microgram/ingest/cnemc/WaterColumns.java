package org.microgram.ingest.cnemc;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.water.WaterParameter;

/**
 * Which cell of a row is what, in either layout. Names are compared without HTML and without the unit in brackets; a unit in brackets must be
 * the one that the parameter is kept in.
 *
 * @param daily whether it is the daily file; else the four-hourly log
 * @param index place of each column that is not of a parameter, by its name in the log
 * @param displayed place of each parameter
 * @param unrounded place of each unrounded value; empty for the log
 * @param count how many cells a row has
 * @param faults what is wrong with the header
 */
record WaterColumns(
        boolean daily,
        Map<String, Integer> index,
        Map<WaterParameter, Integer> displayed,
        Map<WaterParameter, Integer> unrounded,
        int count,
        List<String> faults) {

    static final String ARRIVAL = "arrival_time";
    static final String PROVINCE = "省份";
    static final String NAME = "断面名称";
    static final String TIME = "监测时间";
    static final String CLASS = "水质类别";
    static final String STATUS = "站点情况";

    private static final String FILE_DATE = "file_date";
    private static final String UNROUNDED = "_orig";

    private static final Map<String, String> DAILY = Map.of(
            FILE_DATE,
            ARRIVAL,
            "province",
            PROVINCE,
            "section",
            NAME,
            "mon_time_raw",
            TIME,
            "official_class",
            CLASS,
            "status",
            STATUS);

    private static final Map<String, WaterParameter> PARAMETERS = parameters();

    /** What automatic stations measure: as many values as a row may hold. */
    static final int VALUES =
            Math.toIntExact(PARAMETERS.values().stream().distinct().count());

    private static Map<String, WaterParameter> parameters() {
        Map<String, WaterParameter> names = new HashMap<>();
        for (WaterParameter p : WaterFields.COLUMNS) {
            names.put(p.nameZh(), p);
            names.put(p.column(), p);
        }
        names.put("water_temp", WaterParameter.TEMPERATURE);
        names.put("pH", WaterParameter.PH);
        names.put("叶绿素α", WaterParameter.CHLA);
        return names;
    }

    static WaterColumns of(List<String> header) {
        List<String> plain = header.stream().map(Cells::plain).toList();
        boolean daily = plain.contains(FILE_DATE);
        Map<String, Integer> index = new HashMap<>();
        Map<WaterParameter, Integer> displayed = new EnumMap<>(WaterParameter.class);
        Map<WaterParameter, Integer> unrounded = new EnumMap<>(WaterParameter.class);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            String text = plain.get(i);
            int bracket = text.indexOf('(');
            String name = bracket < 0 ? text : text.substring(0, bracket);
            boolean isUnrounded = daily && name.endsWith(UNROUNDED);
            WaterParameter parameter =
                    PARAMETERS.get(isUnrounded ? name.substring(0, name.length() - UNROUNDED.length()) : name);
            boolean twice = parameter == null
                    ? index.putIfAbsent(daily ? DAILY.getOrDefault(name, name) : name, i) != null
                    : (isUnrounded ? unrounded : displayed).putIfAbsent(parameter, i) != null;
            if (twice) {
                faults.add("column " + name + " stands twice");
            }
            if (parameter != null && bracket >= 0 && !isUnitOf(parameter, text.substring(bracket))) {
                faults.add("column " + text + " is not in " + parameter.unit());
            }
        }
        for (String name : List.of(ARRIVAL, PROVINCE, NAME, TIME, CLASS, STATUS)) {
            if (!index.containsKey(name)) {
                faults.add("column " + name + " is missing");
            }
        }
        for (WaterParameter p : WaterFields.COLUMNS) {
            if (!displayed.containsKey(p)) {
                faults.add("column " + p.nameZh() + " is missing");
            }
        }
        return new WaterColumns(daily, index, displayed, unrounded, header.size(), faults);
    }

    private static boolean isUnitOf(WaterParameter parameter, String bracketed) {
        String unit = bracketed
                .replace("(", "")
                .replace(")", "")
                .replace("无量纲", "1")
                .replace("℃", "°C")
                .replace('μ', 'µ');
        return unit.equals(parameter.unit());
    }

    /** A cell by the name that its column has in the log. */
    String get(List<String> cells, String name) {
        return cells.get(index.get(name)).strip();
    }

    SampleCell value(List<String> cells, WaterParameter parameter) {
        String exact = unrounded.containsKey(parameter) ? cells.get(unrounded.get(parameter)) : "";
        return SampleCell.of(parameter, exact, cells.get(displayed.get(parameter)));
    }
}
