package org.microgram.ingest.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.microgram.messages.readings.Refusal.Reason;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks {@code .tar.xz} into memory, within {@link Limits}; never onto the disk, so that no name in it can reach a folder. An archive with
 * a link, or an absolute or parent path, is refused all the same: who makes such a thing does not mean well.
 */
public final class TarXz {

    /** xz asks for up to this much to unpack; the largest preset (-9) needs 65 MB. */
    private static final int XZ_MEMORY_KIB = 100 << 10;

    /** Told of each file in the order of the archive. */
    public interface Visitor {

        /** A wanted file with its bytes. */
        void file(String name, byte[] bytes);

        /** A wanted file that is over the limit of size. */
        void tooLarge(String name, long bytes);

        /** A file that is not wanted. */
        void other(String name);
    }

    private TarXz() {}

    /**
     * Visits the files of an archive.
     *
     * @param held bytes that may still be held in memory
     * @throws RefusedFile when the archive must not be used, neither its rest nor what was visited already
     */
    public static void visit(Path archive, Limits limits, long held, Predicate<String> wanted, Visitor visitor)
            throws RefusedFile {
        try (CountedStream packed = new CountedStream(new BufferedInputStream(Files.newInputStream(archive), 1 << 16));
                CappedStream unpacked = new CappedStream(
                        new XZInputStream(packed, XZ_MEMORY_KIB), packed, limits.archiveBytes(), limits.ratio());
                TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
            visit(tar, limits, held, wanted, visitor);
        } catch (RefusedFile e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // commons-compress answers some damaged headers with unchecked exceptions
            RefusedFile refused = new RefusedFile(Reason.UNREADABLE_ARCHIVE, "it is damaged: " + e.getMessage());
            refused.initCause(e);
            throw refused;
        }
    }

    private static void visit(
            TarArchiveInputStream tar, Limits limits, long held, Predicate<String> wanted, Visitor visitor)
            throws IOException {
        long left = held;
        int entries = 0;
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            entries++;
            if (entries > limits.entries()) {
                throw new RefusedFile(Reason.TOO_LARGE, "it has more than " + limits.entries() + " entries");
            }
            String name = entry.getName();
            check(entry, name);
            if (entry.isDirectory()) {
                continue;
            }
            if (!wanted.test(name)) {
                visitor.other(name);
            } else if (entry.getRealSize() > limits.fileBytes()) {
                visitor.tooLarge(name, entry.getRealSize());
            } else {
                byte[] bytes = tar.readNBytes((int) entry.getRealSize());
                if (bytes.length != entry.getRealSize()) {
                    throw new RefusedFile(Reason.UNREADABLE_ARCHIVE, "it ends within " + printable(name));
                }
                left -= bytes.length;
                if (left < 0) {
                    throw new RefusedFile(
                            Reason.TOO_LARGE,
                            "its files are more than may be held at once: read fewer years in one run");
                }
                visitor.file(name, bytes);
            }
        }
    }

    private static void check(TarArchiveEntry entry, String name) throws RefusedFile {
        if (entry.isSymbolicLink() || entry.isLink()) {
            throw new RefusedFile(Reason.UNREADABLE_ARCHIVE, "it holds a link: " + printable(name));
        }
        String unified = name.replace('\\', '/');
        boolean drive = unified.length() > 1 && unified.charAt(1) == ':';
        if (unified.startsWith("/") || drive || ("/" + unified + "/").contains("/../")) {
            throw new RefusedFile(Reason.UNREADABLE_ARCHIVE, "it holds a path out of its folder: " + printable(name));
        }
        boolean special = entry.isFIFO() || entry.isBlockDevice() || entry.isCharacterDevice();
        if (special || !(entry.isFile() || entry.isDirectory())) {
            throw new RefusedFile(Reason.UNREADABLE_ARCHIVE, "it holds something that is no file: " + printable(name));
        }
    }

    /** Names from an archive go into messages and logs; they may not bring lines of their own. */
    private static String printable(String name) {
        String cut = name.length() > 200 ? name.substring(0, 200) + "…" : name;
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
