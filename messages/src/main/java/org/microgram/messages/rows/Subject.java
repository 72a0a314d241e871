package org.microgram.messages.rows;

import java.io.Serializable;

/**
 * What a figure is about.
 *
 * @param kind {@code station}, {@code area} or {@code section}
 * @param id its stable ASCII id
 */
public record Subject(String kind, String id) implements Comparable<Subject>, Serializable {

    public static final String STATION = "station";
    public static final String AREA = "area";
    public static final String SECTION = "section";

    public static Subject station(String id) {
        return new Subject(STATION, id);
    }

    public static Subject area(String id) {
        return new Subject(AREA, id);
    }

    public static Subject section(String id) {
        return new Subject(SECTION, id);
    }

    @Override
    public int compareTo(Subject other) {
        int order = kind.compareTo(other.kind);
        return order != 0 ? order : id.compareTo(other.id);
    }
}
