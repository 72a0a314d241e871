package org.microgram.flink.state;

import org.microgram.messages.rows.FiguresCodec;
import org.microgram.messages.rows.Marker;
import org.microgram.messages.rows.Row;

/**
 * A message of {@code figures}, encoded once where it is made.
 *
 * @param route 0 and up: hash of the row's subject, which all rows of a subject share; −1 − n: straight into partition n
 * @param message the bytes
 */
public record Figure(int route, byte[] message) {

    public static Figure of(Row row) {
        return new Figure(row.subject().hashCode() & Integer.MAX_VALUE, FiguresCodec.encode(row));
    }

    public static Figure of(Marker marker, int partition) {
        return new Figure(-1 - partition, FiguresCodec.encode(marker));
    }

    /** Where it belongs among so many. */
    public int partition(int partitions) {
        return route >= 0 ? route % partitions : -1 - route;
    }
}
