package org.microgram.store;

import io.questdb.cairo.ColumnType;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.TableWriterAPI;
import io.questdb.cairo.sql.RecordMetadata;
import io.questdb.std.str.Utf8String;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.microgram.messages.rows.Field;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.messages.rows.RowKey;

/**
 * One measurement as a table of QuestDB: its name, its columns in their order, and how a row is put into them.
 *
 * <p>The designated timestamp is the anchor in microseconds. A decimal or integer is a LONG, whose null is {@link Row#NONE}. A text with
 * few distinct values is a SYMBOL, any other a VARCHAR.
 */
final class QuestDbTable {

    /** Columns that every table has, before those of its fields. */
    static final List<String> KEY_COLUMNS =
            List.of("ts", "subject_kind", "subject_id", "period_start", "period_end", "variant");

    static final int MICROS = 1_000_000;

    private static final Set<String> FEW_DISTINCT = Set.of(
            "edition", "profile", "primary", "config", "status", "unconfirmed", "not_monitored", "indicator", "period");

    private final Measurement measurement;
    private final List<String> columns = new ArrayList<>(KEY_COLUMNS);
    private final List<Short> types = new ArrayList<>();

    QuestDbTable(Measurement measurement) {
        this.measurement = measurement;
        types.addAll(List.of(
                ColumnType.TIMESTAMP,
                ColumnType.SYMBOL,
                ColumnType.SYMBOL,
                ColumnType.LONG,
                ColumnType.LONG,
                hasManyVariants() ? ColumnType.VARCHAR : ColumnType.SYMBOL));
        for (Field field : measurement.fields()) {
            // a field may bear the name of a key column
            columns.add(KEY_COLUMNS.contains(field.name()) ? "field_" + field.name() : field.name());
            types.add(typeOf(field));
        }
    }

    Measurement measurement() {
        return measurement;
    }

    String name() {
        return measurement.code();
    }

    short type(int column) {
        return types.get(column);
    }

    /** All columns, quoted, in the order of {@link #type}. */
    String columnList() {
        return "\"" + String.join("\", \"", columns) + "\"";
    }

    String createStatement() {
        StringBuilder sql = new StringBuilder("CREATE TABLE IF NOT EXISTS \"" + name() + "\" (");
        for (int i = 0; i < columns.size(); i++) {
            sql.append(i == 0 ? "" : ", ").append(declaration(i));
        }
        // The anchor is one end of the interval, so that only the other one has to tell rows apart.
        return sql.append(") TIMESTAMP(ts) PARTITION BY ")
                .append(partitionedByMonth() ? "MONTH" : "YEAR")
                .append(" WAL DEDUP UPSERT KEYS(ts, subject_kind, subject_id, ")
                .append(measurement.anchoredAtEnd() ? "period_start" : "period_end")
                .append(", variant)")
                .toString();
    }

    /** What to execute so that an existing table has every column declared today; a table only ever grows. */
    List<String> growStatements(RecordMetadata existing) {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int there = existing.getColumnIndexQuiet(columns.get(i));
            if (there < 0) {
                statements.add("ALTER TABLE \"" + name() + "\" ADD COLUMN " + declaration(i));
            } else if (ColumnType.tagOf(existing.getColumnType(there)) != type(i)) {
                throw new StoreFailure("Found table " + name() + " with column " + columns.get(i) + " as "
                        + ColumnType.nameOf(existing.getColumnType(there)) + ". Expected "
                        + ColumnType.nameOf(type(i)) + ". It was made by another version: run microgram rebuild.");
            }
        }
        return statements;
    }

    /** Where each of our columns is in a table that may have grown in another order. */
    int[] positions(RecordMetadata metadata) {
        int[] positions = new int[columns.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = metadata.getColumnIndex(columns.get(i));
        }
        return positions;
    }

    /** Puts a row; what is none is left null, and as the whole row is replaced, that blanks it. */
    void put(Row row, TableWriterAPI writer, int[] at) {
        RowKey key = row.key();
        TableWriter.Row out =
                writer.newRow(Math.multiplyExact(measurement.anchor(key.startSecond(), key.endSecond()), MICROS));
        out.putSym(at[1], key.subject().kind());
        out.putSym(at[2], key.subject().id());
        out.putLong(at[3], key.startSecond());
        out.putLong(at[4], key.endSecond());
        putText(out, 5, at, key.variant());
        int first = KEY_COLUMNS.size();
        for (int i = first; i < at.length; i++) {
            if (type(i) == ColumnType.LONG) {
                long value = row.number(i - first);
                if (value != Row.NONE) {
                    out.putLong(at[i], value);
                }
            } else {
                String value = row.text(i - first);
                if (value != null) {
                    putText(out, i, at, value);
                }
            }
        }
        out.append();
    }

    private void putText(TableWriter.Row out, int column, int[] at, String value) {
        if (type(column) == ColumnType.SYMBOL) {
            out.putSym(at[column], value);
        } else {
            out.putVarchar(at[column], new Utf8String(value));
        }
    }

    private String declaration(int column) {
        return "\"" + columns.get(column) + "\" " + ColumnType.nameOf(type(column));
    }

    // By year is a third faster to write; but a month must be short enough to be merged when one of its hours is
    // corrected.
    private boolean partitionedByMonth() {
        return measurement == Measurement.AIR_HOUR || measurement == Measurement.READING;
    }

    private boolean hasManyVariants() {
        return measurement == Measurement.READING
                || measurement == Measurement.WATER_READING
                || measurement == Measurement.DELIVERY;
    }

    private static short typeOf(Field field) {
        if (!field.isText()) {
            return ColumnType.LONG;
        }
        boolean few = FEW_DISTINCT.contains(field.name()) || field.name().endsWith("_status");
        return few ? ColumnType.SYMBOL : ColumnType.VARCHAR;
    }
}
