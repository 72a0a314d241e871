package org.microgram.ingest.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.files.TextBytes;
import org.microgram.messages.readings.Refusal.Reason;

/** Splits a table into rows: UTF-8, comma separated, a header first; refuses what cannot be split, and keeps the rows before it. */
public final class CsvTable {

    private static final int MOST_FIELDS = 64;
    private static final int MOST_FIELD_CHARS = 16_384;

    /** What is done with the rows. */
    public interface Rows {

        /** Takes the header; the answer is what is wrong with it, empty when it can be used. */
        String header(List<String> names);

        /** How many values a row may hold. */
        int valuesInRow();

        /** Takes a row, with as many cells as it has. */
        void row(long line, List<String> cells);
    }

    private CsvTable() {}

    /** Reads a table; what cannot be one is refused. */
    public static void read(byte[] bytes, String source, ReadRun run, Rows rows) throws IOException {
        if (!TextBytes.checked(bytes, source, run)) {
            return;
        }
        long line = 1;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .detectBomHeader(true)
                .build(
                        CsvRecordHandler.of(
                                handler -> handler.maxFields(MOST_FIELDS).maxFieldSize(MOST_FIELD_CHARS)),
                        new ByteArrayInputStream(bytes),
                        StandardCharsets.UTF_8)) {
            boolean begun = false;
            for (CsvRecord row : csv) {
                line = row.getStartingLineNumber();
                if (begun) {
                    rows.row(line, row.getFields());
                    continue;
                }
                begun = true;
                String fault = rows.header(row.getFields());
                if (!fault.isEmpty()) {
                    int lost = rows.valuesInRow() * count(csv);
                    run.countRead(lost);
                    run.refuse(Reason.BAD_HEADER, source, line, fault, TextBytes.head(bytes), lost);
                    return;
                }
            }
        } catch (CsvParseException e) {
            // A quote that is never closed swallows the rest of the file: what was read before stands.
            String found = "the rest cannot be split into rows";
            run.refuse(Reason.CUT_ROW, source, line + 1, found, TextBytes.head(bytes), 0);
        }
    }

    private static int count(CsvReader<CsvRecord> csv) {
        int rows = 0;
        for (CsvRecord row : csv) {
            rows += row.getFieldCount() > 0 ? 1 : 0;
        }
        return rows;
    }
}
