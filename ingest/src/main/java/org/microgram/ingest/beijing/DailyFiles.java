package org.microgram.ingest.beijing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.microgram.ingest.ReadRun;
import org.microgram.ingest.files.Limits;
import org.microgram.ingest.files.RefusedFile;
import org.microgram.ingest.files.TarXz;
import org.microgram.messages.readings.Refusal.Reason;

/** Gathers the daily files of all inputs by date: archives are unpacked into memory, files stay on the disk until their day is read. */
final class DailyFiles {

    private static final String ARCHIVE = ".tar.xz";

    private final ReadRun run;
    private final Limits limits;
    private final NavigableMap<Integer, List<DailyFile>> byDate = new TreeMap<>();
    private long held;

    private DailyFiles(ReadRun run, Limits limits) {
        this.run = run;
        this.limits = limits;
        this.held = limits.heldBytes();
    }

    /** The daily files by date (yyyymmdd); what cannot be one has been refused. */
    static NavigableMap<Integer, List<DailyFile>> gather(List<Path> inputs, ReadRun run, Limits limits)
            throws IOException {
        for (Path input : inputs) {
            if (!Files.exists(input)) {
                throw new NoSuchFileException(input.toString(), null, "there is no such file or folder");
            }
        }
        DailyFiles files = new DailyFiles(run, limits);
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                files.folder(input);
            } else {
                files.file(input);
            }
        }
        files.byDate.values().forEach(day -> day.sort(DailyFile.ORDER));
        run.expectFiles(files.byDate.values().stream().mapToInt(List::size).sum());
        return files.byDate;
    }

    private void folder(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.filter(path -> !Files.isDirectory(path)).sorted().toList();
        }
        for (Path path : paths) {
            String name = path.toString();
            if (!name.endsWith(ARCHIVE) && !DailyFile.isNamedLikeOne(name)) {
                run.countOtherFile();
            } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                file(path);
            } else {
                // A folder may have been unpacked from something that was given to us; a link in it could point
                // anywhere.
                refuse(Reason.UNREADABLE_ARCHIVE, name, "a link or a special file, not a file");
            }
        }
    }

    private void file(Path path) throws IOException {
        String source = path.toString();
        if (source.endsWith(ARCHIVE)) {
            archive(path);
            return;
        }
        DailyFile.named(source, source, () -> read(path))
                .ifPresentOrElse(
                        this::add,
                        () -> refuse(
                                Reason.NOT_A_TABLE,
                                source,
                                "a file that is named neither beijing_all_YYYYMMDD.csv, beijing_extra_YYYYMMDD.csv nor .tar.xz"));
    }

    private byte[] read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes((int) limits.fileBytes() + 1);
            if (bytes.length > limits.fileBytes()) {
                throw new RefusedFile(Reason.TOO_LARGE, "it has more than " + limits.fileBytes() + " bytes");
            }
            return bytes;
        }
    }

    /** All of an archive or nothing: one that turns out to be damaged or hostile has not handed on anything before. */
    private void archive(Path path) {
        List<DailyFile> unpacked = new ArrayList<>();
        ArchiveVisitor visitor = new ArchiveVisitor(path, unpacked);
        try {
            TarXz.visit(path, limits, held, DailyFile::isNamedLikeOne, visitor);
        } catch (RefusedFile e) {
            refuse(e.reason(), path.toString(), e.getMessage());
            return;
        }
        held -= visitor.bytes;
        unpacked.forEach(this::add);
        visitor.tooLarge.forEach(
                source -> refuse(Reason.TOO_LARGE, source, "it has more than " + limits.fileBytes() + " bytes"));
        for (int i = 0; i < visitor.others; i++) {
            run.countOtherFile();
        }
    }

    private void add(DailyFile file) {
        byDate.computeIfAbsent(file.date(), date -> new ArrayList<>()).add(file);
    }

    private void refuse(Reason reason, String source, String found) {
        run.refuse(reason, source, 0, found, "", 0);
    }

    private static final class ArchiveVisitor implements TarXz.Visitor {

        private final Path archive;
        private final List<DailyFile> unpacked;
        private final List<String> tooLarge = new ArrayList<>();
        private long bytes;
        private int others;

        ArchiveVisitor(Path archive, List<DailyFile> unpacked) {
            this.archive = archive;
            this.unpacked = unpacked;
        }

        @Override
        public void file(String name, byte[] content) {
            DailyFile.named(name, source(name), () -> content).ifPresent(unpacked::add);
            bytes += content.length;
        }

        @Override
        public void tooLarge(String name, long size) {
            tooLarge.add(source(name));
        }

        @Override
        public void other(String name) {
            others++;
        }

        private String source(String name) {
            return archive + "!/" + name.replaceAll("\\p{Cntrl}", "?");
        }
    }
}
