package org.microgram.ingest.cnemc;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.microgram.messages.rows.WaterFields;
import org.microgram.standards.water.WaterParameter;

/**
 * Which cell of a row is what, in each layout. Names are compared without HTML and without the unit in brackets; a unit in brackets must be
 * the one that the parameter is kept in.
 *
 * @param layout what kind of table it is
 * @param index place of each column that is not of a parameter, by its name in the log
 * @param displayed place of each parameter
 * @param unrounded place of each unrounded value; empty where a table has no columns of them
 * @param count how many cells a row has
 * @param faults what is wrong with the header
 */
record WaterColumns(
        Layout layout,
        Map<String, Integer> index,
        Map<WaterParameter, Integer> displayed,
        Map<WaterParameter, Integer> unrounded,
        int count,
        List<String> faults) {

    /** Tables of the national site. */
    enum Layout {
        /** The four-hourly log, with the arrival of each row. */
        LOG,
        /** The daily file, with unrounded values in columns of their own. */
        DAILY,
        /** What the page fetches, as JSON: unrounded values within the cells, no status, and when it was fetched is not in it. */
        PAGE
    }

    static final String ARRIVAL = "arrival_time";
    static final String PROVINCE = "省份";
    static final String NAME = "断面名称";
    static final String TIME = "监测时间";
    static final String CLASS = "水质类别";
    static final String STATUS = "站点情况";

    private static final String FILE_DATE = "file_date";
    private static final String UNROUNDED = "_orig";

    private static final Set<String> NOT_ON_THE_PAGE = Set.of(ARRIVAL, STATUS);

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

    /** Of a file of commas, which is the log or the daily file. */
    static WaterColumns ofTable(List<String> header) {
        boolean daily = header.stream().map(Cells::plain).anyMatch(FILE_DATE::equals);
        return of(daily ? Layout.DAILY : Layout.LOG, header);
    }

    static WaterColumns of(Layout layout, List<String> header) {
        List<String> plain = header.stream().map(Cells::plain).toList();
        boolean daily = layout == Layout.DAILY;
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
        Set<String> lacking = layout == Layout.PAGE ? NOT_ON_THE_PAGE : Set.of();
        for (String name : List.of(ARRIVAL, PROVINCE, NAME, TIME, CLASS, STATUS)) {
            if (!index.containsKey(name) && !lacking.contains(name)) {
                faults.add("column " + name + " is missing");
            }
        }
        for (WaterParameter p : WaterFields.COLUMNS) {
            if (!displayed.containsKey(p)) {
                faults.add("column " + p.nameZh() + " is missing");
            }
        }
        return new WaterColumns(layout, index, displayed, unrounded, header.size(), faults);
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

    /** A cell by the name that its column has in the log; empty when the table has none. */
    String get(List<String> cells, String name) {
        Integer place = index.get(name);
        return place == null ? "" : Cells.untagged(cells.get(place));
    }

    SampleCell value(List<String> cells, WaterParameter parameter) {
        String shown = cells.get(displayed.get(parameter));
        if (layout == Layout.PAGE) {
            PageCell cell = PageCell.of(shown);
            return SampleCell.of(parameter, cell.unrounded(), cell.displayed()).withNote(parameter, cell.remark());
        }
        String exact = unrounded.containsKey(parameter) ? cells.get(unrounded.get(parameter)) : "";
        return SampleCell.of(parameter, exact, shown);
    }
}
