package org.microgram.flink.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The retained checkpoints of one job in a folder: {@code chk-1}, {@code chk-2} … A start, clean or after a kill, takes the newest one that
 * can be read (rule K5).
 */
public final class Checkpoints {

    private final Path folder;

    /** @param folder of the job: {@code checkpoints/<job id>} */
    public Checkpoints(Path folder) {
        this.folder = folder;
    }

    /** The newest readable checkpoint. All others are deleted: a leftover of a kill must not stand in the way of a number reused. */
    public Optional<Path> newestReadable() {
        Optional<Path> newest = Optional.empty();
        for (Path each : newestFirst()) {
            if (newest.isEmpty() && isReadable(each)) {
                newest = Optional.of(each);
            } else {
                delete(each);
            }
        }
        return newest;
    }

    private List<Path> newestFirst() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().matches("chk-\\d+"))
                    .sorted(Comparator.comparingLong(Checkpoints::number).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring("chk-".length()));
    }

    private static boolean isReadable(Path checkpoint) {
        try {
            SourceOffsets.metadata(checkpoint);
            return true;
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
