package org.microgram.ingest.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.microgram.ingest.ReadRun;
import org.microgram.messages.readings.Refusal.Reason;

/** The files of a run's inputs, and their bytes, plain or {@code .gz}, within {@link Limits}. */
public final class InputFiles {

    private static final String GZIP = ".gz";

    private InputFiles() {}

    /** What a reader does with the content of a file. */
    public interface Content {
        void read(Path file, byte[] bytes, String source) throws IOException;
    }

    /** Hands over the content of each wanted file in turn; one that must not be used is refused, and the next one follows. */
    public static void each(List<Path> inputs, ReadRun run, Limits limits, Predicate<String> wanted, Content content)
            throws IOException {
        for (Path file : gather(inputs, run, wanted)) {
            try {
                content.read(file, read(file, limits), file.toString());
            } catch (RefusedFile e) {
                run.refuse(e.reason(), file.toString(), 0, e.getMessage(), "", 0);
            }
            run.fileDone();
        }
    }

    /**
     * The files: an input that is one, and all wanted ones of an input that is a folder, with all its folders. A link in a folder is refused:
     * the folder may have been unpacked from something that was given to us, and a link in it could point anywhere.
     *
     * @param wanted asked about the path of each file of a folder, without {@code .gz}
     * @throws NoSuchFileException when an input is not there
     */
    public static List<Path> gather(List<Path> inputs, ReadRun run, Predicate<String> wanted) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path input : inputs) {
            if (!Files.exists(input)) {
                throw new NoSuchFileException(input.toString(), null, "there is no such file or folder");
            }
            if (!Files.isDirectory(input)) {
                files.add(input);
                continue;
            }
            try (Stream<Path> walk = Files.walk(input)) {
                for (Path path :
                        walk.filter(p -> !Files.isDirectory(p)).sorted().toList()) {
                    if (!wanted.test(withoutGzip(path))) {
                        run.countOtherFile();
                    } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                        files.add(path);
                    } else {
                        String found = "a link or a special file, not a file";
                        run.refuse(Reason.UNREADABLE_ARCHIVE, path.toString(), 0, found, "", 0);
                    }
                }
            }
        }
        run.expectFiles(files.size());
        return files;
    }

    /** The path as text, without {@code .gz}. */
    public static String withoutGzip(Path path) {
        String name = path.toString();
        return name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    }

    /**
     * The bytes of a file, unpacked when it is named {@code .gz}.
     *
     * @throws RefusedFile when it must not be used
     */
    public static byte[] read(Path file, Limits limits) throws IOException {
        if (!file.toString().endsWith(GZIP)) {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes((int) limits.fileBytes() + 1);
                if (bytes.length > limits.fileBytes()) {
                    throw new RefusedFile(Reason.TOO_LARGE, "it has more than " + limits.fileBytes() + " bytes");
                }
                return bytes;
            }
        }
        try (CountedStream packed = new CountedStream(new BufferedInputStream(Files.newInputStream(file)));
                CappedStream unpacked =
                        new CappedStream(new GZIPInputStream(packed), packed, limits.fileBytes(), limits.ratio())) {
            return unpacked.readAllBytes();
        } catch (RefusedFile e) {
            throw e;
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            RefusedFile refused = new RefusedFile(Reason.UNREADABLE_ARCHIVE, "it is damaged: " + e.getMessage());
            refused.initCause(e);
            throw refused;
        }
    }
}
