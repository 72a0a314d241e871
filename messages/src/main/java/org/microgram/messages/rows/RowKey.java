package org.microgram.messages.rows;

import java.io.Serializable;

/**
 * What makes a row the same row: writing it again replaces it.
 *
 * @param startSecond start of its interval, seconds since 1970 UTC
 * @param endSecond end of its interval
 * @param variant tells rows of one subject and interval apart where a measurement needs it ({@code reading}: the version); else empty
 */
public record RowKey(Measurement measurement, Subject subject, long startSecond, long endSecond, String variant)
        implements Comparable<RowKey>, Serializable {

    @Override
    public int compareTo(RowKey other) {
        int order = measurement.compareTo(other.measurement);
        if (order == 0) {
            order = subject.compareTo(other.subject);
        }
        if (order == 0) {
            order = Long.compare(startSecond, other.startSecond);
        }
        if (order == 0) {
            order = Long.compare(endSecond, other.endSecond);
        }
        return order != 0 ? order : variant.compareTo(other.variant);
    }
}
