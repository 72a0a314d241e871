package org.microgram.standalone.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.microgram.demo.DemoData;
import org.microgram.ingest.ReadContext;
import org.microgram.ingest.Reader;
import org.microgram.ingest.Readers;
import org.microgram.ingest.ReadingSink;
import org.microgram.ingest.files.Limits;
import org.microgram.ingest.files.RefusedFile;
import org.microgram.ingest.files.TarXz;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.NetworkLoader;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.readings.StationRecord;

/** A real piece of the public archive: the daily files of some days. */
final class Piece {

    /** The configuration that the program comes with. */
    static final Path CONFIG = Path.of("../config");

    static final Network BEIJING = NetworkLoader.load(CONFIG);

    static final String ARCHIVE = "beijing-archive";
    static final String TABLE = "readings-csv";

    private Piece() {}

    /** Writes the daily files from one day to another, both included, into a folder, which is made. */
    static Path write(Path folder, LocalDate from, LocalDate to) throws IOException {
        Files.createDirectories(folder);
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            Path packed = DemoData.unpackTo(folder.resolveSibling("packed"), year);
            try {
                TarXz.visit(packed, Limits.DEFAULT, Limits.DEFAULT.heldBytes(), isOf(from, to), new TarXz.Visitor() {
                    @Override
                    public void file(String name, byte[] bytes) {
                        put(folder.resolve(Path.of(name).getFileName()), bytes);
                    }

                    @Override
                    public void tooLarge(String name, long bytes) {
                        throw new IllegalStateException(name);
                    }

                    @Override
                    public void other(String name) {}
                });
            } catch (RefusedFile e) {
                throw new IllegalStateException(e);
            }
            Files.delete(packed);
        }
        return folder;
    }

    /** The records that a reader makes of paths; they are of no batch. */
    static List<StationRecord> records(String format, Path... inputs) throws IOException {
        List<StationRecord> records = new ArrayList<>();
        Reader reader = Readers.find(format).orElseThrow();
        reader.read(List.of(inputs), ReadContext.of(BEIJING, ""), new ReadingSink() {
            @Override
            public void accept(StationRecord record) {
                records.add(record);
            }

            @Override
            public void accept(SectionSample sample) {
                throw new AssertionError("no file of air has " + sample);
            }

            @Override
            public void refuse(Refusal refusal) {}
        });
        return records;
    }

    private static Predicate<String> isOf(LocalDate from, LocalDate to) {
        return name -> {
            String digits = name.replaceAll("\\D", "");
            if (!name.endsWith(".csv") || digits.length() < 8) {
                return false;
            }
            LocalDate day = LocalDate.parse(digits.substring(digits.length() - 8), DateTimeFormatter.BASIC_ISO_DATE);
            return !day.isBefore(from) && !day.isAfter(to);
        };
    }

    private static void put(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
