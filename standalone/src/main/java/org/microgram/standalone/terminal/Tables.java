package org.microgram.standalone.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes a table row by row: aligned columns for a person, CSV for a file or a program, JSON when asked for.
 *
 * <p>CSV is UTF-8 with line feeds; an empty cell is "none". In JSON a cell that is a plain decimal is a number and an empty one null.
 */
public final class Tables implements AutoCloseable {

    /** How a table looks. */
    public enum Format {
        ALIGNED,
        CSV,
        JSON;

        /** What suits the place the output goes to. */
        public static Format of(Terminal terminal, boolean json) {
            if (json) {
                return JSON;
            }
            return terminal.outIsTerminal() ? ALIGNED : CSV;
        }
    }

    /** Widths are taken from this many rows; a longer table goes on with them, so that memory stays bounded. */
    private static final int ROWS_LOOKED_AT = 500;

    private static final String GAP = "  ";

    /** JSON's own grammar: 007 and 1e are texts. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d+)?");

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    /** Blocks of characters that take two columns: Hangul, CJK, kana, Yi, full-width forms, pictographs. */
    private static final int[][] WIDE = {
        {0x1100, 0x115f},
        {0x2e80, 0x303e},
        {0x3040, 0xa4cf},
        {0xac00, 0xd7a3},
        {0xf900, 0xfaff},
        {0xfe30, 0xfe6f},
        {0xff00, 0xff60},
        {0xffe0, 0xffe6},
        {0x1f300, 0x1faff},
        {0x20000, 0x3fffd}
    };

    private final PrintStream out;
    private final Format format;
    private final List<String> header;
    private final List<List<String>> held = new ArrayList<>();
    private int[] widths;
    private boolean[] right;
    private long written;

    public Tables(PrintStream out, Format format, List<String> header) {
        this.out = out;
        this.format = format;
        this.header = List.copyOf(header);
        if (format == Format.CSV) {
            out.print(csv(header));
        }
    }

    /** One row; as many cells as the header, {@code ""} or {@code null} for none. */
    public void row(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(cells.size() + " cells under " + header.size() + " headings: " + cells);
        }
        switch (format) {
            case CSV -> out.print(csv(cells));
            case JSON -> out.print((written == 0 ? "[\n" : ",\n") + json(cells));
            case ALIGNED -> {
                if (widths != null) {
                    out.print(aligned(cells));
                } else {
                    held.add(new ArrayList<>(cells));
                    if (held.size() == ROWS_LOOKED_AT) {
                        release();
                    }
                }
            }
        }
        written++;
    }

    /** Ends the table; the stream stays open. */
    @Override
    public void close() {
        if (format == Format.JSON) {
            out.print(written == 0 ? "[]\n" : "\n]\n");
        } else if (format == Format.ALIGNED && widths == null) {
            release();
        }
        out.flush();
    }

    /** Columns of a terminal that a text takes: two for an East Asian wide character, none for a combining mark or a colour. */
    public static int width(String text) {
        return COLOUR.matcher(text)
                .replaceAll("")
                .codePoints()
                .map(c -> {
                    int type = Character.getType(c);
                    if (type == Character.NON_SPACING_MARK
                            || type == Character.ENCLOSING_MARK
                            || type == Character.FORMAT) {
                        return 0;
                    }
                    return isWide(c) ? 2 : 1;
                })
                .sum();
    }

    /** A text as a JSON string, quotes included. */
    public static String jsonString(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\t' -> json.append("\\t");
                default -> json.append(c < ' ' ? "\\u%04x".formatted((int) c) : Character.toString(c));
            }
        }
        return json.append('"').toString();
    }

    private static boolean isWide(int c) {
        for (int[] range : WIDE) {
            if (c >= range[0] && c <= range[1]) {
                return true;
            }
        }
        return false;
    }

    private void release() {
        widths = new int[header.size()];
        right = new boolean[header.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(header.get(column));
            boolean numeric = false;
            boolean other = false;
            for (List<String> cells : held) {
                String cell = text(cells.get(column));
                widths[column] = Math.max(widths[column], width(cell));
                boolean number = NUMBER.matcher(cell).matches();
                numeric |= number;
                other |= !number && !cell.isEmpty();
            }
            right[column] = numeric && !other;
        }
        out.print(aligned(header));
        out.print(ruler());
        held.forEach(cells -> out.print(aligned(cells)));
        held.clear();
    }

    private String ruler() {
        StringBuilder line = new StringBuilder();
        for (int w : widths) {
            line.append(line.isEmpty() ? "" : GAP).append("-".repeat(w));
        }
        return line.append('\n').toString();
    }

    private String aligned(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = text(cells.get(column));
            String padding = " ".repeat(Math.max(0, widths[column] - width(cell)));
            line.append(column == 0 ? "" : GAP).append(right[column] ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing() + "\n";
    }

    private static String csv(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = text(cells.get(i));
            boolean quoted = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            line.append(i == 0 ? "" : ",").append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return line.append('\n').toString();
    }

    private String json(List<String> cells) {
        StringBuilder object = new StringBuilder("  {");
        for (int i = 0; i < cells.size(); i++) {
            String cell = text(cells.get(i));
            object.append(i == 0 ? "" : ", ").append(jsonString(header.get(i))).append(": ");
            if (cell.isEmpty()) {
                object.append("null");
            } else {
                object.append(NUMBER.matcher(cell).matches() ? cell : jsonString(cell));
            }
        }
        return object.append('}').toString();
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
