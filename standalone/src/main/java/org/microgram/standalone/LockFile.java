package org.microgram.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.microgram.standalone.terminal.Lang;

/**
 * One process owns a data directory. The lock is the operating system's, so a killed process never leaves it behind; the file's text only
 * says who holds it: the process's id, then the address of its page once it has one.
 */
public final class LockFile implements AutoCloseable {

    static final String NAME = "lock";

    private final FileChannel channel;
    private final FileLock lock;

    private LockFile(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Who holds a data directory.
     *
     * @param pid its process id, 0 when it has not said yet
     * @param url where its page and API answer; empty until it serves
     */
    public record Holder(long pid, String url) {}

    /**
     * Takes the lock.
     *
     * @throws InUse naming the process that has it
     */
    public static LockFile take(Path dataDirectory) {
        Path file = dataDirectory.resolve(NAME);
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                Holder holder = read(channel);
                channel.close();
                throw new InUse(dataDirectory, holder);
            }
            LockFile taken = new LockFile(channel, lock);
            taken.write(ProcessHandle.current().pid() + "\n");
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The lock " + file + " cannot be written: " + e.getMessage()
                            + "\n-> make the folder writable for this user, or give another one with --data",
                    e);
        }
    }

    /** Who holds the directory now; empty when nobody does. Changes nothing. */
    public static Optional<Holder> holder(Path dataDirectory) {
        Path file = dataDirectory.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileLock free = tryLock(channel);
            if (free != null) {
                free.release();
                return Optional.empty();
            }
            return Optional.of(read(channel));
        } catch (IOException e) {
            throw new UncheckedIOException("The lock " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Lets {@code query} and the others find this process's API. */
    public void announce(String url) {
        try {
            write(ProcessHandle.current().pid() + "\n" + url + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The lock file cannot be written: " + e.getMessage(), e);
        }
    }

    /** Lets go. The file stays: deleting it could take the lock of a process that starts at this moment. */
    @Override
    public void close() {
        try {
            channel.truncate(0);
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock could not be released: " + e.getMessage(), e);
        }
    }

    private void write(String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(false);
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static Holder read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1024);
        channel.read(buffer, 0);
        String[] lines = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8).split("\n", -1);
        long pid = lines[0].matches("\\d{1,18}") ? Long.parseLong(lines[0]) : 0;
        return new Holder(pid, lines.length > 1 ? lines[1] : "");
    }

    /** Somebody else owns the data directory. */
    public static final class InUse extends RuntimeException implements Told {

        private final transient Path directory;
        private final transient Holder holder;

        InUse(Path directory, Holder holder) {
            super(text(Lang.EN, directory, holder));
            this.directory = directory;
            this.holder = holder;
        }

        public Holder holder() {
            return holder;
        }

        @Override
        public String tell(Lang lang) {
            return text(lang, directory, holder);
        }

        private static String text(Lang lang, Path directory, Holder holder) {
            String who = holder.pid() == 0 ? "" : lang.pick("进程 " + holder.pid(), "process " + holder.pid());
            String serves = holder.url().isEmpty() ? "" : lang.pick("，页面 ", ", page at ") + holder.url();
            String stop = holder.pid() == 0 ? "" : "kill " + holder.pid();
            return lang.pick("""
                    数据目录 %s 正由另一个 Microgram 使用（%s%s）；未作任何改动。
                    -> 先结束它（在其终端按 Ctrl-C，或 %s），或用 --data 另选目录。""", """
                    The data directory %s is in use by another Microgram (%s%s); nothing was changed.
                    -> end that one first (Ctrl-C in its terminal, or %s), or give another directory with --data.""").formatted(directory, who, serves, stop);
        }
    }
}
