package org.microgram.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which table is being made, for the next opening: QuestDB makes one in some hundred steps, and cannot open what a process killed between
 * two of them has left. No row is in such a table yet, so that it may go.
 */
final class HalfMadeTable {

    private final Path directory;
    private final Path file;

    HalfMadeTable(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("being-made");
    }

    /** To be called before the table is made. */
    void begin(String table) {
        try {
            Files.writeString(file, table + "\n");
            settle();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** To be called when the table is there, before its first row. */
    void end() {
        try {
            Files.delete(file);
            settle(); // a file that came back after a power failure would cost the table's rows
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Deletes what a killed process left half made; to be called before the engine looks at the directory. */
    void remove() {
        try {
            if (Files.exists(file)) {
                String table = Files.readString(file).strip();
                if (!table.isEmpty()) { // the kill came between making the file and filling it: the table was not begun
                    delete(table);
                }
                end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What " + file + " names cannot be deleted: " + e.getMessage(), e);
        }
    }

    private void delete(String table) throws IOException {
        List<Path> versions;
        try (Stream<Path> all = Files.list(directory)) {
            versions = all.filter(path -> path.getFileName().toString().matches(table + "(~\\d+)?"))
                    .toList();
        }
        for (Path version : versions) {
            try (Stream<Path> inside = Files.walk(version)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void settle() throws IOException {
        try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }
}
