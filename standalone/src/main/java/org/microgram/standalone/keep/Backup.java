package org.microgram.standalone.keep;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.microgram.messages.Topics;
import org.microgram.messages.readings.ReadingsCodec;
import org.microgram.messages.readings.Tick;
import org.microgram.standalone.DataDirectory;

/**
 * Writes everything that cannot be made again into one file: readings, refusals, the configuration, and the small files of the data
 * directory. Figures, store and checkpoints follow from these and are not in it.
 *
 * <p>It reads the log as any consumer does, so it may run beside everything else. Of ticks that follow each other without a reading in
 * between only the last is kept. The file appears under its name only when it is complete, and only its owner may read it.
 */
public final class Backup {

    /** What is derived, belongs to the running process, or is kept in another form. */
    private static final Set<String> LEFT_OUT = Set.of(
            "kafka",
            "checkpoints",
            "store",
            "store-place",
            "logs",
            "lock",
            "control",
            "broker",
            "config.hash",
            "VERSION",
            "demo");

    private final DataDirectory data;
    private final Path config;
    private final String bootstrap;
    private final LongConsumer progress;

    /**
     * @param config folder of the configuration
     * @param bootstrap address of the broker that has the log
     * @param progress told how many messages have been copied
     */
    public Backup(DataDirectory data, Path config, String bootstrap, LongConsumer progress) {
        this.data = data;
        this.config = config;
        this.bootstrap = bootstrap;
        this.progress = progress;
    }

    /** @return what is in it */
    public Manifest write(Path file, String program) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.createDirectories(unfinished.toAbsolutePath().getParent());
        Files.deleteIfExists(unfinished);
        if (unfinished.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try {
            Manifest manifest;
            try (ZipOutputStream zip =
                    new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16))) {
                manifest = write(zip, program);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Manifest write(ZipOutputStream zip, String program) throws IOException {
        List<Manifest.Part> parts = new ArrayList<>();
        long[] upTo = new long[1];
        try (LogReader log = new LogReader(bootstrap)) {
            long copied = 0;
            for (String topic : List.of(Topics.READINGS, Topics.REFUSALS)) {
                for (int partition = 0; partition < log.partitions(topic); partition++) {
                    int number = partition;
                    long before = copied;
                    Manifest.Part part = part(
                            zip,
                            "log/" + topic + "/" + partition,
                            out -> partition(log, topic, number, before, upTo, out));
                    copied += part.messages();
                    parts.add(part);
                }
            }
        }
        for (Path each : files(config)) {
            parts.add(part(zip, "config/" + name(config, each), out -> copy(each, out)));
        }
        for (Path each : files(data.root())) {
            String name = name(data.root(), each);
            if (!LEFT_OUT.contains(name.split("/", 2)[0])) {
                parts.add(part(zip, "data/" + name, out -> copy(each, out)));
            }
        }
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                program,
                DataDirectory.LAYOUT,
                data.configHash().orElse(""),
                upTo[0],
                parts);
        zip.putNextEntry(entry(Manifest.NAME));
        zip.write(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    private interface Content {
        /** @return messages in it */
        long to(OutputStream out) throws IOException;
    }

    private static Manifest.Part part(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(entry(name));
        MessageDigest digest = sha256();
        long messages = content.to(new DigestOutputStream(zip, digest));
        zip.closeEntry();
        return new Manifest.Part(name, messages, HexFormat.of().formatHex(digest.digest()));
    }

    private long partition(LogReader log, String topic, int partition, long before, long[] upTo, OutputStream to)
            throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to, 1 << 16));
        LogEntries.Entry[] tick = new LogEntries.Entry[1];
        long[] copied = new long[1];
        log.read(topic, partition, message -> {
            LogEntries.Entry entry = new LogEntries.Entry(message.timestamp(), message.key(), message.value());
            if (topic.equals(Topics.READINGS) && ReadingsCodec.decode(message.value()) instanceof Tick time) {
                upTo[0] = Math.max(upTo[0], time.time());
                tick[0] = entry;
                return;
            }
            if (tick[0] != null) {
                LogEntries.write(tick[0], out);
                tick[0] = null;
                copied[0]++;
            }
            LogEntries.write(entry, out);
            copied[0]++;
            progress.accept(before + copied[0]);
        });
        if (tick[0] != null) {
            LogEntries.write(tick[0], out);
            copied[0]++;
        }
        LogEntries.end(out);
        return copied[0];
    }

    private static long copy(Path file, OutputStream out) throws IOException {
        Files.copy(file, out);
        return 0;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Without the time of day: two backups of the same are the same bytes. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(315_532_800_000L); // 1980, the first year that zip knows
        return entry;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
