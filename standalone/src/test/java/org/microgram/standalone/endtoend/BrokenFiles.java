package org.microgram.standalone.endtoend;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Damages genuine files of three days; the fourth stays whole. */
final class BrokenFiles {

    private BrokenFiles() {}

    static void in(Path folder) throws IOException {
        Files.write(folder.resolve("beijing_all_20190401.csv"), new byte[0]);
        Files.writeString(folder.resolve("beijing_extra_20190401.csv"), "<html>404 Not Found</html>");
        edit(folder.resolve("beijing_all_20190402.csv"), row -> row.substring(0, row.length() / 2));
        Path mojibake = folder.resolve("beijing_extra_20190402.csv");
        String text = Files.readString(mojibake);
        int end = text.indexOf('\n');
        byte[] header = text.substring(0, end).getBytes(StandardCharsets.UTF_8);
        Files.writeString(mojibake, new String(header, Charset.forName("GBK")) + text.substring(end));
        edit(folder.resolve("beijing_all_20190403.csv"), row -> firstValue(row, "553405"));
        edit(folder.resolve("beijing_extra_20190403.csv"), row -> firstValue(row, "9000000000000000000"));
    }

    private interface Edit {
        String of(String row);
    }

    /** Changes the first row after the header. */
    private static void edit(Path file, Edit edit) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(1, edit.of(lines.get(1)));
        Files.write(file, lines);
    }

    private static String firstValue(String row, String value) {
        String[] cells = row.split(",", -1);
        cells[3] = value;
        return String.join(",", cells);
    }
}
