package org.microgram.dashboard.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.standards.number.Scaled;

/** Rows as a JSON array of objects: numbers exactly as they are, a field without a value null. */
public final class RowsJson implements RowsOut {

    private final Subjects subjects;
    private final JsonGenerator json;

    public RowsJson(Subjects subjects, Writer out) throws IOException {
        this.subjects = subjects;
        this.json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(out)
                .setPrettyPrinter(new DefaultPrettyPrinter());
    }

    @Override
    public void begin(Measurement measurement) throws IOException {
        json.writeStartArray();
    }

    @Override
    public void row(Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("subject_kind", row.subject().kind());
        json.writeStringField("subject_id", row.subject().id());
        json.writeStringField("subject_name", subjects.nameZh(row.subject()));
        json.writeStringField("period_start", Csv.time(row.key().startSecond()));
        json.writeStringField("period_end", Csv.time(row.key().endSecond()));
        List<Field> fields = row.measurement().fields();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            json.writeFieldName(field.name());
            if (!row.has(i)) {
                json.writeNull();
            } else if (field.isText()) {
                json.writeString(row.text(i));
            } else {
                json.writeNumber(Scaled.print(row.number(i), field.digits()));
            }
        }
        json.writeEndObject();
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeRaw('\n');
        json.close();
    }
}
