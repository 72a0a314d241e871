package org.microgram.access.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.access.files.FolderLock;
import org.microgram.access.files.PrivateFiles;

/**
 * Who did what, when: one line an entry, a file a month, each entry holding the hash of the one before. It is only ever appended to, and
 * Microgram never deletes a file of it (the law asks for six months at least).
 *
 * <p>An entry is on the disk when {@link #append} returns. Several processes may append: each takes its turn and reads the end anew.
 */
public final class AuditLog {

    /** Who acts when nobody does: the program itself. */
    public static final String PROGRAM = "program";

    private final Path folder;
    private final HashAlgorithm algorithm;
    private final InstantSource clock;

    public AuditLog(Path folder, HashAlgorithm algorithm, InstantSource clock) {
        this.folder = folder;
        this.algorithm = algorithm;
        this.clock = clock;
    }

    /**
     * Writes that something was done, or is about to be.
     *
     * @throws Damaged when the last entry is not one, so that no chain can go on from it
     */
    public AuditEntry append(String actor, String action, String subject, Map<String, String> details) {
        try (FolderLock turn = FolderLock.take(folder)) {
            Optional<AuditEntry> last = recover();
            return write(last, actor, action, subject, details);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The audit log " + folder + " cannot be written: " + e.getMessage()
                            + "\n-> make room or make it writable; nothing is done that cannot be written down",
                    e);
        }
    }

    /** The last complete entry. */
    public Optional<AuditEntry> head() {
        try {
            List<Path> files = AuditFiles.in(folder);
            for (int i = files.size() - 1; i >= 0; i--) {
                try (FileChannel channel = FileChannel.open(files.get(i), StandardOpenOption.READ)) {
                    Optional<String> line = Tail.of(channel).last();
                    if (line.isPresent()) {
                        return Optional.of(entry(files.get(i), line.get()));
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The audit log " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A write that a kill cut off was never acknowledged. Its bytes are kept beside, and that it was there is an entry. */
    private Optional<AuditEntry> recover() throws IOException {
        List<Path> files = AuditFiles.in(folder);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Path newest = files.get(files.size() - 1);
        byte[] unfinished;
        try (FileChannel channel = FileChannel.open(newest, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Tail tail = Tail.of(channel);
            unfinished = tail.unfinished();
            if (tail.last().isEmpty() && tail.finishedLength() > 0) {
                throw new Damaged(newest); // no line of ours is as long as what was looked at
            }
            if (unfinished.length == 0) {
                return head();
            }
            Optional<AuditEntry> before = head();
            if (follows(unfinished, before)) {
                // Only the line feed is missing.
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}), channel.size());
                channel.force(true);
                return head();
            }
            long number = before.map(AuditEntry::number).orElse(0L) + 1;
            PrivateFiles.replace(folder.resolve("unfinished-" + number), unfinished);
            channel.truncate(tail.finishedLength());
            channel.force(true);
        }
        Optional<AuditEntry> last = head();
        String kept = "unfinished-" + (last.map(AuditEntry::number).orElse(0L) + 1);
        return Optional.of(write(
                last,
                PROGRAM,
                "audit.recovered",
                newest.getFileName().toString(),
                Map.of("bytes", Integer.toString(unfinished.length), "kept", kept)));
    }

    private static boolean follows(byte[] unfinished, Optional<AuditEntry> before) {
        return AuditEntry.parse(new String(unfinished, StandardCharsets.UTF_8))
                .filter(entry -> entry.hash().equals(entry.computeHash()))
                .filter(entry ->
                        entry.previous().equals(before.map(AuditEntry::hash).orElse(AuditEntry.BEFORE_THE_FIRST)))
                .isPresent();
    }

    private AuditEntry write(
            Optional<AuditEntry> last, String actor, String action, String subject, Map<String, String> details)
            throws IOException {
        AuditEntry entry = AuditEntry.after(last, clock.instant(), actor, action, subject, details, algorithm);
        byte[] line = (entry.print() + "\n").getBytes(StandardCharsets.UTF_8);
        if (line.length > AuditFiles.LONGEST_LINE) {
            throw new IllegalArgumentException("an entry of " + line.length + " bytes; at most "
                    + AuditFiles.LONGEST_LINE + ": write a hash of what is so long");
        }
        Path file = fileFor(entry);
        PrivateFiles.createFile(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            ByteBuffer buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        return entry;
    }

    /** That of the month; the newest one when the clock was set back, so that the order of files stays the order of entries. */
    private Path fileFor(AuditEntry entry) throws IOException {
        Path file = folder.resolve(AuditFiles.nameAt(entry.time()));
        List<Path> files = AuditFiles.in(folder);
        Path newest = files.isEmpty() ? file : files.get(files.size() - 1);
        return newest.compareTo(file) > 0 ? newest : file;
    }

    private static AuditEntry entry(Path file, String line) {
        return AuditEntry.parse(line)
                .filter(entry -> entry.hash().equals(entry.computeHash()))
                .orElseThrow(() -> new Damaged(file));
    }

    /** The end of the log was changed by somebody else: no entry can follow it. */
    public static final class Damaged extends RuntimeException {

        Damaged(Path file) {
            super("The last entry of the audit log " + file + " was changed or damaged, so no entry can follow it."
                    + "\n-> ./microgram verify-chain names it. Keep a copy of the folder as evidence, then restore it from a backup,"
                    + "\n   or move the whole folder away: a new chain then begins at number 1.");
        }
    }
}
