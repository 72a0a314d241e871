package org.microgram.access.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one writer at a time into a folder, among threads and processes alike: the process that owns the data directory and a command
 * beside it may both have something to write. Held for a write only. A killed process leaves no lock behind.
 */
public final class FolderLock implements AutoCloseable {

    /** The operating system's lock does not keep threads of one process apart. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Waits for its turn. Not to be taken again by the thread that has it, for another folder excepted. */
    public static FolderLock take(Path folder) throws IOException {
        THREADS.lock();
        try {
            PrivateFiles.createFolder(folder);
            Path file = folder.resolve("lock");
            PrivateFiles.createFile(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            try {
                return new FolderLock(channel, channel.lock());
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        } finally {
            THREADS.unlock();
        }
    }
}
