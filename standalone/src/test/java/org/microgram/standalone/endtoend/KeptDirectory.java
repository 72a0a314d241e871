package org.microgram.standalone.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.microgram.standalone.Commands;
import org.microgram.standalone.Commands.Ran;

/**
 * A data directory with log, checkpoint and store, as a Microgram of one layout left it: what later ones must still read. Each layout has
 * one in {@code src/test/resources/fixtures}; {@link #make} makes that of the layout that the program has now.
 */
final class KeptDirectory {

    static final String MONTH = "2019-02";

    /** Entered before the directory was kept. */
    static final String FIRST = """
            station,parameter,start,length,value,unit,rank,state,received_at,seq,author,reason
            东四,PM2.5,2019-02-12T08:00:00+08:00,PT1H,95,ug/m3,audited,final,2019-02-20T10:00:00+08:00,1,Li Wei,zero drift
            """;

    /** Entered by whoever reads it again: it must fall on the state of the checkpoint. */
    static final String SECOND = """
            station,parameter,start,length,value,unit,rank,state,received_at,seq,author,reason
            东四,PM2.5,2019-02-12T09:00:00+08:00,PT1H,,ug/m3,audited,final,2019-02-21T10:00:00+08:00,2,Li Wei,zero drift
            """;

    private KeptDirectory() {}

    /** @param work an empty folder */
    static void make(Path work, Path target) throws Exception {
        Path config = copy(Piece.CONFIG, work.resolve("config"));
        Path files = Piece.write(work.resolve("files"), LocalDate.of(2019, 2, 11), LocalDate.of(2019, 2, 13));
        Path data = work.resolve("data");
        run("backfill", data, config, "--format", Piece.ARCHIVE, files.toString());
        run("backfill", data, config, "--format", "readings-csv", write(work.resolve("first.csv"), FIRST));
        run(
                "export",
                data,
                config,
                "--month",
                MONTH,
                "--out",
                work.resolve("before").toString());
        Path again = copy(data, work.resolve("again"));
        run("backfill", again, config, "--format", "readings-csv", write(work.resolve("second.csv"), SECOND));
        run(
                "export",
                again,
                config,
                "--month",
                MONTH,
                "--out",
                work.resolve("after").toString());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            zip.setLevel(9);
            for (Path part : List.of(data, config, work.resolve("before"), work.resolve("after"))) {
                add(zip, work, part);
            }
        }
    }

    /** Unpacks {@code fixtures/NAME} into a folder. */
    static void unpack(String name, Path folder) throws IOException {
        try (InputStream in = KeptDirectory.class.getResourceAsStream("/fixtures/" + name);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path to = folder.resolve(entry.getName());
                Files.createDirectories(to.getParent());
                try (OutputStream out = Files.newOutputStream(to)) {
                    zip.transferTo(out);
                }
            }
        }
    }

    static String write(Path file, String text) throws IOException {
        return Files.writeString(file, text).toString();
    }

    private static void run(String command, Path data, Path config, String... more) {
        String[] args = Stream.concat(
                        Stream.of(command, "--data", data.toString(), "--config", config.toString()), Stream.of(more))
                .toArray(String[]::new);
        Ran ran = Commands.run(args);
        if (ran.code() != 0) {
            throw new IllegalStateException(ran.err());
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return to;
    }

    private static void add(ZipOutputStream zip, Path root, Path folder) throws IOException {
        for (Path file : files(folder)) {
            zip.putNextEntry(new ZipEntry(root.relativize(file).toString()));
            Files.copy(file, zip);
            zip.closeEntry();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
