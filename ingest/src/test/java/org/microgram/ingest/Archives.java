package org.microgram.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Makes archives for tests, good ones and hostile ones. */
public final class Archives {

    private Archives() {}

    /** Files in the order of the map; names are taken as they are. */
    public static Path tarXz(Path target, Map<String, byte[]> files) throws IOException {
        try (TarArchiveOutputStream tar = open(target)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return target;
    }

    /** One entry that is a link. */
    public static Path tarXzWithLink(Path target, String name, String to) throws IOException {
        try (TarArchiveOutputStream tar = open(target)) {
            TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            entry.setLinkName(to);
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
        return target;
    }

    /** A file of zeros: some kB that unfold to many MB. */
    public static Path bomb(Path target, String name, long size) throws IOException {
        byte[] zeros = new byte[1 << 16];
        try (TarArchiveOutputStream tar = open(target)) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(size);
            tar.putArchiveEntry(entry);
            for (long written = 0; written < size; written += zeros.length) {
                tar.write(zeros, 0, (int) Math.min(zeros.length, size - written));
            }
            tar.closeArchiveEntry();
        }
        return target;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static TarArchiveOutputStream open(Path target) throws IOException {
        OutputStream out = new XZOutputStream(Files.newOutputStream(target), new LZMA2Options(1));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        return tar;
    }
}
