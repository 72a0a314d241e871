package org.microgram.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.microgram.messages.rows.Row;

/** A process that dies without closing anything, after writing rows of which only some were flushed. */
final class Halted {

    static final int STATUS = 7;

    private Halted() {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int hour = 0; hour < 1000; hour++) {
            rows.add(StoreContract.hour(StoreContract.DONGSI, hour, hour));
        }
        return rows;
    }

    static int run(Path directory) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // the class path by environment: it may be longer than a command line
        ProcessBuilder process = new ProcessBuilder(
                        java,
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        Halted.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile().getParentFile(), directory.getFileName() + ".log"));
        process.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return process.start().waitFor();
    }

    public static void main(String[] args) {
        QuestDbStore store = QuestDbStore.open(Path.of(args[0]));
        List<Row> rows = rows();
        store.write(rows.subList(0, 400));
        store.flush();
        store.write(rows.subList(400, 700));
        store.write(rows.subList(700, 1000));
        Runtime.getRuntime().halt(STATUS);
    }
}
