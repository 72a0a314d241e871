package org.microgram.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.microgram.standalone.terminal.Lang;

/**
 * What one Microgram keeps on disk, owned by one process at a time.
 *
 * <pre>
 *   DATA/
 *     kafka/        the log: readings, refusals, figures; the source of truth
 *     checkpoints/  of the jobs; may be deleted, then everything is computed again
 *     store/        the embedded time-series store; may be deleted, ./microgram rebuild fills it
 *     access/       users and tokens
 *     audit/        who did what; never deleted
 *     logs/         what the process had to say
 *     store-place   present when the figures are in an InfluxDB instead of store/: which of its databases is ours
 *     lock          who owns it
 *     VERSION       number of this layout
 *     config.hash   the configuration that the figures were computed with
 * </pre>
 */
public final class DataDirectory implements AutoCloseable {

    /** What this program writes. 1: until 2026-11; 2: day blocks with reviews and locks, more fields in every row. */
    public static final int LAYOUT = 2;

    private static final String VERSION = "VERSION";
    private static final String CONFIG_HASH = "config.hash";

    private final Path root;
    private final LockFile lock;

    private DataDirectory(Path root, LockFile lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Makes the directory when it is absent, takes its lock and checks that it is one of ours.
     *
     * @throws LockFile.InUse when another process owns it
     * @throws NotOurs when it holds something else, or was written by a newer Microgram
     */
    public static DataDirectory open(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        try {
            checkIsOurs(absolute);
            Files.createDirectories(absolute);
            DataDirectory directory = new DataDirectory(absolute, LockFile.take(absolute));
            directory.prepare();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The data directory " + absolute + " cannot be written: " + e.getMessage()
                            + "\n-> make it writable for this user, or give another one with --data",
                    e);
        }
    }

    public Path root() {
        return root;
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    public Path store() {
        return root.resolve("store");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public LockFile lock() {
        return lock;
    }

    /** The configuration that the figures here were computed with; empty when nothing was computed yet. */
    public Optional<String> configHash() {
        Path file = root.resolve(CONFIG_HASH);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    public void writeConfigHash(String hash) {
        try {
            replace(root.resolve(CONFIG_HASH), hash + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(CONFIG_HASH + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Whether figures were ever computed in a directory, which may not exist. */
    public static boolean hasFigures(Path root) {
        return Files.exists(root.resolve(CONFIG_HASH));
    }

    /** Lets other processes have it. Everything that writes here must be closed before. */
    @Override
    public void close() {
        lock.close();
    }

    private void prepare() throws IOException {
        try {
            for (Path folder : List.of(kafka(), checkpoints(), store(), logs())) {
                Files.createDirectories(folder);
            }
            if (!Files.exists(root.resolve(VERSION))) {
                replace(root.resolve(VERSION), LAYOUT + "\n");
            }
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * The number of a directory's layout, without taking its lock; empty where there is none yet.
     *
     * @throws NotOurs when it holds something else
     */
    public static OptionalInt layoutOf(Path root) throws IOException {
        Path version = root.resolve(VERSION);
        if (!Files.exists(version)) {
            checkIsOurs(root.toAbsolutePath().normalize());
            return OptionalInt.empty();
        }
        String text = Files.readString(version).strip();
        if (!text.matches("[0-9]{1,4}")) {
            throw new NotOurs(root, "its file " + VERSION + " says " + text, "其 " + VERSION + " 文件写着 " + text);
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /** Takes an older directory as it is: only an upgrade does. */
    public static DataDirectory openForUpgrade(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        return new DataDirectory(absolute, LockFile.take(absolute));
    }

    /** The last step of an upgrade. */
    public void writeLayout() {
        try {
            replace(root.resolve(VERSION), LAYOUT + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(VERSION + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void checkIsOurs(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new NotOurs(root, "it is a file", "它是一个文件");
        }
        Path version = root.resolve(VERSION);
        if (Files.exists(version)) {
            int layout = layoutOf(root).orElseThrow();
            if (layout < LAYOUT) {
                throw new Older(root, layout);
            }
            if (layout > LAYOUT) {
                throw new NotOurs(
                        root,
                        "its layout is " + layout + ", this Microgram knows " + LAYOUT,
                        "其布局版本为 " + layout + "，本程序只认识 " + LAYOUT);
            }
            return;
        }
        try (Stream<Path> files = Files.list(root)) {
            // A lock alone is what a process leaves that was killed in its first moment.
            Optional<Path> foreign = files.filter(
                            file -> !file.getFileName().toString().equals(LockFile.NAME))
                    .findFirst();
            if (foreign.isPresent() && !Files.exists(root.resolve(LockFile.NAME))) {
                String name = foreign.get().getFileName().toString();
                throw new NotOurs(
                        root,
                        "it holds " + name + " but no file " + VERSION,
                        "其中有 " + name + "，却没有 " + VERSION + " 文件");
            }
        }
    }

    /** Either the old text or the new one, whatever happens in between. */
    private static void replace(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** An older Microgram wrote the directory; nothing in it was touched. */
    public static final class Older extends RuntimeException implements Told {

        private final transient Path root;
        private final int layout;

        Older(Path root, int layout) {
            super(root + " has layout " + layout + ", this Microgram writes " + LAYOUT);
            this.root = root;
            this.layout = layout;
        }

        @Override
        public String tell(Lang lang) {
            return lang.pick(
                            "数据目录 %s 的布局版本为 %d，本程序使用 %d；未作任何改动。%n-> 先备份，再运行 ./microgram upgrade --data %s（加 --dry-run 只看步骤）。",
                            "The data directory %s has layout %d, this Microgram writes %d; nothing was changed.%n-> make a backup, then run ./microgram upgrade --data %s (with --dry-run it only says what it would do).")
                    .formatted(root, layout, LAYOUT, root);
        }
    }

    /** The directory belongs to something else; nothing in it was touched. */
    public static final class NotOurs extends RuntimeException implements Told {

        private final transient Path root;
        private final String chinese;
        private final String english;

        NotOurs(Path root, String english, String chinese) {
            super(root + " is no data directory of this Microgram: " + english);
            this.root = root;
            this.english = english;
            this.chinese = chinese;
        }

        @Override
        public String tell(Lang lang) {
            return lang.pick(
                    "%s 不是本版 Microgram 的数据目录：%s；未作任何改动。%n-> 用 --data 指定空目录或先前用过的目录。".formatted(root, chinese),
                    "%s is no data directory of this Microgram: %s; nothing was changed.%n-> give an empty directory, or one used before, with --data."
                            .formatted(root, english));
        }
    }
}
