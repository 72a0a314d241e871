package org.microgram.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Where an embedded store keeps its identity: a file among its tables, which goes when they go. */
final class IdentityFile {

    private static final String NAME = "identity";

    private final Path file;

    IdentityFile(Path directory) {
        this.file = directory.resolve(NAME);
    }

    /** The identity; made when there is none. */
    String read() {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : renew();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Another one, as another store has. */
    String renew() {
        try {
            String identity = UUID.randomUUID().toString();
            // Either the old one or the new one, whatever happens in between.
            Path next = file.resolveSibling(NAME + ".next");
            Files.writeString(next, identity + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return identity;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
