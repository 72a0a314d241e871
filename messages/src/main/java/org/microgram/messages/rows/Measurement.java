package org.microgram.messages.rows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every measurement with its fields, declared once. {@code docs/rows.md} is generated from here; fields are only ever appended. */
public enum Measurement {
    /** What one record said, every version ever received: the truth that figures are recounted from. */
    READING("reading", false, LedgerFields.reading()),
    /** One hour of a station or an area; its interval is the hour. */
    AIR_HOUR("air_hour", false, AirFields.hour()),
    /** One natural day. */
    AIR_DAY("air_day", false, AirFields.day()),
    /** One calendar month. */
    AIR_MONTH("air_month", false, AirFields.period()),
    /** The year from 1 January to the end of a day. */
    AIR_TO_DATE("air_to_date", true, AirFields.period()),
    /** One calendar year. */
    AIR_YEAR("air_year", false, AirFields.period()),
    /** What the ledger did with a station's records of one batch: the law of conservation, countable after any restart. */
    DELIVERY("delivery", false, LedgerFields.delivery()),
    /** A day of a station or a section was locked after its final review, or opened again; its interval is the day. */
    LOCK("lock", false, LedgerFields.lock()),
    /** The account of a target at the end of a day; its interval is the day, its variant the target's id. */
    AIR_ACCOUNT("air_account", false, AccountFields.account()),

    // ---- views: computed from stored days when asked for, never stored

    /** Twelve months that end at a month's end. */
    AIR_ROLLING12("air_rolling12", true, true, ViewFields.period(AirFields.period())),
    /** A quarter. */
    AIR_QUARTER("air_quarter", false, true, ViewFields.period(AirFields.period())),
    /** A half-year. */
    AIR_HALF_YEAR("air_half_year", false, true, ViewFields.period(AirFields.period())),
    /** Three calendar years. */
    AIR_THREE_YEARS("air_three_years", true, true, ViewFields.period(AirFields.period())),
    /** A figure of a period against last year's and against the last period's. */
    AIR_CHANGE("air_change", true, true, ViewFields.change()),
    /** The composite index of a period. */
    AIR_COMPOSITE("air_composite", true, true, ViewFields.composite()),
    /** The place of a unit or a station among all, by a figure of a period. */
    AIR_RANK("air_rank", true, true, ViewFields.rank()),
    /** Whether consecutive years rise or fall. */
    AIR_TREND("air_trend", true, true, ViewFields.trend()),

    // ---- surface water, stored

    /** One sample of a section; its interval is the second at which the water was taken. */
    WATER_SAMPLE("water_sample", false, WaterFields.sample()),
    /** One natural day of a section. */
    WATER_DAY("water_day", false, WaterFields.period("samples", false, false)),
    /** One calendar month of a section. */
    WATER_MONTH("water_month", false, WaterFields.period("valid days", true, false)),
    /** The year from 1 January to the end of a month. */
    WATER_TO_DATE("water_to_date", true, WaterFields.period("months", false, true)),
    /** One calendar year of a section. */
    WATER_YEAR("water_year", false, WaterFields.period("months", false, true)),
    /** What one message said of a sample, every version ever received: the truth that figures of water are recounted from. */
    WATER_READING("water_reading", false, WaterFields.reading()),

    // ---- rivers, basins, lakes and areas by their sections, stored

    /** One calendar month of a river, basin, lake or area. */
    BASIN_MONTH("basin_month", false, BasinFields.of(false)),
    /** The year from 1 January to the end of a month. */
    BASIN_TO_DATE("basin_to_date", true, BasinFields.of(true)),
    /** One calendar year of a river, basin, lake or area. */
    BASIN_YEAR("basin_year", false, BasinFields.of(true));

    private static final List<Measurement> STORED =
            Arrays.stream(values()).filter(m -> !m.view).toList();

    private final String code;
    private final boolean anchoredAtEnd;
    private final boolean view;
    private final List<Field> fields;
    private final Map<String, Integer> indexes = new HashMap<>();

    Measurement(String code, boolean anchoredAtEnd, List<Field> fields) {
        this(code, anchoredAtEnd, false, fields);
    }

    Measurement(String code, boolean anchoredAtEnd, boolean view, List<Field> fields) {
        this.code = code;
        this.anchoredAtEnd = anchoredAtEnd;
        this.view = view;
        this.fields = List.copyOf(fields);
        for (int i = 0; i < fields.size(); i++) {
            if (indexes.put(fields.get(i).name(), i) != null) {
                throw new IllegalStateException(
                        code + " declares " + fields.get(i).name() + " twice");
            }
        }
    }

    /** The name in topics, tables and commands: {@code air_hour}. */
    public String code() {
        return code;
    }

    /** Those that a store keeps and that travel: all but the views. */
    public static List<Measurement> stored() {
        return STORED;
    }

    /** Whether its rows are computed from others when asked for, and never stored. */
    public boolean isView() {
        return view;
    }

    /** Whether it is of surface water. */
    public boolean isOfWater() {
        return code.startsWith("water_") || isOfBasins();
    }

    /** Whether it is of what is assessed by sections: rivers, basins, lakes, areas. */
    public boolean isOfBasins() {
        return code.startsWith("basin_");
    }

    public List<Field> fields() {
        return fields;
    }

    /** Whether a row is placed in time by the last day of its interval instead of by its start (year to date). */
    public boolean anchoredAtEnd() {
        return anchoredAtEnd;
    }

    /** The second that places a row in time: where {@code scan} looks for it. */
    public long anchor(long startSecond, long endSecond) {
        return anchoredAtEnd ? endSecond - 86_400 : startSecond;
    }

    /** @throws IllegalArgumentException naming the fields that exist */
    public int index(String field) {
        Integer index = indexes.get(field);
        if (index == null) {
            throw new IllegalArgumentException(code + " has no field " + field + "; it has "
                    + fields.stream().map(Field::name).toList());
        }
        return index;
    }

    public boolean hasField(String field) {
        return indexes.containsKey(field);
    }

    /** @throws IllegalArgumentException naming the measurements that exist */
    public static Measurement of(String code) {
        for (Measurement m : values()) {
            if (m.code.equals(code)) {
                return m;
            }
        }
        throw new IllegalArgumentException("no measurement is called " + code + "; there are "
                + Arrays.stream(values()).map(Measurement::code).toList());
    }
}
