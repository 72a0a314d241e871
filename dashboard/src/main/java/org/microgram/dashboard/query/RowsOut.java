package org.microgram.dashboard.query;

import java.io.IOException;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;

/** Where rows of one measurement go, in the order they come. */
public interface RowsOut {

    /** Once, before any row: everything that was asked for has been understood. */
    void begin(Measurement measurement) throws IOException;

    void row(Row row) throws IOException;

    /** Once, after the last row. */
    void end() throws IOException;
}
