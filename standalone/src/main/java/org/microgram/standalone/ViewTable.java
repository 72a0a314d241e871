package org.microgram.standalone;

import java.util.List;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.dashboard.query.RowsOut;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.terminal.Tables;

/** Rows of a view as a table for a person: what is looked at first. Everything else is in the CSV, and whoever wants it pipes. */
final class ViewTable implements RowsOut {

    private final Session session;
    private final Subjects subjects;
    private List<ViewColumns.Column> columns;
    private Tables table;
    private boolean starred;

    ViewTable(Session session, Subjects subjects) {
        this.session = session;
        this.subjects = subjects;
    }

    @Override
    public void begin(Measurement measurement) {
        columns = new ViewColumns(session.lang(), subjects).of(measurement);
        table = session.table(columns.stream()
                .map(column -> session.lang().pick(column.zh(), column.en()))
                .toList());
    }

    @Override
    public void row(Row row) {
        List<String> cells =
                columns.stream().map(column -> column.cell().apply(row)).toList();
        starred |= cells.stream().anyMatch(cell -> cell.endsWith(ViewColumns.STAR));
        table.row(cells);
    }

    @Override
    public void end() {
        table.close();
        if (starred) {
            session.terminal()
                    .out()
                    .println(session.lang()
                            .pick("* 有效数据不足，仅供参考", "* below the minimum of valid data, for reference only"));
        }
    }
}
