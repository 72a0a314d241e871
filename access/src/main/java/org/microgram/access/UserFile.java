package org.microgram.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microgram.access.audit.HashAlgorithm;
import org.microgram.access.files.PrivateFiles;
import org.microgram.access.secrets.PasswordHash;

/**
 * {@code users.json}: this operating-system user's alone (mode 600), written by the commands {@code user} and {@code token}. A running
 * process sees a change at once.
 */
final class UserFile {

    private static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private Stamp stamp = Stamp.ABSENT;
    private UserBook book = UserBook.EMPTY;

    private record Stamp(Object key, Instant modified, long size) {
        static final Stamp ABSENT = new Stamp("", Instant.EPOCH, -1);
    }

    private record Content(int format, List<UserLine> users, List<TokenLine> tokens) {}

    private record UserLine(String name, List<String> roles, String password, String passwordSet) {}

    /** @param owner null where it has none, as in files from before tokens had owners */
    private record TokenLine(
            String id,
            String name,
            List<String> roles,
            String sha256,
            String made,
            String expires,
            @JsonInclude(JsonInclude.Include.NON_NULL) String owner) {}

    UserFile(Path file) {
        this.file = file;
    }

    /** As it is now; empty when there is no file. */
    synchronized UserBook read() {
        try {
            Stamp now = stamp();
            if (!now.equals(stamp)) {
                book = now.equals(Stamp.ABSENT) ? UserBook.EMPTY : parse(Files.readAllBytes(file));
                stamp = now;
            }
            return book;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** SHA-256 of the file; empty when there is none. */
    Optional<String> digest() {
        try {
            return Optional.of(digest(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Stamp stamp() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(
                    String.valueOf(attributes.fileKey()),
                    attributes.lastModifiedTime().toInstant(),
                    attributes.size());
        } catch (NoSuchFileException e) {
            return Stamp.ABSENT;
        }
    }

    private UserBook parse(byte[] bytes) throws IOException {
        if (PrivateFiles.isOpenToOthers(file)) {
            throw new Unusable(file, "others may read or write it", "chmod 600 " + file);
        }
        try {
            Content content = JSON.readValue(bytes, Content.class);
            if (content.format() != FORMAT) {
                throw new Unusable(file, "its format is " + content.format(), "use the Microgram that wrote it");
            }
            return UserBook.of(
                    content.users().stream().map(this::user).toList(),
                    content.tokens().stream().map(this::token).toList());
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new Unusable(file, "line " + line + " is not as the program writes it", "restore it from a backup");
        } catch (DateTimeException | NullPointerException e) {
            throw new Unusable(file, "a member is missing or no date", "restore it from a backup");
        } catch (Denied e) {
            throw new Unusable(file, e.english(), "restore it from a backup");
        }
    }

    private User user(UserLine line) {
        PasswordHash hash = PasswordHash.parse(line.password())
                .orElseThrow(
                        () -> new Unusable(file, "a password is not kept as Argon2id", "restore it from a backup"));
        return new User(line.name(), roles(line.roles()), hash, Instant.parse(line.passwordSet()));
    }

    private Token token(TokenLine line) {
        return new Token(
                line.id(),
                line.name(),
                roles(line.roles()),
                line.sha256(),
                Instant.parse(line.made()),
                Instant.parse(line.expires()),
                Optional.ofNullable(line.owner()));
    }

    private Set<Role> roles(List<String> labels) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String label : labels) {
            roles.add(Role.of(label)
                    .orElseThrow(() -> new Unusable(file, "there is no role " + label, "restore it from a backup")));
        }
        return roles;
    }

    /** The bytes that {@link #write} would write. */
    static byte[] print(UserBook book) {
        List<UserLine> users = book.users().stream()
                .map(user -> new UserLine(
                        user.name(),
                        labels(user.roles()),
                        user.password().print(),
                        user.passwordSet().toString()))
                .toList();
        List<TokenLine> tokens = book.tokens().stream()
                .map(token -> new TokenLine(
                        token.id(),
                        token.name(),
                        labels(token.roles()),
                        token.sha256(),
                        token.made().toString(),
                        token.expires().toString(),
                        token.owner().orElse(null)))
                .toList();
        try {
            return (JSON.writeValueAsString(new Content(FORMAT, users, tokens)) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("users are made of records, lists and strings only", e);
        }
    }

    private static List<String> labels(Set<Role> roles) {
        return roles.stream().sorted().map(Role::label).toList();
    }

    void write(byte[] bytes) throws IOException {
        PrivateFiles.replace(file, bytes);
    }

    static String digest(byte[] bytes) {
        return HashAlgorithm.SHA_256.hex(bytes);
    }

    /** The users cannot be known, so nobody can be let in. */
    static final class Unusable extends RuntimeException {

        Unusable(Path file, String found, String todo) {
            super(file + ": " + found + ". Nobody is let in until that is put right.\n-> " + todo);
        }
    }
}
