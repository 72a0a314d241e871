package org.microgram.ingest.beijing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.microgram.ingest.Decimals;
import org.microgram.ingest.ReadRun;
import org.microgram.messages.readings.Refusal.Reason;
import org.microgram.standards.air.Pollutant;

/**
 * Reads the table of one daily file from its bytes into a {@link DayGrid}: one row an hour and type, one column a station.
 *
 * <p>A row's first cells are date, hour label 0–23 and type. Types are the six parameters, and published figures (24 h means, AQI), which
 * are counted but are no readings. An empty cell is a missing value. Bytes are looked at once; nothing is allocated for a cell.
 */
final class DailyTable {

    private static final int PUBLISHED = -1;
    private static final int UNKNOWN = -2;
    private static final Map<String, Integer> TYPES = types();

    private final DailyFile file;
    private final byte[] bytes;
    private final ReadRun run;
    private final Map<String, Integer> indexByName;
    private final DayGrid grid;

    DailyTable(DailyFile file, byte[] bytes, ReadRun run, Map<String, Integer> indexByName, DayGrid grid) {
        this.file = file;
        this.bytes = bytes;
        this.run = run;
        this.indexByName = indexByName;
        this.grid = grid;
    }

    /** Reads all of it into the grid; what cannot be used is refused. */
    void read() {
        if (bytes.length == 0) {
            refuseFile(Reason.EMPTY_FILE, "no bytes", 0);
            return;
        }
        int begin = afterByteOrderMark();
        if (!Header.begins(bytes, begin)) {
            refuseFile(Reason.NOT_A_TABLE, whatElse(), 0);
            return;
        }
        int end = lineEnd(begin);
        Header header = Header.parse(text(begin, withoutReturn(begin, end)), indexByName);
        if (!header.fault().isEmpty()) {
            refuseFile(Reason.BAD_HEADER, header.fault(), countLost(end + 1));
            return;
        }
        if (file.day().isEmpty()) {
            refuseFile(Reason.BAD_TIME, "no such day: " + file.date(), countLost(end + 1));
            return;
        }
        rows(header, end + 1);
    }

    /** Counts all its values as duplicates: the same bytes have been read. */
    void countAsDuplicate() {
        if (Header.begins(bytes, afterByteOrderMark())) {
            run.countDuplicate(countLost(lineEnd(0) + 1));
        }
    }

    private void rows(Header header, int from) {
        long line = 2;
        for (int at = from; at < bytes.length; line++) {
            int newline = lineEnd(at);
            int end = withoutReturn(at, newline);
            if (end > at) {
                row(header, at, end, line);
            }
            at = newline + 1;
        }
    }

    private void row(Header header, int from, int to, long line) {
        int dateEnd = cellEnd(from, to);
        int hourEnd = cellEnd(Math.min(dateEnd + 1, to), to);
        int typeEnd = cellEnd(Math.min(hourEnd + 1, to), to);
        int type = typeEnd > hourEnd + 1 ? type(hourEnd + 1, typeEnd) : UNKNOWN;
        int cells = 1;
        for (int at = from; at < to; at++) {
            if (bytes[at] == ',') {
                cells++;
            }
        }
        if (cells != header.cells()) {
            refuseRow(
                    Reason.CUT_ROW, cells + " cells, the header has " + header.cells(), from, to, typeEnd, type, line);
            return;
        }
        int hour = hour(dateEnd + 1, hourEnd);
        if (hour < 0 || number(from, dateEnd) != file.date()) {
            String found = "date " + text(from, dateEnd) + ", hour " + text(dateEnd + 1, hourEnd);
            refuseRow(Reason.BAD_TIME, found, from, to, typeEnd, type, line);
        } else if (type == UNKNOWN) {
            refuseRow(Reason.UNKNOWN_PARAMETER, text(hourEnd + 1, typeEnd), from, to, typeEnd, type, line);
        } else if (type == PUBLISHED) {
            run.countPublished(cells - Header.LEADING - emptyCells(typeEnd, to));
        } else {
            values(header, hour, type, typeEnd, to, line);
        }
    }

