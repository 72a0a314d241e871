package org.microgram.messages.rows;

import java.io.Serializable;

/**
 * What a figure is about.
 *
 * @param kind {@code station}, {@code area}, {@code section}, {@code river}, {@code basin} or {@code water_body}
 * @param id its stable ASCII id
 */
public record Subject(String kind, String id) implements Comparable<Subject>, Serializable {

    public static final String STATION = "station";
    public static final String AREA = "area";
    public static final String SECTION = "section";
    public static final String RIVER = "river";
    public static final String BASIN = "basin";
    public static final String WATER_BODY = "water_body";

    public static Subject station(String id) {
        return new Subject(STATION, id);
    }

    public static Subject area(String id) {
        return new Subject(AREA, id);
    }

    public static Subject section(String id) {
        return new Subject(SECTION, id);
    }

    public static Subject river(String id) {
        return new Subject(RIVER, id);
    }

    public static Subject basin(String id) {
        return new Subject(BASIN, id);
    }

    /** A lake or reservoir. */
    public static Subject waterBody(String id) {
        return new Subject(WATER_BODY, id);
    }

    @Override
    public int compareTo(Subject other) {
        int order = kind.compareTo(other.kind);
        return order != 0 ? order : id.compareTo(other.id);
    }
}
