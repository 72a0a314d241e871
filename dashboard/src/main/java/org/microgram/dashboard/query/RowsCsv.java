package org.microgram.dashboard.query;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.standards.number.Scaled;

/**
 * Rows as CSV (UTF-8, lines end with LF): {@code subject_kind,subject_id,subject_name,period_start,period_end}, then the fields by their declared
 * names. Numbers are printed exactly, without trailing zeros; none is empty.
 */
public final class RowsCsv implements RowsOut {

    private static final String KEY_COLUMNS = "subject_kind,subject_id,subject_name,period_start,period_end";

    private final Subjects subjects;
    private final Writer out;

    public RowsCsv(Subjects subjects, Writer out) {
        this.subjects = subjects;
        this.out = out;
    }

    @Override
    public void begin(Measurement measurement) throws IOException {
        out.write(KEY_COLUMNS);
        for (Field field : measurement.fields()) {
            out.write("," + field.name());
        }
        out.write("\n");
    }

    @Override
    public void row(Row row) throws IOException {
        List<Field> fields = row.measurement().fields();
        StringBuilder line = new StringBuilder(256)
                .append(row.subject().kind())
                .append(',')
                .append(Csv.text(row.subject().id()))
                .append(',')
                .append(Csv.text(subjects.nameZh(row.subject())))
                .append(',')
                .append(Csv.time(row.key().startSecond()))
                .append(',')
                .append(Csv.time(row.key().endSecond()));
        for (int i = 0; i < fields.size(); i++) {
            line.append(',');
            if (row.has(i)) {
                Field field = fields.get(i);
                line.append(field.isText() ? Csv.text(row.text(i)) : Scaled.print(row.number(i), field.digits()));
            }
        }
        out.append(line.append('\n'));
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