    private void values(Header header, int hour, int type, int typeEnd, int to, long line) {
        Pollutant pollutant = Pollutant.ALL.get(type);
        int empty = 0;
        int duplicate = 0;
        int at = typeEnd + 1;
        for (int station : header.stations()) {
            int end = cellEnd(at, to);
            if (end == at) {
                empty++;
            } else {
                long value = Decimals.parse(bytes, at, end);
                Reason fault = Decimals.fault(pollutant, value);
                if (fault != null) {
                    String found =
                            pollutant.code() + " at label " + hour + ", column " + (columnOf(header, station) + 1);
                    run.refuse(fault, file.source(), line, found, text(at, end), 1);
                } else if (!grid.put(hour, station, type, value)) {
                    duplicate++;
                }
            }
            at = end + 1;
        }
        run.countRead(header.stations().length);
        run.countEmpty(empty);
        run.countDuplicate(duplicate);
    }

    private void refuseFile(Reason reason, String found, int values) {
        run.refuse(reason, file.source(), 0, found, text(0, Math.min(bytes.length, ReadRun.RAW_CHARS)), values);
    }

    /** The cells behind the type that hold something are lost, unless they are published figures. */
    private void refuseRow(Reason reason, String found, int from, int to, int typeEnd, int type, long line) {
        run.refuse(reason, file.source(), line, found, text(from, to), type == PUBLISHED ? 0 : countCells(typeEnd, to));
    }

    /** Values of the rows from here on, to be refused or called duplicate as a whole; empty cells are counted here. */
    private int countLost(int from) {
        int lost = 0;
        for (int at = from; at < bytes.length; ) {
            int newline = lineEnd(at);
            int end = withoutReturn(at, newline);
            int hourEnd = cellEnd(Math.min(cellEnd(at, end) + 1, end), end);
            int typeEnd = cellEnd(Math.min(hourEnd + 1, end), end);
            if (end > at && (typeEnd <= hourEnd + 1 || type(hourEnd + 1, typeEnd) != PUBLISHED)) {
                lost += countCells(typeEnd, end);
            }
            at = newline + 1;
        }
        return lost;
    }

    /** Counts the cells behind a type as read, the empty ones as empty; the others are the result. */
    private int countCells(int typeEnd, int to) {
        int cells = 0;
        for (int at = typeEnd; at < to; at++) {
            if (bytes[at] == ',') {
                cells++;
            }
        }
        int empty = emptyCells(typeEnd, to);
        run.countRead(cells);
        run.countEmpty(empty);
        return cells - empty;
    }

    /** How many of the cells that each begin behind a comma from here on are empty. */
    private int emptyCells(int typeEnd, int to) {
        int empty = 0;
        for (int at = typeEnd; at < to; at++) {
            if (bytes[at] == ',' && (at + 1 == to || bytes[at + 1] == ',')) {
                empty++;
            }
        }
        return empty;
    }

    private static int columnOf(Header header, int station) {
        int column = 0;
        while (header.stations()[column] != station) {
            column++;
        }
        return column + Header.LEADING;
    }

    private int type(int from, int to) {
        return TYPES.getOrDefault(text(from, to), UNKNOWN);
    }

    /** The hour label, or −1 when it is none of 0 to 23. */
    private int hour(int from, int to) {
        int hour = to - from <= 2 ? number(from, to) : -1;
        return hour < DayGrid.HOURS ? hour : -1;
    }

    /** Up to eight digits, or −1. */
    private int number(int from, int to) {
        if (to <= from || to - from > 8) {
            return -1;
        }
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private int cellEnd(int from, int to) {
        int at = from;
        while (at < to && bytes[at] != ',') {
            at++;
        }
        return at;
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private int withoutReturn(int from, int end) {
        return end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    private int afterByteOrderMark() {
        boolean mark =
                bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
        return mark ? 3 : 0;
    }

    private String whatElse() {
        if (bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
            return "a gzip body";
        }
        String begin = text(0, Math.min(bytes.length, 40));
        return begin.stripLeading().startsWith("<")
                ? "an HTML page"
                : "it begins with " + begin.replaceAll("\\p{Cntrl}", "?");
    }

    /** As UTF-8; bytes that are not UTF-8 become U+FFFD, which no number, date or name contains. */
    private String text(int from, int to) {
        return new String(bytes, from, Math.max(0, to - from), StandardCharsets.UTF_8);
    }

    private static Map<String, Integer> types() {
        Map<String, Integer> types = new HashMap<>();
        for (int i = 0; i < Pollutant.COUNT; i++) {
            String code = Pollutant.ALL.get(i).code();
            types.put(code, i);
            types.put(code + "_24h", PUBLISHED);
        }
        types.put("O3_8h", PUBLISHED);
        types.put("O3_8h_24h", PUBLISHED);
        types.put("AQI", PUBLISHED);
        return Map.copyOf(types);
    }
}
