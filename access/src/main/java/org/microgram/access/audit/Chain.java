package org.microgram.access.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.microgram.access.audit.ChainReport.Broken;
import org.microgram.access.audit.ChainReport.Fault;

/**
 * Walks along the audit log from its first entry, across the months, and stops at the first that does not hold. Has one entry in memory at
 * a time, however long the log.
 *
 * <p>A chain alone cannot tell that its end was cut off. For that, a head that was noted elsewhere (printed by {@code verify-chain}, in the
 * manifest of a report) is held against it.
 */
public final class Chain {

    /** The member of an entry's details that holds the digest of the users file. */
    public static final String USERS = "users";

    private final Optional<Noted> noted;
    private final Consumer<AuditEntry> each;
    private Optional<AuditEntry> last = Optional.empty();
    private Optional<Instant> from = Optional.empty();
    private Optional<String> users = Optional.empty();

    /** A head as it was at some time: number and hash. */
    public record Noted(long number, String hash) {}

    private Chain(Optional<Noted> noted, Consumer<AuditEntry> each) {
        this.noted = noted;
        this.each = each;
    }

    /** Verifies the log in a folder. */
    public static ChainReport verify(Path folder, Optional<Noted> noted) throws IOException {
        return read(folder, noted, entry -> {});
    }

    /** Verifies it and hands over every sound entry on the way. */
    public static ChainReport read(Path folder, Optional<Noted> noted, Consumer<AuditEntry> each) throws IOException {
        Chain chain = new Chain(noted, each);
        Optional<Broken> broken = Optional.empty();
        String file = "";
        for (Path path : AuditFiles.in(folder)) {
            file = path.getFileName().toString();
            broken = chain.file(path, file);
            if (broken.isPresent()) {
                break;
            }
        }
        long entries = chain.last.map(AuditEntry::number).orElse(0L);
        if (broken.isEmpty() && noted.isPresent() && noted.get().number() > entries) {
            broken = Optional.of(new Broken(file, 0, entries + 1, Fault.SHORT));
        }
        return new ChainReport(entries, chain.last, chain.from, chain.users, broken);
    }

    private Optional<Broken> file(Path path, String file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.write(next);
                    if (line.size() > AuditFiles.LONGEST_LINE) {
                        return Optional.of(broken(file, number + 1, Fault.UNREADABLE));
                    }
                    continue;
                }
                number++;
                Optional<Fault> fault = entry(line.toByteArray());
                if (fault.isPresent()) {
                    return Optional.of(broken(file, number, fault.get()));
                }
                line.reset();
            }
            return line.size() == 0 ? Optional.empty() : Optional.of(broken(file, number + 1, Fault.UNFINISHED));
        }
    }

    private Broken broken(String file, long line, Fault fault) {
        return new Broken(file, line, expected(), fault);
    }

    private long expected() {
        return last.map(AuditEntry::number).orElse(0L) + 1;
    }

    private Optional<Fault> entry(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        // Bytes that are no UTF-8 read as U+FFFD, which would be another text than was hashed: only the same bytes
        // count.
        Optional<AuditEntry> read = java.util.Arrays.equals(text.getBytes(StandardCharsets.UTF_8), line)
                ? AuditEntry.parse(text)
                : Optional.empty();
        if (read.isEmpty()) {
            return Optional.of(Fault.UNREADABLE);
        }
        AuditEntry entry = read.get();
        if (!entry.hash().equals(entry.computeHash())) {
            return Optional.of(Fault.HASH);
        }
        if (entry.number() != expected()) {
            return Optional.of(Fault.NUMBER);
        }
        if (!entry.previous().equals(last.map(AuditEntry::hash).orElse(AuditEntry.BEFORE_THE_FIRST))) {
            return Optional.of(Fault.PREVIOUS);
        }
        if (noted.filter(head -> head.number() == entry.number() && !head.hash().equals(entry.hash()))
                .isPresent()) {
            return Optional.of(Fault.HEAD);
        }
        last = read;
        from = from.or(() -> Optional.of(entry.time()));
        users = Optional.ofNullable(entry.details().get(USERS)).or(() -> users);
        each.accept(entry);
        return Optional.empty();
    }
}
