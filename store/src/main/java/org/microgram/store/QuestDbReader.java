package org.microgram.store;

import io.questdb.cairo.ColumnType;
import io.questdb.cairo.sql.Record;
import io.questdb.cairo.sql.RecordCursor;
import io.questdb.cairo.sql.SymbolTable;
import io.questdb.std.str.Utf8Sequence;
import io.questdb.std.str.Utf8s;
import java.util.Arrays;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;
import org.microgram.messages.rows.Subject;

/** Makes rows of a cursor over all columns of a table, in their order. */
final class QuestDbReader {

    private final QuestDbTable table;
    private final RecordCursor cursor;

    // Symbols come as numbers: each distinct text is made once, not once a row.
    private final String[][] symbols;

    QuestDbReader(QuestDbTable table, RecordCursor cursor, int columns) {
        this.table = table;
        this.cursor = cursor;
        this.symbols = new String[columns][16];
    }

    Subject subject(Record record) {
        return new Subject(text(record, 1), text(record, 2));
    }

    Row row(Record record) {
        Row.Builder row = Row.builder(new RowKey(
                table.measurement(), subject(record), record.getLong(3), record.getLong(4), text(record, 5)));
        int first = QuestDbTable.KEY_COLUMNS.size();
        for (int i = first; i < symbols.length; i++) {
            if (table.type(i) == ColumnType.LONG) {
                row.number(i - first, record.getLong(i));
            } else {
                row.text(i - first, text(record, i));
            }
        }
        return row.build();
    }

    private String text(Record record, int column) {
        if (table.type(column) == ColumnType.SYMBOL) {
            return symbol(record.getInt(column), column);
        }
        Utf8Sequence value = record.getVarcharA(column);
        return value == null ? null : value.size() == 0 ? "" : Utf8s.stringFromUtf8Bytes(value);
    }

    private String symbol(int key, int column) {
        if (key == SymbolTable.VALUE_IS_NULL) {
            return null;
        }
        String[] known = symbols[column];
        if (key >= known.length) {
            known = Arrays.copyOf(known, Math.max(key + 1, known.length * 2));
            symbols[column] = known;
        }
        if (known[key] == null) {
            known[key] = cursor.getSymbolTable(column).valueOf(key).toString();
        }
        return known[key];
    }
}
